package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import leasehold.history.EntryList;
import leasehold.history.EntryPages;
import leasehold.history.HistoryReader;
import leasehold.history.Place;
import leasehold.history.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose every question waits at a gate, and looks at no more than it must. */
class EventFinderTest {

    private static final long LONG_AGO = 8_000;

    @TempDir Path folder;

    private final Queue<Runnable> questions = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Told told;
    private EventReader reader;
    private EventFinder finder;
    private long clock;
    private long last;

    @BeforeEach
    void begin() throws IOException {
        told = new Told(folder.resolve("record.sqlite"), "demo");
        reader =
                new EventReader(
                        CompletableFuture.completedFuture(told.store()),
                        "demo",
                        questions::add,
                        Runnable::run,
                        new Absence(),
                        failures::add);
        finder = new EventFinder(reader, EventScope.ALL, _ -> true, _ -> {}, this::later);
        tell(LONG_AGO);
    }

    @AfterEach
    void end() {
        finder.close();
        reader.close();
        answer();
        told.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void olderEventsAreFoundThoughNewOnesComeFasterThanTheyAreLookedThrough() throws IOException {
        finder.follow(all());
        for (int answer = 0; answer < 20; answer++) {
            tell(10);
            finder.follow(all());
            questions.remove().run();
        }
        assertThat(finder.hits().at(0)).isEqualTo(new Place(1, 1));
        assertThat(finder.hits().size()).isGreaterThan(LONG_AGO + 100);
    }

    @Test
    void newEventsAreFoundBeforeTheOldestAre() throws IOException {
        finder.follow(all());
        questions.remove().run();
        tell(10);
        finder.follow(all());
        questions.remove().run();
        questions.remove().run();
        assertThat(finder.hits().indexOf(new Place(1, last))).isPositive();
        assertThat(finder.hits().indexOf(new Place(1, 1))).isEqualTo(-1);
    }

    @Test
    void nothingIsAskedOnceAllWasLookedThrough() throws IOException {
        finder.follow(all());
        answer();
        assertThat(finder.percent()).isEqualTo(100);
        assertThat(finder.hits()).isEqualTo(all());
        finder.follow(all());
        assertThat(questions).isEmpty();
    }

    private void answer() {
        while (!questions.isEmpty()) {
            questions.remove().run();
        }
    }

    /** Every look at the clock is the last of a slice. */
    private long later() {
        clock += 1_000_000_000;
        return clock;
    }

    private void tell(long count) {
        told.tell(
                LongStream.rangeClosed(last + 1, last + count)
                        .mapToObj(Happenings::resumed)
                        .toList());
        last += count;
    }

    private EntryList all() throws IOException {
        try (HistoryReader now = told.store().reader()) {
            return new EntryPages(now, "demo").list();
        }
    }
}
