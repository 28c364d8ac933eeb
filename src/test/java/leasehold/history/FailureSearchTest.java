package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What failed is found by its index, and nothing else is read. */
class FailureSearchTest {

    @TempDir private Path folder;

    @Test
    void onlyWhatMayTellOfFailuresIsRead() throws Exception {
        Path file = folder.resolve("demo.leasehold");
        try (HistoryStore store = HistoryStore.open(file)) {
            new Tale(store.recording("demo").listener()).tell(1);
        }
        List<EventKind> kinds = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(file)) {
            new FailureSearch(reader)
                    .each(
                            reader.runs().getFirst(),
                            0,
                            ExportRange.ALL,
                            stored -> kinds.add(EventKind.of(stored.entry())));
        }
        assertThat(kinds)
                .containsExactly(EventKind.SESSION_OPENING, EventKind.SESSION_ATTEMPT_FAILED);
        for (String query : List.of(FailureSearch.ENTRIES, FailureSearch.NEWEST)) {
            assertOnlyIndexesAreRead(Stored.plan(file, query));
        }
    }

    private static void assertOnlyIndexesAreRead(List<String> plan) {
        assertThat(plan)
                .anyMatch(step -> step.contains("INDEX entry_failure (run=?"))
                .anyMatch(step -> step.contains("INDEX entry_opening"))
                .anyMatch(step -> step.contains("INDEX entry_stray"))
                .noneMatch(step -> step.contains("SCAN entry") || step.contains("TEMP B-TREE"));
    }
}
