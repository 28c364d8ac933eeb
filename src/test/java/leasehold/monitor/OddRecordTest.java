package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import leasehold.history.AnyTale;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.ExportRange;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.history.Inputs;
import leasehold.history.Run;
import leasehold.monitor.report.HtmlReport;
import leasehold.replay.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A record in which anything stands that a record can hold, at any time from the first to the last
 * that there is, is told to a monitor, studied, reported and replayed: nothing is thrown.
 */
class OddRecordTest {

    private static final int USUAL = 12;
    private static final int STEPS = 120;

    @TempDir private Path folder;

    @Test
    void whateverStandsInARecordIsTold() {
        Inputs.seeds(USUAL).forEach(this::tried);
        Inputs.tell("records read by the monitor", Inputs.seeds(USUAL).count(), "all were told");
    }

    private void tried(long seed) {
        Path file = folder.resolve("record-" + seed);
        try {
            AnyTale.write(file, seed, STEPS);
            try (HistoryStore store = HistoryStore.read(file);
                    HistoryReader reader = store.reader()) {
                played(store);
                studied(reader);
                reported(reader);
                replayed(reader);
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void played(HistoryStore store) throws Exception {
        for (Playback playback : Playback.of(store, ZoneOffset.UTC)) {
            playback.play();
            assertThat(playback.told()).isEqualTo(playback.count());
            Batch batch = playback.monitor().drain(Integer.MAX_VALUE);
            for (SessionRecord session : batch.sessions()) {
                session.openFor(playback.end()).ifPresent(Durations::text);
            }
            for (FailureGroup group : batch.failures()) {
                group.isHeld(playback.end());
                group.isRecent(playback.end());
                group.nextTry();
            }
        }
    }

    private static void studied(HistoryReader reader) throws Exception {
        for (String controller : controllers(reader)) {
            new SharingStudy(reader).of(controller, Instant.MIN);
            PastFailures.in(reader, controller, ExportRange.ALL);
        }
    }

    private static void reported(HistoryReader reader) throws Exception {
        StringWriter page = new StringWriter();
        new HtmlReport(Clock.systemUTC())
                .write(reader, ExportOrder.of(ExportFormat.HTML), page, _ -> {});
        assertThat(page.toString()).contains("</html>");
    }

    private static void replayed(HistoryReader reader) throws Exception {
        try {
            Recording.newest(reader, reader.runs());
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).contains("; allowed is ");
        }
    }

    private static List<String> controllers(HistoryReader reader) throws Exception {
        return reader.runs().stream().map(Run::controller).distinct().toList();
    }
}
