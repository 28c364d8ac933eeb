package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged or foreign file is refused with a sentence, and left as it is. */
class RefusalTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("demo.leasehold");
    }

    @Test
    void textIsNoRecord() throws Exception {
        Files.writeString(file, "dear diary\n".repeat(500));
        refuses("is no record of Leasehold: it is no SQLite file at all");
    }

    @Test
    void aFewBytesAreNoRecord() throws Exception {
        Files.writeString(file, "SQLite format 3\0");
        refuses("is no record of Leasehold");
    }

    @Test
    void databaseOfAnotherProgramIsNoRecord() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            other.createStatement().execute("CREATE TABLE diary (day TEXT)");
        }
        refuses("is a database of another program");
    }

    @Test
    void recordOfANewerVersionIsRefused() throws Exception {
        HistoryStore.open(file, Options.usual()).close();
        assertThat(new Schema().version()).isLessThan(99);
        try (Connection later = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            later.createStatement().execute("PRAGMA user_version = 99");
        }
        refuses("was written by a newer version of this program (its tables have version 99");
    }

    @Test
    void truncatedRecordIsRefused() throws Exception {
        byte[] whole = record();
        for (int left : new int[] {200, 4_096, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, left));
            refuses("is a damaged record (its end is missing). It was left as it is; name another");
        }
    }

    @Test
    void recordWithAPageOverwrittenIsRefused() throws Exception {
        byte[] whole = record();
        for (int page = 1; page < whole.length / 4_096; page += 5) {
            byte[] damaged = whole.clone();
            new Random(page).nextBytes(damaged);
            System.arraycopy(whole, 0, damaged, 0, page * 4_096);
            Files.write(file, damaged);
            refuses("is a damaged record (");
        }
    }

    @Test
    void recordWithAFlippedByteIsRefusedOrReadButNeverChangedUnlessSound() throws Exception {
        byte[] whole = record();
        Random random = new Random(20250603);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try {
                HistoryStore.open(file).close();
            } catch (HistoryRefusedException e) {
                refused++;
                assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void directoryIsNoRecord() throws Exception {
        Files.createDirectory(file);
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> HistoryStore.open(file))
                .withMessageContaining("is no file");
    }

    @Test
    void emptyFileIsANewRecord() throws Exception {
        Files.createFile(file);
        try (HistoryStore store = HistoryStore.open(file)) {
            new Made(store.recording("demo").listener()).resume(1);
            assertThat(store.flush()).isTrue();
        }
    }

    @Test
    void placeThatCannotBeMadeIsSaid() throws Exception {
        Files.writeString(folder.resolve("plain"), "");
        assertThatIOException()
                .isThrownBy(() -> HistoryStore.open(folder.resolve("plain/deep/demo.leasehold")));
    }

    private byte[] record() throws IOException {
        Path sound = folder.resolve("sound.leasehold");
        try (HistoryStore store = HistoryStore.open(sound)) {
            Made made = new Made(store.recording("demo").listener());
            for (int i = 0; i < 500; i++) {
                made.release(made.open("client-" + i));
            }
        }
        byte[] whole = Files.readAllBytes(sound);
        assertThat(whole.length).isGreaterThan(100_000);
        return whole;
    }

    private void refuses(String why) throws IOException {
        byte[] before = Files.readAllBytes(file);
        List<String> beside = Stored.names(folder);
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> HistoryStore.open(file))
                .withMessageStartingWith(file + " " + why.substring(0, 3))
                .withMessageContaining(why);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Stored.names(folder)).isEqualTo(beside);
    }
}
