package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import leasehold.session.SessionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded stands in the file, in order and as it was. */
class HistoryStoreTest {

    private static final Instant AT = Instant.parse("2025-06-03T14:00:00.123456789Z");

    @TempDir private Path folder;

    @Test
    void everyEventIsStoredInOrderAndComesBackAsItWas() throws Exception {
        AnyEvent any = new AnyEvent(20250603);
        List<SessionEvent> told = new ArrayList<>();
        try (HistoryStore store = HistoryStore.open(file())) {
            Recording recording = store.recording("demo");
            for (long number = 1; number <= 3_000; number++) {
                SessionEvent event = any.next(number, AT.plusNanos(number));
                told.add(event);
                if (!(event instanceof SessionEvent.ShutDown)) {
                    recording.listener().onEvent(event);
                }
            }
            assertThat(store.flush()).isTrue();
            told.removeIf(SessionEvent.ShutDown.class::isInstance);
            assertThat(happened(store)).isEqualTo(told);
        }
    }

    @Test
    void runBeginsWithTheRecordingAndEndsWithTheController() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            store.flush();
            assertThat(runs(store)).extracting(Run::end).allMatch(end -> end.isEmpty());
            made.shutDown();
            store.flush();
            Run run = runs(store).getFirst();
            assertThat(run.controller()).isEqualTo("demo");
            assertThat(run.started()).isEqualTo(Made.START);
            assertThat(run.end())
                    .contains(
                            new Run.End(Run.Ending.SHUT_DOWN, Made.START.plusSeconds(4), 4, 1, 1));
        }
    }

    @Test
    void closingTheStoreEndsItsRunsInOrder() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).resume(5);
        }
        try (HistoryStore store = HistoryStore.open(file())) {
            Run.End end = runs(store).getFirst().end().orElseThrow();
            assertThat(end.ending()).isEqualTo(Run.Ending.CLOSED);
            assertThat(end.number()).isEqualTo(5);
        }
    }

    @Test
    void pagesFollowEachOtherWithoutHole() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).resume(25);
            store.flush();
            try (HistoryReader reader = store.reader()) {
                List<StoredEntry> first = reader.after(0, 10);
                List<StoredEntry> second = reader.after(first.getLast().position(), 10);
                assertThat(numbers(first)).isEqualTo(range(1, 10));
                assertThat(numbers(second)).isEqualTo(range(11, 20));
                assertThat(numbers(reader.before(second.getFirst().position(), 4)))
                        .isEqualTo(range(7, 10));
                assertThat(numbers(reader.before(Long.MAX_VALUE, 3))).isEqualTo(range(23, 25));
                assertThat(reader.count()).isEqualTo(25);
            }
        }
    }

    @Test
    void severalControllersAreRecordedSideBySide() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made one = new Made(store.recording("one").listener());
            Made other = new Made(store.recording("other").listener());
            one.resume(2);
            other.resume(1);
            one.resume(1);
            store.flush();
            assertThat(runs(store)).extracting(Run::controller).containsExactly("one", "other");
            assertThat(entries(store)).extracting(StoredEntry::run).containsExactly(1L, 1L, 2L, 1L);
        }
    }

    @Test
    void whatIsHeldIsKnownAndTheLedgerBalances() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            long lease = made.open("billing-sync");
            made.grant("crm-bridge");
            store.flush();
            assertThat(query(store, "SELECT count(*) FROM live_lease")).containsExactly("2");
            assertThat(query(store, "SELECT count(DISTINCT epoch) FROM live_session"))
                    .containsExactly("1");
            made.release(lease);
            store.flush();
            assertThat(query(store, "SELECT lease FROM live_lease")).containsExactly("4");
            assertThat(query(store, "SELECT granted - released - held FROM ledger"))
                    .containsExactly("0");
            made.close();
            store.flush();
            assertThat(query(store, "SELECT epoch FROM live_session")).isEmpty();
        }
    }

    @Test
    void personReadsTheViews() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.release(made.open("billing-sync"));
            made.close();
            store.flush();
            assertThat(query(store, "SELECT time || ' ' || kind FROM events"))
                    .contains("2025-06-03 14:00:03.000 lease.granted");
            assertThat(
                            query(
                                    store,
                                    "SELECT client || ' ' || holder || ' ' || ended_by FROM leases"))
                    .containsExactly("billing-sync ann@desk lease.released");
            assertThat(
                            query(
                                    store,
                                    "SELECT opened_by || ' ' || server_id || ' ' || reason FROM sessions"))
                    .containsExactly("billing-sync server-1 LAST_RELEASE");
        }
    }

    @Test
    void whatSomebodyElsePutBesideANewRecordStays() throws Exception {
        Path file = folder.resolve("record.leasehold");
        for (String ending : List.of(".new", ".part", ".1.part")) {
            Files.writeString(folder.resolve("record.leasehold" + ending), "mine");
        }
        HistoryStore.open(file).close();
        for (String ending : List.of(".new", ".part", ".1.part")) {
            assertThat(folder.resolve("record.leasehold" + ending)).hasContent("mine");
        }
    }

    @Test
    void fileMayHaveAnyName() throws Exception {
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
        String foreign = names.newEncoder().canEncode("éдни") ? "éдни" : "";
        Path odd = folder.resolve("a b?c#d%20&x=1" + foreign).resolve(foreign + " 100%.sqlite");
        try (HistoryStore store = HistoryStore.open(odd)) {
            new Made(store.recording("demo").listener()).resume(1);
            store.flush();
            assertThat(Stored.names(odd.getParent())).contains(foreign + " 100%.sqlite");
            assertThat(Stored.entries(odd)).hasSize(1);
        }
    }

    @Test
    void statusSaysWhatWasWrittenAndHowLargeItIs() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).resume(7);
            store.flush();
            HistoryStatus status = store.status();
            assertThat(status.file()).isEqualTo(file());
            assertThat(status.readOnly()).isEmpty();
            assertThat(status.written()).isEqualTo(7);
            assertThat(status.pending()).isZero();
            assertThat(status.missed()).isZero();
            assertThat(status.trouble()).isEmpty();
            assertThat(status.bytes()).isPositive();
        }
    }

    @Test
    void sizeGrowsWithWhatIsStoredThoughItStandsInTheLogYet() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(1);
            store.flush();
            long before = store.status().bytes();
            made.resume(3_000);
            store.flush();
            assertThat(store.status().bytes()).isGreaterThan(before + 100_000);
        }
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }

    private static List<SessionEvent> happened(HistoryStore store) throws IOException {
        return entries(store).stream()
                .map(StoredEntry::entry)
                .map(entry -> ((Entry.Happened) entry).event())
                .toList();
    }

    private static List<StoredEntry> entries(HistoryStore store) throws IOException {
        try (HistoryReader reader = store.reader()) {
            return reader.after(0, Integer.MAX_VALUE);
        }
    }

    private static List<Run> runs(HistoryStore store) throws IOException {
        try (HistoryReader reader = store.reader()) {
            return reader.runs();
        }
    }

    private static List<String> query(HistoryStore store, String sql) throws Exception {
        List<String> answers = new ArrayList<>();
        try (HistoryReader reader = store.reader();
                Statement statement = reader.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static List<Long> numbers(List<StoredEntry> entries) {
        return entries.stream().map(stored -> stored.entry().number()).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
