package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import leasehold.history.HistoryStatus;
import leasehold.history.Waiting;
import leasehold.ui.model.RecordLine.Health;
import org.junit.jupiter.api.Test;

class RecordLineTest {

    private static final Path FILE = Path.of("record.leasehold");

    @Test
    void recordThatIsWellSaysHowLargeItIs() {
        RecordLine line = line(Optional.empty(), 0, Optional.empty(), 12_400_000);
        assertThat(line.health()).isEqualTo(Health.WELL);
        assertThat(line.text()).isEqualTo("Record 12 MB");
        assertThat(line.hint()).isEqualTo("File: record.leasehold");
    }

    @Test
    void missingEventsAreCounted() {
        RecordLine line = line(Optional.empty(), 1, Optional.empty(), 900);
        assertThat(line.health()).isEqualTo(Health.WARN);
        assertThat(line.text()).isEqualTo("Record 900 B, 1 event is missing");
    }

    @Test
    void troubleComesFirstAndSaysWhy() {
        RecordLine line = line(Optional.empty(), 1_204, Optional.of("The disk is full."), 900);
        assertThat(line.health()).isEqualTo(Health.FAIL);
        assertThat(line.text()).isEqualTo("Not recorded: 1,204 events are missing so far");
        assertThat(line.hint()).isEqualTo("The disk is full.\nFile: record.leasehold");
        assertThat(line(Optional.empty(), 0, Optional.of("Full."), 900).text())
                .isEqualTo("Not recorded");
    }

    @Test
    void recordOfAnotherProgramIsNotWrittenHere() {
        RecordLine line =
                line(Optional.of("Another program writes to it."), 0, Optional.empty(), 9);
        assertThat(line.health()).isEqualTo(Health.WARN);
        assertThat(line.text()).isEqualTo("Not recorded here");
        assertThat(line.hint()).startsWith("Another program writes to it.");
    }

    @Test
    void recordingThatIsGoneIsRedAndSaysSo() {
        Optional<String> gone = Optional.of("It is gone.");
        HistoryStatus status = new HistoryStatus(FILE, Optional.of("Read."), 0, 0, 0, gone, 0);
        RecordLine line = RecordLine.read(status, Facts.TEXTS);
        assertThat(line.health()).isEqualTo(Health.FAIL);
        assertThat(line.text()).isEqualTo("Recording gone");
        assertThat(line.hint()).isEqualTo("It is gone.\nFile: record.leasehold");
    }

    private static RecordLine line(
            Optional<String> readOnly, long missed, Optional<String> trouble, long bytes) {
        return RecordLine.of(
                new HistoryStatus(FILE, readOnly, 7, 0, missed, trouble, bytes),
                Waiting.NONE,
                Facts.TEXTS);
    }
}
