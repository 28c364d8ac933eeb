package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that is only read is left as it is, and nothing comes beside it. */
class ReadTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("demo.leasehold");
    }

    @Test
    void closedRecordIsReadAndNothingComesBesideIt() throws Exception {
        write();
        leftAsItIs(() -> assertThat(count(HistoryStore.read(file))).isEqualTo(3));
    }

    @Test
    void nothingIsRecordedThere() throws Exception {
        write();
        try (HistoryStore store = HistoryStore.read(file)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.recording("demo"))
                    .withMessage(file + " is read-only. It was opened to be read.");
        }
    }

    @Test
    void recordThatIsBeingWrittenIsReadUpToNow() throws Exception {
        try (HistoryStore writer = HistoryStore.open(file);
                HistoryStore store = HistoryStore.read(file)) {
            Made made = new Made(writer.recording("demo").listener());
            made.resume(3);
            assertThat(writer.flush()).isTrue();
            List<String> beside = Stored.names(folder);
            assertThat(count(store)).isEqualTo(3);
            made.resume(2);
            assertThat(writer.flush()).isTrue();
            assertThat(count(store)).isEqualTo(5);
            assertThat(Stored.names(folder)).isEqualTo(beside);
        }
    }

    @Test
    void recordOfAProgramThatWasKilledIsReadWithItsLog() throws Exception {
        try (HistoryStore writer = HistoryStore.open(file)) {
            new Made(writer.recording("demo").listener()).resume(3);
            assertThat(writer.flush()).isTrue();
            Path left = Stored.leftBehind(file, folder.resolve("left"));
            Path index = left.resolveSibling(left.getFileName() + "-shm");
            Files.copy(file.resolveSibling(file.getFileName() + "-shm"), index);
            file = left;
            leftAsItIs(() -> assertThat(count(HistoryStore.read(file))).isEqualTo(3));
        }
    }

    @Test
    void logWithoutItsIndexIsRefusedForReadingItWouldMakeAFile() throws Exception {
        try (HistoryStore writer = HistoryStore.open(file)) {
            new Made(writer.recording("demo").listener()).resume(3);
            assertThat(writer.flush()).isTrue();
            file = Stored.leftBehind(file, folder.resolve("left"));
        }
        leftAsItIs(
                () ->
                        assertThatExceptionOfType(HistoryRefusedException.class)
                                .isThrownBy(() -> HistoryStore.read(file))
                                .withMessageStartingWith(file + " was not closed, and demo.")
                                .withMessageContaining("copy that along"));
    }

    @Test
    void fileThatIsNotThereIsSaid() {
        assertThatIOException()
                .isThrownBy(() -> HistoryStore.read(file))
                .withMessage("There is no file " + file + ".");
    }

    @Test
    void emptyFileIsNoRecord() throws Exception {
        Files.createFile(file);
        leftAsItIs(
                () ->
                        assertThatExceptionOfType(HistoryRefusedException.class)
                                .isThrownBy(() -> HistoryStore.read(file))
                                .withMessageContaining("is no SQLite file at all"));
    }

    @Test
    void directoryIsNoRecord() {
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> HistoryStore.read(folder))
                .withMessageContaining("is no file");
    }

    private interface Act {
        void run() throws IOException;
    }

    private void leftAsItIs(Act act) throws IOException {
        byte[] before = Files.readAllBytes(file);
        List<String> beside = Stored.names(file.getParent());
        act.run();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Stored.names(file.getParent())).isEqualTo(beside);
    }

    private void write() throws IOException {
        try (HistoryStore writer = HistoryStore.open(file)) {
            new Made(writer.recording("demo").listener()).resume(3);
        }
    }

    private static long count(HistoryStore store) throws IOException {
        try (HistoryReader reader = store.reader()) {
            return reader.count();
        }
    }
}
