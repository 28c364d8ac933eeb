package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import leasehold.history.ExportSelection.Matching;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries are found page by page, newest first. */
class EventSearchTest {

    private static final Matching ALL = matching(Set.of(), Optional.empty());

    @TempDir private Path folder;
    private long lease;

    @BeforeEach
    void fill() throws IOException {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            lease = made.open("billing-sync");
            made.resume(20);
            made.grant("crm-bridge");
            made.resume(EventSearch.LOOKED_AT);
            made.release(lease);
            new Made(store.recording("other").listener()).open("billing-sync");
        }
    }

    @Test
    void pagesHaveEveryEntryOfTheControllerOnceNewestFirst() throws Exception {
        List<Long> numbers = numbers(ExportRange.ALL, ALL, 5_000);
        List<Long> expected = new ArrayList<>();
        for (long number = EventSearch.LOOKED_AT + 25; number > 0; number--) {
            expected.add(number);
        }
        assertThat(numbers).isEqualTo(expected);
    }

    @Test
    void rareOnesAreFoundThoughAPageDoesNotLookAtAll() throws Exception {
        Matching grants = matching(Set.of(EventKind.LEASE_GRANTED), Optional.empty());
        try (HistoryReader reader = new HistoryReader(file())) {
            EventSearch.Page page =
                    new EventSearch(reader)
                            .newest("demo", ExportRange.ALL, grants, Optional.empty(), 10);
            assertThat(page.entries()).isEmpty();
            assertThat(page.next()).isPresent();
        }
        assertThat(numbers(ExportRange.ALL, grants, 10)).containsExactly(24L, 3L);
        assertThat(numbers(ExportRange.ALL, matching(Set.of(), Optional.of("crm-bridge")), 10))
                .containsExactly(24L);
    }

    @Test
    void aLeaseIsFoundAtOnce() throws Exception {
        Matching ofLease =
                new Matching(
                        OptionalLong.of(lease), OptionalLong.empty(), Set.of(), Optional.empty());
        try (HistoryReader reader = new HistoryReader(file())) {
            EventSearch.Page page =
                    new EventSearch(reader)
                            .newest("demo", ExportRange.ALL, ofLease, Optional.empty(), 10);
            assertThat(page.entries())
                    .extracting(stored -> EventKind.of(stored.entry()))
                    .containsExactly(EventKind.LEASE_RELEASED, EventKind.LEASE_GRANTED);
            assertThat(page.next()).isEmpty();
        }
    }

    @Test
    void onlyTheRangeIsSearched() throws Exception {
        ExportRange range =
                new ExportRange(
                        Optional.of(Made.START.plusSeconds(3)),
                        Optional.of(Made.START.plusSeconds(6)));
        assertThat(numbers(range, ALL, 2)).containsExactly(5L, 4L, 3L);
        Matching none =
                new Matching(OptionalLong.empty(), OptionalLong.of(2), Set.of(), Optional.empty());
        assertThat(numbers(range, none, 2)).isEmpty();
    }

    @Test
    void pageOfNothingIsRefused() throws Exception {
        try (HistoryReader reader = new HistoryReader(file())) {
            EventSearch search = new EventSearch(reader);
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> search.newest("demo", ExportRange.ALL, ALL, Optional.empty(), 0))
                    .withMessage("most is 0; allowed is 1 and more");
        }
    }

    private List<Long> numbers(ExportRange range, Matching what, int most) throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(file())) {
            EventSearch search = new EventSearch(reader);
            Optional<EventSearch.Cursor> from = Optional.empty();
            do {
                EventSearch.Page page = search.newest("demo", range, what, from, most);
                page.entries().forEach(stored -> numbers.add(stored.entry().number()));
                from = page.next();
            } while (from.isPresent());
        }
        return numbers;
    }

    private static Matching matching(Set<EventKind> kinds, Optional<String> client) {
        return new Matching(OptionalLong.empty(), OptionalLong.empty(), kinds, client);
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }
}
