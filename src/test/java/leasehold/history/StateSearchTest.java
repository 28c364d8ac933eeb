package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a controller was like at any instant is what it was like. */
class StateSearchTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stateAfterAnyEventIsWhatTheControllerSaidOfItself(long seed) throws Exception {
        NavigableMap<Long, Busy.Look> looks = record(seed, 400, 50);
        assertThat(Stored.query(file(), "SELECT count(*) FROM snapshot").getFirst())
                .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThan(4));
        try (HistoryReader reader = new HistoryReader(file())) {
            StateSearch search = new StateSearch(reader);
            Run run = reader.runs().getFirst();
            for (Busy.Look look : looks.values()) {
                look.assertIs(search.at(run, look.snapshot().number()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void stateAtARandomInstantIsThatOfANaiveReplay(long seed) throws Exception {
        record(seed, 300, 40);
        List<StoredEntry> all = Stored.entries(file());
        Random random = new Random(seed);
        try (HistoryReader reader = new HistoryReader(file())) {
            StateSearch search = new StateSearch(reader);
            for (int i = 0; i < 200; i++) {
                Instant first = all.getFirst().entry().at();
                long length = all.getLast().entry().at().toEpochMilli() - first.toEpochMilli();
                Instant at = first.plusMillis(random.nextLong(length));
                PastState found = search.at(search.run("demo", at).orElseThrow(), at);
                assertThat(found.held())
                        .as("held at %s", at)
                        .extracting(LeaseInfo::id)
                        .containsExactlyElementsOf(naivelyHeld(all, at).stream().sorted().toList());
                assertThat(found.missing()).isZero();
            }
        }
    }

    @Test
    void stateIsKnownOfEveryEntryThatIsKeptWhenOthersAreTrimmed() throws Exception {
        NavigableMap<Long, Busy.Look> looks = record(21, 400, 100);
        try (HistoryStore store = HistoryStore.open(file())) {
            store.retain(Retention.everything().withEntries(170));
            await().until(() -> Stored.entries(file()).size() == 170);
        }
        assertKept(file(), looks);
    }

    @Test
    void kindThatThereIsNotIsNamed() throws Exception {
        record(23, 40, 10);
        try (Connection connection = Connections.writing(file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE entry SET kind = 'x'");
        }
        try (HistoryReader reader = new HistoryReader(file())) {
            Run run = reader.runs().getFirst();
            assertThatIOException()
                    .isThrownBy(() -> new StateSearch(reader).at(run, Instant.MAX))
                    .withMessageContaining("cannot be read: event ")
                    .withMessageEndingWith(" is of the kind 'x'; allowed is a kind of event");
        }
    }

    @Test
    void recordingOfAPartKnowsTheStateFromItsFirstEntryOn() throws Exception {
        NavigableMap<Long, Busy.Look> looks = record(22, 400, 100);
        List<StoredEntry> all = Stored.entries(file());
        Instant middle = all.get(all.size() / 2).entry().at();
        Path part = folder.resolve("part.leasehold");
        ExportOrder order =
                ExportOrder.of(ExportFormat.RECORDING)
                        .within(new ExportRange(Optional.of(middle), Optional.empty()));
        try (HistoryReader reader = new HistoryReader(file())) {
            new Export(reader, (_, _, _, _) -> {}).write(order, part, _ -> {});
        }
        assertKept(part, looks);
    }

    /** After the first entry of a whole stretch to the last, all is known. */
    private static void assertKept(Path file, NavigableMap<Long, Busy.Look> looks)
            throws IOException {
        try (HistoryReader reader = new HistoryReader(file)) {
            Run run = reader.runs().getFirst();
            long last = run.end().orElseThrow().number();
            List<Long> numbers =
                    reader.after(0, Integer.MAX_VALUE).stream()
                            .map(e -> e.entry().number())
                            .toList();
            long first = last;
            while (numbers.contains(first - 1)) {
                first--;
            }
            NavigableMap<Long, Busy.Look> kept = looks.tailMap(first, true);
            assertThat(kept).hasSizeGreaterThan(20);
            for (Busy.Look look : kept.values()) {
                look.assertIs(new StateSearch(reader).at(run, look.snapshot().number()));
            }
            assertThat(new StateSearch(reader).at(run, run.started()).missing()).isPositive();
        }
    }

    @Test
    void whatIsMissingIsCounted() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.miss(40);
            made.resume(1);
        }
        try (HistoryReader reader = new HistoryReader(file())) {
            StateSearch search = new StateSearch(reader);
            Run run = reader.runs().getFirst();
            assertThat(search.at(run, 3).missing()).as("before the gap").isZero();
            assertThat(search.at(run, Made.START.plusSeconds(4)).missing())
                    .as("when they were missed")
                    .isEqualTo(40);
            assertThat(search.at(run, 44).missing()).as("after the snapshot").isZero();
        }
    }

    @Test
    void whatIsMissingStaysSoWhereNoSnapshotFollows() throws Exception {
        Held disk = new Held();
        Options slow = Options.usual().withCapacity(10).withInterval(5).withFault(disk);
        try (HistoryStore store = HistoryStore.open(file(), slow)) {
            Made made = new Made(store.recording("demo").listener());
            disk.awaitWriter();
            made.open("billing-sync");
            made.resume(25);
            disk.letGo();
            store.flush();
            made.resume(9);
        }
        try (HistoryReader reader = new HistoryReader(file())) {
            Run run = reader.runs().getFirst();
            PastState last = new StateSearch(reader).at(run, 37);
            assertThat(last.missing()).isEqualTo(18);
            assertThat(last.held()).hasSize(1);
            PastState snapshot =
                    Snapshots.newest(reader.connection(), run.id(), 37).orElseThrow().state();
            assertThat(snapshot.number()).isGreaterThanOrEqualTo(28);
            assertThat(snapshot.missing()).isEqualTo(18);
        }
    }

    @Test
    void whatWasTrimmedAfterAnEventThatIsKeptIsNotMissingBeforeIt() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            long kept = made.number();
            made.resume(50);
            store.flush();
            store.retain(Retention.everything().withEntries(10));
            await().until(() -> Stored.entries(file()).size() < 20);
            try (HistoryReader reader = new HistoryReader(file())) {
                Run run = reader.runs().getFirst();
                PastState then = new StateSearch(reader).at(run, kept);
                assertThat(then.held()).hasSize(1);
                assertThat(then.missing()).isLessThan(kept);
            }
        }
    }

    private NavigableMap<Long, Busy.Look> record(long seed, int steps, long interval)
            throws Exception {
        NavigableMap<Long, Busy.Look> looks = new TreeMap<>();
        Busy busy = new Busy(seed);
        try (HistoryStore store =
                HistoryStore.open(file(), Options.usual().withInterval(interval))) {
            store.record(busy.controller());
            for (int i = 0; i < steps; i++) {
                Busy.Look look = busy.step();
                looks.put(look.snapshot().number(), look);
                if (i % 10 == 0) {
                    store.flush();
                }
            }
            busy.end();
            Busy.Look last = new Busy.Look(busy.controller().snapshot(), List.of());
            looks.put(last.snapshot().number(), last);
        }
        return looks;
    }

    private static Set<Long> naivelyHeld(List<StoredEntry> all, Instant at) {
        Set<Long> held = new HashSet<>();
        for (StoredEntry stored : all) {
            if (stored.entry() instanceof Entry.Happened(SessionEvent event)
                    && !event.at().isAfter(at)) {
                if (event instanceof SessionEvent.Granted granted) {
                    held.add(granted.lease());
                } else if (event instanceof SessionEvent.Ended ended) {
                    held.remove(ended.lease());
                }
            }
        }
        return held;
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }
}
