package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    @TempDir private Path folder;

    @Test
    void whatWasImportedComesWhenItHappened() throws Exception {
        Path old = folder.resolve("old.sqlite");
        gapOfOneUpTo(old, 7);
        Path record = folder.resolve("record.sqlite");
        gapOfOneUpTo(record, 5);
        new Import(record).read(old, _ -> {});
        List<StoredEntry> found = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(record)) {
            new Scan(reader, "orders", ExportRange.ALL)
                    .each(Set.of(EventKind.MONITOR_GAP), found::add);
        }
        assertThat(found).extracting(stored -> stored.entry().number()).containsExactly(7L, 5L);
        assertThat(found).extracting(StoredEntry::run).containsExactly(2L, 1L);
    }

    private static void gapOfOneUpTo(Path file, long last) throws Exception {
        try (Told told = new Told(file, "orders")) {
            told.miss(1, last);
        }
    }
}
