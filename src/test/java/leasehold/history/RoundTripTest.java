package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import leasehold.session.SessionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is told comes back as it was: read from the record, and exported, imported into another
 * and exported again, in every form that can be imported.
 */
class RoundTripTest {

    private static final int LONGEST = 60;
    private static final ExportOrder LINES = ExportOrder.of(ExportFormat.JSON_LINES);
    private static final ExportOrder RECORDING = ExportOrder.of(ExportFormat.RECORDING);

    @TempDir private Path folder;
    private int files;

    @Test
    void whateverIsToldComesBackAsItWas() {
        Inputs.seeds(15)
                .forEach(
                        seed -> {
                            long steps = 1 + Inputs.random(seed).nextInt(LONGEST);
                            String why = broken(seed, steps);
                            if (!why.isEmpty()) {
                                long least =
                                        Inputs.shortest(steps, n -> !broken(seed, n).isEmpty());
                                assertThat(broken(seed, least))
                                        .as("seed %d, %d steps", seed, least)
                                        .isEmpty();
                            }
                        });
        Inputs.tell("round trips", Inputs.seeds(15).count(), "all came back as they were");
    }

    /** Returns what is not the same; nothing if all is. */
    private String broken(long seed, long steps) {
        try {
            Path record = file();
            List<SessionEvent> told = AnyTale.write(record, seed, steps);
            if (steps > 0) {
                assertThat(happened(record)).isEqualTo(Set.copyOf(told));
                returns(record, LINES);
                returns(record, RECORDING);
                returns(record, LINES.hiding(true));
                returns(record, RECORDING.hiding(true));
                returns(record, LINES.ofController("orders"));
            }
            return "";
        } catch (Exception | AssertionError e) {
            return e.toString();
        }
    }

    private static Set<SessionEvent> happened(Path record) throws Exception {
        return Stored.entries(record).stream()
                .map(StoredEntry::entry)
                .filter(Entry.Happened.class::isInstance)
                .map(entry -> ((Entry.Happened) entry).event())
                .collect(Collectors.toSet());
    }

    private void returns(Path record, ExportOrder order) throws Exception {
        Path other = file();
        new Import(other).read(export(record, order), _ -> {});
        ExportOrder same = order.controller().map(LINES::ofController).orElse(LINES);
        assertThat(lines(other, LINES))
                .as("%s", order)
                .isEqualTo(lines(record, same.hiding(order.hidden())));
    }

    /** Returns all of a record as text, save which record it is, and numbers of its runs. */
    private List<String> lines(Path record, ExportOrder order) throws Exception {
        return Files.readAllLines(export(record, order)).stream()
                .map(line -> line.replaceFirst("\"store\":\"\\p{XDigit}+\"", "\"store\":\"\""))
                .map(line -> line.replaceAll("\"run\":\\d+", "\"run\":0"))
                .toList();
    }

    private Path export(Path record, ExportOrder order) throws Exception {
        Path to = file();
        try (HistoryReader reader = new HistoryReader(record)) {
            new Export(reader, (_, _, _, _) -> {}).write(order, to, _ -> {});
        }
        return to;
    }

    private Path file() {
        files++;
        return folder.resolve("file-" + files);
    }
}
