package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too old, too much or too large is trimmed, save what has not ended. */
class RetentionTest {

    private static final Retention ALL = Retention.everything();

    @TempDir private Path folder;

    @Test
    void onlyTheNewestEntriesAreKept() throws Exception {
        try (HistoryStore store = open()) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(20_000);
            store.flush();
            store.retain(ALL.withEntries(100));
            awaitNumbers(19_901, 20_000);
            assertThat(Stored.query(file(), "SELECT trimmed FROM run")).containsExactly("19900");
            made.resume(1);
            store.flush();
            awaitNumbers(19_902, 20_001);
        }
    }

    @Test
    void oldEntriesAreTrimmed() throws Exception {
        Clock clock = Clock.fixed(Made.START.plusSeconds(1_000), ZoneOffset.UTC);
        Options options = Options.usual().withClock(clock);
        try (HistoryStore store = HistoryStore.open(file(), options)) {
            new Made(store.recording("demo").listener()).resume(1_000);
            store.flush();
            store.retain(ALL.withAge(Duration.ofSeconds(100)));
            awaitNumbers(900, 1_000);
        }
    }

    @Test
    void whatIsOldButCameLaterDoesNotTakeTheYoungAlong() throws Exception {
        Clock clock = Clock.fixed(Made.START.plusSeconds(1_000), ZoneOffset.UTC);
        Options options = Options.usual().withClock(clock);
        try (HistoryStore store = HistoryStore.open(file(), options)) {
            Made young = new Made(new RequestSearchTest.Deaf());
            young.resume(950);
            young.turnTo(store.recording("demo").listener());
            young.resume(40);
            new Made(store.recording("old").listener()).resume(100);
            store.retain(ALL.withAge(Duration.ofSeconds(100)));
            for (int i = 0; i < 3; i++) {
                young.resume(1);
                store.flush();
            }
            assertThat(Stored.entries(file())).hasSize(1 + 40 + 100 + 3);
        }
    }

    @Test
    void whenAllIsOldTheNewestStays() throws Exception {
        try (HistoryStore store = open()) {
            new Made(store.recording("demo").listener()).resume(1_000);
            store.flush();
            store.retain(ALL.withAge(Duration.ofDays(1)));
            awaitNumbers(1_000, 1_000);
        }
    }

    @Test
    void largeRecordIsTrimmedAndItsFileGetsSmaller() throws Exception {
        try (HistoryStore store = open()) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(100_000);
            made.resume(20_000);
            store.flush();
            store.retain(ALL.withBytes(2 << 20));
            await().until(() -> used() <= 2 << 20);
            assertThat(Stored.entries(file())).hasSizeBetween(5_000, 40_000);
            assertThat(Stored.entries(file()).getLast().entry().number()).isEqualTo(120_000);
        }
        assertThat(Files.size(file())).isLessThan(20 << 20);
    }

    @Test
    void whoWaitsForTheWriterWaitsForOneStepOfTrimmingAtMost() throws Exception {
        AtomicReference<Runnable> atStep = new AtomicReference<>(() -> {});
        AtomicInteger steps = new AtomicInteger();
        List<Integer> stepsBeforeWrites = Collections.synchronizedList(new ArrayList<>());
        Clock clock = new WatchedClock(atStep);
        Options options =
                Options.usual().withClock(clock).withFault(_ -> stepsBeforeWrites.add(steps.get()));
        try (HistoryStore store = HistoryStore.open(file(), options)) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(20 * Trimmer.STEP);
            store.flush();
            stepsBeforeWrites.clear();
            Thread waits = Thread.ofPlatform().unstarted(() -> flush(store));
            atStep.set(
                    () -> {
                        if (steps.incrementAndGet() == 3) {
                            made.resume(1);
                            waits.start();
                            await().until(() -> waits.getState() == Thread.State.WAITING);
                        }
                    });
            store.retain(ALL.withEntries(100));
            waits.join(60_000);
            assertThat(waits.isAlive()).isFalse();
            awaitNumbers(20 * Trimmer.STEP - 98, 20 * Trimmer.STEP + 1);
            // The clock is also looked at when an event comes, and to see whether to ask what is.
            assertThat(stepsBeforeWrites.getFirst()).isBetween(3, 5);
            assertThat(steps.get()).as("all of it was trimmed").isGreaterThan(15);
        }
    }

    /** A clock that the writer looks at before each step of trimming. */
    private static final class WatchedClock extends UtcClock {

        private final AtomicReference<Runnable> looked;

        WatchedClock(AtomicReference<Runnable> looked) {
            this.looked = looked;
        }

        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().equals("leasehold-history")) {
                looked.get().run();
            }
            return Instant.now();
        }
    }

    private static void flush(HistoryStore store) {
        try {
            store.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatHasNotEndedIsKept() throws Exception {
        try (HistoryStore store = open()) {
            Made made = new Made(store.recording("demo").listener());
            long lease = made.open("billing-sync");
            made.resume(500);
            store.flush();
            store.retain(ALL.withEntries(10));
            await().until(() -> numbers().size() == 13);
            assertThat(numbers()).startsWith(1L, 2L, 3L, 494L);
            made.release(lease);
            made.close();
            store.flush();
            await().until(() -> numbers().size() == 10);
            assertThat(numbers()).startsWith(496L);
        }
    }

    @Test
    void runOfWhichNothingIsLeftGoes() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (HistoryStore store = open()) {
                new Made(store.recording("demo").listener()).resume(10);
            }
        }
        try (HistoryStore store = open()) {
            store.retain(ALL.withEntries(5));
            await().until(() -> numbers().size() == 5);
            assertThat(Stored.runs(file())).extracting(Run::id).containsExactly(3L);
            assertThat(Stored.query(file(), "SELECT DISTINCT run FROM snapshot"))
                    .containsExactly("3");
        }
    }

    @Test
    void positionsAreNeverUsedAgain() throws Exception {
        try (HistoryStore store = open()) {
            new Made(store.recording("demo").listener()).resume(50);
            store.flush();
            store.retain(ALL.withEntries(1));
            awaitNumbers(50, 50);
        }
        try (HistoryStore store = open()) {
            new Made(store.recording("other").listener()).resume(1);
        }
        assertThat(Stored.entries(file()))
                .extracting(StoredEntry::position)
                .containsExactly(50L, 51L);
    }

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withEntries(0))
                .withMessage("entries is 0; allowed is 1 and more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withBytes(1))
                .withMessageContaining("bytes is 1; allowed is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withAge(Duration.ZERO))
                .withMessageContaining("age is PT0S");
    }

    private HistoryStore open() throws IOException {
        return HistoryStore.open(file());
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }

    private void awaitNumbers(long first, long last) {
        List<Long> expected = LongStream.rangeClosed(first, last).boxed().toList();
        await().untilAsserted(() -> assertThat(numbers()).isEqualTo(expected));
    }

    private long used() throws Exception {
        String pages =
                "SELECT (page_count - freelist_count) * 4096"
                        + " FROM pragma_page_count, pragma_freelist_count";
        return Long.parseLong(Stored.query(file(), pages).getFirst());
    }

    private List<Long> numbers() throws IOException {
        return Stored.entries(file()).stream().map(stored -> stored.entry().number()).toList();
    }
}
