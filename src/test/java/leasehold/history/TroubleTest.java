package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
    void whatCannotBeMadeIntoRowsIsCountedOnceHoweverOftenItIsTried() throws Exception {
        AtomicInteger transaction = new AtomicInteger(-10);
        Options faulty = QUICK.withFault(_ -> fail(transaction.incrementAndGet()));
        try (HistoryStore store = HistoryStore.open(file, faulty)) {
            Made made = new Made(store.recording("demo").listener());
            store.flush();
            transaction.set(0);
            made.resume(7);
            await().until(() -> transaction.get() >= 6 && store.flush());
            List<Entry.Missed> gaps = Stored.gaps(file);
            assertThat(gaps).extracting(Entry.Missed::why).contains(Entry.Missed.Why.FAULT);
            assertThat(store.status().missed())
                    .isEqualTo(gaps.stream().mapToLong(Entry.Missed::count).sum());
        }
    }

    /** The rows, then the gap in their place, and so on for three times; the gap is stored. */
    private static void fail(int transaction) throws SQLException {
        if (transaction == 1 || transaction == 3 || transaction == 5) {
            throw new IllegalStateException("a fault of ours");
        }
        if (transaction == 2 || transaction == 4) {
            throw new SQLException("the disk is on fire");
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
    void logOfAFileThatWasDeletedIsNotTakenForThatOfTheNext() throws Exception {
        try (HistoryStore store = HistoryStore.open(file, QUICK)) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(2_000);
            store.flush();
            try (HistoryReader reader = store.reader()) {
                assertThat(reader.count()).isEqualTo(2_000);
                Files.delete(file);
                made.resume(1);
                awaitAllIsWell(store);
                made.resume(1);
                store.flush();
                assertThat(numbers()).isEqualTo(List.of(2_000L, 2_001L, 2_002L));
                assertThat(reader.count()).as("of the file that was").isEqualTo(2_000);
            }
            made.resume(1);
            store.flush();
            assertThat(numbers()).isEqualTo(List.of(2_000L, 2_001L, 2_002L, 2_003L));
            assertThat(Stored.query(file, "PRAGMA integrity_check")).containsExactly("ok");
        }
    }

    @Test
    void whoTellsAfterTheEndKeepsNobodyWaiting() throws Exception {
        HistoryStore store = HistoryStore.open(file, QUICK);
        Made made = new Made(store.recording("demo").listener());
        made.resume(1);
        store.close();
        made.resume(1);
        assertThat(store.flush()).isFalse();
        assertThat(numbers()).isEqualTo(List.of(1L));
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
        Path there = Files.createDirectory(folder.resolve("there"));
        Path obstacle = Files.writeString(folder.resolve("obstacle"), "in the way");
        lead(home, there);
        try (HistoryStore store = HistoryStore.open(file, QUICK)) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(10);
            store.flush();
            lead(home, obstacle);
            made.resume(5);
            await().until(() -> store.status().trouble().isPresent());
            lead(home, there);
            awaitAllIsWell(store);
            assertThat(numbers()).isEqualTo(range(1, 15));
            assertThat(Stored.runs(file)).hasSize(1);
        }
    }

    /** Has a link lead somewhere else in one act: whoever finds no folder makes one at once. */
    private void lead(Path link, Path to) throws IOException {
        Path made = Files.createSymbolicLink(folder.resolve("link"), to);
        Files.move(made, link, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void closingDoesNotWaitForADiskThatDoesNotAnswer() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicBoolean deaf = new AtomicBoolean();
        Options hanging =
                QUICK.withPatience(Duration.ofMillis(20))
                        .withFault(_ -> waitIf(deaf.get(), answer));
        HistoryStore store = HistoryStore.open(file, hanging);
        Made made = new Made(store.recording("demo").listener());
        made.resume(10);
        store.flush();
        assertThat(store.lost()).isEmpty();
        deaf.set(true);
        made.resume(5);
        store.close();
        assertThat(store.lost())
                .contains("The disk does not answer: the last 5 events are not in " + file + ".");
        store.close();
        answer.countDown();
        await().until(() -> store.status().pending() == 0);
        store.close();
        assertThat(store.lost()).as("it answered after all").isEmpty();
        assertThat(numbers()).isEqualTo(range(1, 15));
    }

    @Test
    void whatWaitsForADiskThatDoesNotAnswerIsToldWithoutIt() throws Exception {
        try (HungDisk disk = new HungDisk(file)) {
            HistoryStore store = disk.store();
            assertThat(store.waiting()).isEqualTo(Waiting.NONE);
            disk.hang();
            disk.tell(3);
            disk.pass(Duration.ofSeconds(7));
            assertThat(store.waiting()).isEqualTo(new Waiting(3, Duration.ofSeconds(7), 0));
            disk.tell(20);
            disk.pass(Duration.ofSeconds(1));
            assertThat(store.waiting().still()).isEqualTo(Duration.ofSeconds(8));
            assertThat(store.waiting().missed()).isBetween(10L, 19L);
            assertThat(store.waiting().missed()).isEqualTo(store.status().missed());
            disk.answer();
            assertThat(store.waiting()).isEqualTo(Waiting.NONE);
            disk.hang();
            disk.tell(1);
            assertThat(store.waiting())
                    .as("a new wait")
                    .isEqualTo(new Waiting(1, Duration.ZERO, 0));
            disk.answer();
        }
    }

    private static void waitIf(boolean deaf, CountDownLatch answer) {
        try {
            if (deaf) {
                answer.await();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fileThatIsGoneIsSaidThoughNothingIsToldMeanwhile() throws Exception {
        Path away = folder.resolve("away");
        try (HistoryStore store = HistoryStore.open(file, QUICK)) {
            new Made(store.recording("demo").listener()).resume(10);
            store.flush();
            Object place = store.place();
            Files.move(file, away);
            assertThat(store.status().trouble())
                    .contains(
                            file
                                    + " is gone: it was deleted, moved or renamed. What is shown"
                                    + " stays; put the file back under this name, and it is read"
                                    + " on.");
            assertThatExceptionOfType(RecordGoneException.class).isThrownBy(store::reader);
            assertThatExceptionOfType(RecordGoneException.class).isThrownBy(store::place);
            Files.move(away, file);
            assertThat(store.status().trouble()).isEmpty();
            assertThat(store.place()).isEqualTo(place);
            assertThat(numbers()).isEqualTo(range(1, 10));
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
