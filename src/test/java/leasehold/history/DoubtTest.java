package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import leasehold.session.ListenerSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After a gap the controller is asked what it is like, so that the state is certain again. */
class DoubtTest {

    private static final Options QUICK =
            Options.usual().withCapacity(20).withRetry(Duration.ofMillis(5));

    @TempDir private Path folder;

    /** Something that goes wrong with the disk, until it does not. */
    private static final class Trouble implements Options.Fault, AutoCloseable {

        private final Entry.Missed.Why why;
        private final Held held = new Held();
        private volatile boolean on;
        private volatile boolean met;

        Trouble(Entry.Missed.Why why) {
            this.why = why;
        }

        @Override
        public void before(Connection connection) throws SQLException {
            if (!on) {
                return;
            }
            met = true;
            switch (why) {
                case PACE -> held.before(connection);
                case DISK -> throw new SQLException("the disk is on fire");
                default -> {
                    on = false;
                    throw new IllegalStateException("a fault of this program");
                }
            }
        }

        void begin() {
            on = true;
        }

        @Override
        public void close() {
            on = false;
            held.letGo();
        }
    }

    @ParameterizedTest
    @CsvSource({"PACE,31", "PACE,32", "DISK,33", "DISK,34", "FAULT,35", "FAULT,36"})
    void stateIsThatOfTheControllerAgainAfterAGap(Entry.Missed.Why why, long seed)
            throws Exception {
        Trouble trouble = new Trouble(why);
        Busy busy = new Busy(seed);
        NavigableMap<Long, Busy.Look> looks = new TreeMap<>();
        try (HistoryStore store = HistoryStore.open(file(), QUICK.withFault(trouble));
                trouble) {
            store.record(busy.controller());
            play(busy, looks, store, 40);
            trouble.begin();
            long before = looks.lastKey();
            Busy.Look look = look(busy, looks);
            while (look.snapshot().number() == before) {
                look = look(busy, looks);
            }
            await().until(
                            () ->
                                    trouble.met && why != Entry.Missed.Why.DISK
                                            || store.status().trouble().isPresent());
            while (store.status().missed() < 5 && why != Entry.Missed.Why.FAULT) {
                look = look(busy, looks);
            }
            trouble.close();
            await().until(() -> store.status().trouble().isEmpty() && store.flush());
            long last = look.snapshot().number();
            await().until(() -> certainFrom(last) > 0);
            play(busy, looks, store, 40);
        }
        assertThat(Stored.gaps(file())).extracting(Entry.Missed::why).containsOnly(why);
        assertStates(looks);
    }

    /** Before the first gap, and from when it is certain again, the record says what was so. */
    private void assertStates(NavigableMap<Long, Busy.Look> looks) throws Exception {
        long first = Stored.gaps(file()).getFirst().first();
        long certain = certainFrom(Stored.gaps(file()).getLast().last());
        try (HistoryReader reader = new HistoryReader(file())) {
            StateSearch search = new StateSearch(reader);
            Run run = reader.runs().getFirst();
            for (Busy.Look look : looks.headMap(first, false).values()) {
                look.assertIs(search.at(run, look.snapshot().number()));
            }
            assertThat(looks.tailMap(certain, true)).hasSizeGreaterThan(10);
            for (Busy.Look look : looks.tailMap(certain, true).values()) {
                look.assertIs(search.at(run, look.snapshot().number()));
            }
        }
    }

    @Test
    void stateIsUncertainFromTheGapToTheAnswer() throws Exception {
        Trouble disk = new Trouble(Entry.Missed.Why.FAULT);
        AtomicInteger asked = new AtomicInteger();
        try (HistoryStore store = HistoryStore.open(file(), QUICK.withFault(disk))) {
            Made made = made(store, asked);
            made.open("billing-sync");
            store.flush();
            disk.begin();
            made.grant("crm-bridge");
            store.flush();
            await().until(() -> asked.get() == 1);
            made.resume(2);
            store.flush();
            made.look();
            made.resume(2);
            store.flush();
        }
        try (HistoryReader reader = new HistoryReader(file())) {
            StateSearch search = new StateSearch(reader);
            Run run = reader.runs().getFirst();
            assertThat(List.of(3L, 4L, 5L, 6L, 7L, 8L))
                    .extracting(number -> search.at(run, number).missing())
                    .containsExactly(0L, 1L, 1L, 0L, 0L, 0L);
            assertThat(search.at(run, 5).held()).hasSize(1);
            assertThat(search.at(run, 8).held()).hasSize(2);
            List<String> told = new ArrayList<>();
            Retelling retelling = new Retelling(reader, run);
            retelling.tell(retelling.extent(), new Words(told));
            assertThat(told)
                    .as("also whoever hears it again is told what is certain")
                    .containsExactly("state 0", "1", "2", "3", "4", "5", "6", "state 6", "7", "8");
        }
    }

