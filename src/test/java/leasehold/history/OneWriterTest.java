package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One program writes to a store; another reads. */
class OneWriterTest {

    @TempDir private Path folder;

    @Test
    void secondOpensReadOnlyAndSaysWhoWrites() throws Exception {
        try (HistoryStore first = HistoryStore.open(file());
                HistoryStore second = HistoryStore.open(file())) {
            assertThat(first.readOnly()).isEmpty();
            assertThat(second.readOnly())
                    .contains("Another program writes to it: this program itself.");
            assertThat(second.status().readOnly()).isEqualTo(second.readOnly());
            assertThatIllegalStateException()
                    .isThrownBy(() -> second.recording("demo"))
                    .withMessageContaining("is read-only. Another program writes to it");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkToARecordIsThatRecord() throws Exception {
        Path link = Files.createDirectory(folder.resolve("elsewhere")).resolve("link.sqlite");
        try (HistoryStore first = HistoryStore.open(file())) {
            Files.createSymbolicLink(link, file());
            new Made(first.recording("demo").listener()).open("billing-sync");
            assertThat(first.flush()).isTrue();
            try (HistoryStore second = HistoryStore.open(link);
                    HistoryStore read = HistoryStore.read(link);
                    HistoryReader reader = HistoryReader.open(link)) {
                assertThat(second.readOnly())
                        .contains("Another program writes to it: this program itself.");
                assertThat(second.reader().count()).isPositive();
                assertThat(read.reader().count()).isEqualTo(reader.count()).isPositive();
            }
            assertThatIOException()
                    .isThrownBy(() -> new Import(link).read(copy(), _ -> {}))
                    .withMessageContaining("Another program writes to it");
        }
        assertThat(Stored.names(link.getParent())).containsExactly("link.sqlite");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void lockThatIsALinkHasNoOtherFileWrittenTo() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "kept");
        Files.createSymbolicLink(StoreLock.beside(file()), victim);
        assertThatIOException()
                .isThrownBy(() -> HistoryStore.open(file()))
                .withMessageStartingWith(file() + " cannot be opened. ");
        assertThat(victim).hasContent("kept");
    }

    private Path copy() throws Exception {
        Path copy = folder.resolve("copy.sqlite");
        try (HistoryReader reader = HistoryReader.open(file())) {
            new Export(reader, (_, _, _, _) -> {})
                    .write(ExportOrder.of(ExportFormat.RECORDING), copy, _ -> {});
        }
        return copy;
    }

    @Test
    void secondReadsWhatTheFirstWritesMeanwhile() throws Exception {
        try (HistoryStore first = HistoryStore.open(file());
                HistoryStore second = HistoryStore.open(file());
                HistoryReader reader = second.reader()) {
            Made made = new Made(first.recording("demo").listener());
            made.resume(3);
            first.flush();
            assertThat(reader.count()).isEqualTo(3);
            made.resume(2);
            first.flush();
            assertThat(reader.count()).isEqualTo(5);
        }
    }

    @Test
    void closingTheReaderLeavesTheWriterItsRight() throws Exception {
        try (HistoryStore first = HistoryStore.open(file())) {
            HistoryStore.open(file()).close();
            try (HistoryStore third = HistoryStore.open(file())) {
                assertThat(third.readOnly()).isPresent();
            }
            new Made(first.recording("demo").listener()).resume(1);
            assertThat(first.flush()).isTrue();
        }
    }

    @Test
    void whenTheWriterHasClosedTheNextMayWrite() throws Exception {
        HistoryStore.open(file()).close();
        try (HistoryStore next = HistoryStore.open(file())) {
            assertThat(next.readOnly()).isEmpty();
        }
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }
}
