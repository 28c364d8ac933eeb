package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that is full or gone: what is missed is counted, and writing goes on by itself. */
class TroubleTest {

    private static final Options QUICK = Options.usual().withRetry(Duration.ofMillis(5));

    @TempDir private Path folder;
    private Path home;
    private Path file;

    @BeforeEach
    void name() {
        home = folder.resolve("home");
        file = home.resolve("demo.leasehold");
    }

    @Test
    void fullDiskLosesNothingThatFoundRoomToWait() throws Exception {
        FullDisk disk = new FullDisk();
        try (HistoryStore store = HistoryStore.open(file, QUICK.withFault(disk))) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(10);
            store.flush();
            disk.full(true);
            made.resume(5_000);
            await().until(() -> store.status().trouble().isPresent());
            assertThat(store.status().trouble()).contains("The disk is full.");
            assertThat(store.flush()).isFalse();
            assertThat(store.status().pending()).isPositive();
            disk.full(false);
            awaitAllIsWell(store);
            assertThat(numbers()).isEqualTo(range(1, 5_010));
            assertThat(store.status().missed()).isZero();
        }
    }

    @Test
    void fullDiskMakesAGapOfWhatFoundNoRoom() throws Exception {
        FullDisk disk = new FullDisk();
        Options small = QUICK.withFault(disk).withCapacity(3_000);
        try (HistoryStore store = HistoryStore.open(file, small)) {
            Made made = new Made(store.recording("demo").listener());
            store.flush();
            disk.full(true);
            made.resume(3_000);
            await().until(() -> store.status().trouble().isPresent());
            made.resume(7_000);
            long missed = store.status().missed();
            assertThat(missed).isBetween(4_000L, 7_000L);
            disk.full(false);
            awaitAllIsWell(store);
            made.resume(1);
            store.flush();
            assertThat(Stored.gaps(file))
                    .extracting(gap -> gap.first() + "-" + gap.last() + " " + gap.why())
                    .containsExactly(10_001 - missed + "-10000 DISK");
            assertThat(numbers()).endsWith(10_000 - missed, 10_000L, 10_001L);
        }
    }

    @ParameterizedTest
    @CsvSource({"FD, 0", "FDFD, 0", "FDF, 7", "FDFDF, 7", "F, 7"})
    void whatIsTriedAgainAfterAFaultIsMissedAtMostOnce(String wrong, long missed) throws Exception {
        Queue<Character> left = new ConcurrentLinkedQueue<>();
        Options faulty =
                QUICK.withFault(
                        _ -> {
                            Character next = left.poll();
                            if (next != null && next == 'F') {
                                throw new IllegalStateException("a fault of this program");
                            } else if (next != null) {
                                throw new SQLException("the disk is on fire");
                            }
                        });
        try (HistoryStore store = HistoryStore.open(file, faulty)) {
            Made made = new Made(store.recording("demo").listener());
            store.flush();
            wrong.chars().forEach(one -> left.add((char) one));
            made.resume(7);
            awaitAllIsWell(store);
            assertThat(store.status().missed()).isEqualTo(missed);
            assertThat(Stored.gaps(file).stream().mapToLong(it -> it.last() - it.first() + 1).sum())
                    .isEqualTo(missed);
        }
    }

    @Test
    void failingDiskIsTriedUntilItWorks() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        Options flaky =
                QUICK.withFault(
                        _ -> {
                            if (broken.get()) {
                                throw new SQLException("the disk is on fire");
                            }
                        });
        try (HistoryStore store = HistoryStore.open(file, flaky)) {
            Made made = new Made(store.recording("demo").listener());
            broken.set(true);
            long lease = made.open("billing-sync");
            await().until(() -> store.status().trouble().isPresent());
            assertThat(store.status().trouble()).contains("the disk is on fire");
            broken.set(false);
            awaitAllIsWell(store);
            made.release(lease);
            store.flush();
            assertThat(numbers()).isEqualTo(range(1, 4));
            assertThat(Stored.query(file, "SELECT granted - released - held FROM ledger"))
                    .containsExactly("0");
        }
    }

    @Test
    void closingOnAFullDiskEndsAndTheNextRunShowsTheCut() throws Exception {
        FullDisk disk = new FullDisk();
        try (HistoryStore store = HistoryStore.open(file, QUICK.withFault(disk))) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(10);
            store.flush();
            disk.full(true);
            made.resume(5_000);
        }
        HistoryStore.open(file).close();
        Run.End end = Stored.runs(file).getFirst().end().orElseThrow();
        assertThat(end.ending()).isEqualTo(Run.Ending.CUT);
        assertThat(end.number()).isEqualTo(10);
    }

    @Test
    void vanishedFileIsMadeAnewAndWhatWentWithItIsAGap() throws Exception {
        try (HistoryStore store = HistoryStore.open(file, QUICK)) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.resume(10);
            store.flush();
            vanish();
            made.resume(1);
            awaitAllIsWell(store);
            assertThat(Stored.gaps(file))
                    .extracting(gap -> gap.first() + "-" + gap.last() + " " + gap.why())
                    .containsExactly("1-13 VANISHED");
            assertThat(numbers()).isEqualTo(List.of(13L, 14L));
            assertThat(Stored.query(file, "SELECT lease || ' ' || position FROM live_lease"))
                    .containsExactly("3 0");
        }
        assertThat(Stored.runs(file).getFirst().end().map(Run.End::ending))
                .contains(Run.Ending.CLOSED);
    }

    @Test
    void vanishedDirectoryThatCannotBeMadeIsWaitedFor() throws Exception {
        try (HistoryStore store = HistoryStore.open(file, QUICK)) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(10);
            store.flush();
            vanish();
            Files.writeString(home, "in the way");
            made.resume(5);
            await().until(() -> store.status().trouble().isPresent());
            Files.delete(home);
            awaitAllIsWell(store);
            assertThat(numbers()).isEqualTo(List.of(10L, 11L, 12L, 13L, 14L, 15L));
        }
    }

    @Test
    void fileThatComesBackGoesOnInTheSameRun() throws Exception {
        Path away = folder.resolve("away");
        try (HistoryStore store = HistoryStore.open(file, QUICK)) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(10);
            store.flush();
            Files.move(home, away);
            Files.writeString(home, "in the way");
            made.resume(5);
            await().until(() -> store.status().trouble().isPresent());
            Files.delete(home);
            Files.move(away, home);
            awaitAllIsWell(store);
            assertThat(numbers()).isEqualTo(range(1, 15));
            assertThat(Stored.runs(file)).hasSize(1);
        }
    }

    @Test
    void fileThatAnotherProgramLocksIsWaitedFor() throws Exception {
        Options options =
                QUICK.withFault(connection -> Connections.pragma(connection, "busy_timeout = 1"));
        try (HistoryStore store = HistoryStore.open(file, options);
                var person = Connections.writing(file);
                var statement = person.createStatement()) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(1);
            store.flush();
            statement.execute("BEGIN IMMEDIATE");
            made.resume(1);
            await().until(() -> store.status().trouble().isPresent());
            assertThat(store.status().trouble())
                    .isEqualTo(Optional.of("Another program keeps the file locked."));
            statement.execute("COMMIT");
            awaitAllIsWell(store);
            assertThat(numbers()).isEqualTo(range(1, 2));
        }
    }

    private static void awaitAllIsWell(HistoryStore store) {
        await().until(() -> store.status().trouble().isEmpty() && store.flush());
    }

    private void vanish() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            for (Path path : files.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(home);
    }

    private List<Long> numbers() throws IOException {
        return Stored.entries(file).stream().map(stored -> stored.entry().number()).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