    @Test
    void controllerIsAskedAgainIfWhatItSaidFirstCouldNotBeStored() throws Exception {
        Trouble disk = new Trouble(Entry.Missed.Why.FAULT);
        Busy busy = new Busy(37);
        Busy.Look look = busy.step();
        for (int i = 0; i < 20; i++) {
            look = busy.step();
        }
        long before = look.snapshot().number();
        disk.begin();
        try (HistoryStore store = HistoryStore.open(file(), QUICK.withFault(disk))) {
            store.record(busy.controller());
            await().until(() -> !disk.on && store.status().pending() == 0);
            while (look.snapshot().number() == before) {
                look = busy.step();
            }
            long last = look.snapshot().number();
            await().until(() -> store.flush() && certainFrom(last) > 0);
        }
        try (HistoryReader reader = new HistoryReader(file())) {
            Run run = reader.runs().getFirst();
            look.assertIs(new StateSearch(reader).at(run, look.snapshot().number()));
        }
    }

    @Test
    void manyGapsAskTheControllerOnceASecond() throws Exception {
        Trouble disk = new Trouble(Entry.Missed.Why.FAULT);
        AtomicInteger asked = new AtomicInteger();
        HandClock clock = new HandClock(Made.START);
        Options options = QUICK.withFault(disk).withClock(clock);
        try (HistoryStore store = HistoryStore.open(file(), options)) {
            Made made = made(store, asked);
            for (int i = 0; i < 5; i++) {
                fail(disk, made, store);
            }
            assertThat(asked).hasValue(1);
            clock.turn(Duration.ofSeconds(1));
            fail(disk, made, store);
            assertThat(asked).as("a second later").hasValue(2);
            clock.turn(Duration.ofHours(-1));
            fail(disk, made, store);
            assertThat(asked).as("once the clock was set back").hasValue(3);
            made.look();
            store.flush();
            clock.turn(Duration.ofSeconds(1));
            made.resume(1);
            store.flush();
            made.resume(1);
            store.flush();
            assertThat(asked).as("once it has answered").hasValue(3);
        }
    }

    /** Two events: when the second is stored, it is settled whether the first had somebody ask. */
    private static void fail(Trouble disk, Made made, HistoryStore store) throws Exception {
        disk.begin();
        made.resume(1);
        store.flush();
        made.resume(1);
        store.flush();
    }

    private static Made made(HistoryStore store, AtomicInteger asked) {
        Recording recording = store.recording("demo");
        recording.subscribed(
                new ListenerSubscription() {
                    @Override
                    public void lookAgain() {
                        asked.incrementAndGet();
                    }

                    @Override
                    public void close() {}
                });
        return new Made(recording.listener());
    }

    private static void play(
            Busy busy, NavigableMap<Long, Busy.Look> looks, HistoryStore store, int steps)
            throws Exception {
        for (int i = 0; i < steps; i++) {
            look(busy, looks);
            store.flush();
        }
    }

    private static Busy.Look look(Busy busy, NavigableMap<Long, Busy.Look> looks) {
        Busy.Look look = busy.step();
        looks.put(look.snapshot().number(), look);
        return look;
    }

    /** Returns the number of the first snapshot from a number on; 0 if there is none. */
    /** Returns the first number from one on at which a snapshot says all; 0 if there is none. */
    private long certainFrom(long number) throws Exception {
        String sql = "SELECT number FROM snapshot WHERE number >= " + number + " ORDER BY number";
        try (HistoryReader reader = new HistoryReader(file())) {
            StateSearch search = new StateSearch(reader);
            for (String at : Stored.query(file(), sql)) {
                long there = Long.parseLong(at);
                if (search.at(reader.runs().getFirst(), there).missing() == 0) {
                    return there;
                }
            }
        }
        return 0;
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }

    /** What was told, in words. */
    private record Words(List<String> told) implements Retelling.Listener {

        @Override
        public void state(PastState state) {
            told.add("state " + state.number());
        }

        @Override
        public void entry(StoredEntry stored) {
            told.add(String.valueOf(stored.entry().number()));
        }
    }
}
