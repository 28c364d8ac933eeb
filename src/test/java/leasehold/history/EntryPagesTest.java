package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever became of a record, the list of its entries is what stands in it, row by row. */
class EntryPagesTest {

    @TempDir Path folder;

    private Told told;
    private HistoryReader reader;
    private EntryPages pages;

    @BeforeEach
    void open() throws IOException {
        told = new Told(folder.resolve("record.sqlite"), "orders");
        reader = told.store().reader();
        pages = new EntryPages(reader, "orders");
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        told.close();
    }

    @Test
    void listIsWhatStandsInTheRecordAsItGrows() throws IOException {
        same();
        tell(1, 5);
        same();
        told.miss(6, 40);
        same();
        tell(41, 50);
        told.miss(51, 51);
        told.miss(52, 60);
        same();
        tell(61, 61);
        same();
    }

    @Test
    void runsFollowEachOtherWithTheirSeams() throws IOException {
        tell(1, 5);
        told.restart();
        same();
        tell(1, 3);
        same();
        told.restart();
        told.miss(1, 7);
        tell(8, 9);
        same();
        assertThat(pages.list().at(pages.list().size() - 1)).isEqualTo(new Place(3, 9));
    }

    @Test
    void importedRunsStandWhereTheyBegan() throws Exception {
        Path file = folder.resolve("old.sqlite");
        try (Told old = new Told(file, "orders")) {
            old.tell(List.of(resumed(1), resumed(2)));
            old.restart();
            old.tell(List.of(resumed(1)));
        }
        tell(1, 3);
        told.restart();
        tell(1, 4);
        told.close();
        move(file, 1, -7_200);
        move(file, 2, -1_800);
        move(folder.resolve("record.sqlite"), 1, -3_600);
        assertThat(runs()).containsExactly(1L, 2L);
        new Import(folder.resolve("record.sqlite")).read(file, _ -> {});
        assertThat(runs()).containsExactly(3L, 1L, 4L, 2L);
        same();
        EntryList list = pages.list();
        assertThat(between(list, -3_700, -3_500).within(list))
                .as("as before, the times of the entries tell which lie in a range")
                .isEqualTo(between(list, -3_700, -3_500));
        assertThat(pages.read(list, 0, list.size()))
                .extracting(entry -> new Place(entry.run(), entry.entry().number()))
                .isEqualTo(LongStream.range(0, list.size()).mapToObj(list::at).toList());
    }

    private static void move(Path file, long run, long seconds) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE run SET started = started + %d WHERE id = %d"
                            .formatted(seconds * 1_000_000_000, run));
        }
    }

    /** Returns the runs in the order of the list. */
    private List<Long> runs() throws IOException {
        EntryList list = pages.list();
        return LongStream.range(0, list.size()).mapToObj(i -> list.at(i).run()).distinct().toList();
    }

    @Test
    void ofARangeOfTimeOnlyThoseNearItAreListed() throws IOException {
        tellSeconds(1, 10_000, 0);
        told.restart();
        tellSeconds(1, 100, 20_000);
        EntryList all = pages.list();
        EntryList first = between(all, 5_000, 5_010);
        assertThat(first.slice(0, 15)).isEqualTo(list(new Place(1, 4_997), 15));
        assertThat(first.size()).as("the seam has no time of its own").isEqualTo(16);
        EntryList second = between(all, 20_000, 20_002);
        assertThat(second.size()).as("one before, the seam, and 1 to 3").isEqualTo(5);
        assertThat(second.at(4)).isEqualTo(new Place(2, 3));
        assertThat(between(all, 30_000, 40_000).size()).isLessThan(3);
        assertThat(between(all, 60, 50).size()).isLessThan(3);
        assertThat(pages.between(all, Instant.MIN, Instant.MAX)).isEqualTo(all);
        assertThat(between(EntryList.EMPTY, 1, 2)).isEqualTo(EntryList.EMPTY);
    }

    @Test
    void gapsInWhichSomethingOfARangeMayBeMissingAreListedWithIt() throws IOException {
        tellSeconds(1, 100, 0);
        told.miss(101, 150);
        told.miss(151, 200);
        tellSeconds(201, 300, 0);
        told.miss(301, 400);
        tellSeconds(401, 500, 0);
        EntryList found = between(pages.list(), 210, 300);
        assertThat(found.indexOf(new Place(1, 400))).isNotNegative();
        assertThat(found.indexOf(new Place(1, 150))).isNegative();
        found = between(pages.list(), 201, 220);
        assertThat(found.indexOf(new Place(1, 150))).isNotNegative();
        assertThat(found.indexOf(new Place(1, 200))).isNotNegative();
        assertThat(found.indexOf(new Place(1, 400))).isNegative();
    }

    @Test
    void runInWhichTheWallClockWasSetBackIsListedWhole() throws IOException {
        tellSeconds(1, 100, 0);
        tellSeconds(101, 400, -150);
        EntryList all = pages.list();
        assertThat(between(all, 60, 70)).as("twice in the run").isEqualTo(all);
    }

    @Test
    void wallClockThatRanAheadWhileTheMachineSleptIsNoTrouble() throws IOException {
        tellSeconds(1, 100, 0);
        tellSeconds(101, 200, 3_600);
        assertThat(between(pages.list(), 50, 52)).isEqualTo(list(new Place(1, 47), 7));
    }

    @Test
    void ofALeaseItsEventsInEveryRunAndTheGapsAreListed() throws IOException {
        tell(List.of(granted(1, 7), granted(2, 8), granted(3, 7)));
        told.miss(4, 9);
        told.restart();
        tell(List.of(granted(1, 8), granted(2, 7)));
        EntryList all = pages.list();
        assertThat(pages.ofLease(all, 7))
                .isEqualTo(
                        EntryList.ofPlaces(
                                List.of(
                                        new Place(1, 1),
                                        new Place(1, 3),
                                        new Place(1, 9),
                                        new Place(2, 2))));
        assertThat(pages.ofLease(all.slice(1, 3), 7).size()).isEqualTo(1);
        assertThat(pages.ofLease(all, 0).size()).as("the gap alone").isEqualTo(1);
    }

    @Test
    void otherControllersAreNotInIt() throws IOException {
        tell(1, 5);
        try (Recording other = told.store().recording("stock")) {
            Made made = new Made(other.listener());
            made.resume(20);
        }
        tell(6, 9);
        same();
        assertThat(pages.list().size()).isEqualTo(9);
    }

    @Test
    void whatStaysOfWhatWasTrimmedIsInIt() throws IOException {
        Made made = new Made(told.listener());
        made.open("billing-sync");
        long held = made.grant("report-nightly");
        made.resume(5_000);
        told.keep(100);
        awaitSize(100, 110);
        assertThat(pages.list().before(new Place(1, 200)))
                .as("those of the open session and the held leases")
                .isPositive();
        made.release(held);
        made.resume(300);
        told.keep(50);
        awaitSize(50, 60);
    }

    @Test
    void whatStayedOfARunIsNotInItOnceTheRunEndedAndItWasTrimmed() throws IOException {
        Made made = new Made(told.listener());
        made.open("billing-sync");
        made.resume(5_000);
        told.keep(100);
        awaitSize(101, 110);
        told.restart();
        awaitSize(100, 100);
    }

    @Test
    void entryThatCannotBeReadIsAGapAmongThoseThatCan() throws Exception {
        tell(1, 5);
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + told.store().file());
                Statement damage = file.createStatement()) {
            damage.executeUpdate("UPDATE entry SET kind = 'no.such' WHERE number = 2");
            damage.executeUpdate("UPDATE entry SET detail = '{' WHERE number = 4");
        }
        List<StoredEntry> page = pages.read(pages.list(), 0, 5);
        assertThat(numbers(page)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(page.stream().map(StoredEntry::entry).filter(Entry.Missed.class::isInstance))
                .extracting(entry -> ((Entry.Missed) entry).why())
                .containsExactly(Entry.Missed.Why.UNREADABLE, Entry.Missed.Why.UNREADABLE);
    }

    @Test
    void pageIsReadByItsIndexAcrossStretches() throws IOException {
        tell(1, 5);
        told.miss(6, 40);
        tell(41, 50);
        EntryList list = pages.list();
        assertThat(numbers(pages.read(list, 3, 8))).containsExactly(4L, 5L, 40L, 41L, 42L);
        assertThat(pages.read(list, 3, 3)).isEmpty();
        assertThat(numbers(pages.read(list, 14, 99))).containsExactly(49L, 50L);
    }

    @Test
    void whatHadStayedGoesFromItWhenItIsTrimmedAtLast() throws Exception {
        Clock clock = Clock.fixed(Made.START.plusSeconds(5_000), ZoneOffset.UTC);
        Path file = folder.resolve("old.sqlite");
        try (HistoryStore store = HistoryStore.open(file, Options.usual().withClock(clock));
                HistoryReader old = store.reader()) {
            Recording recording = store.recording("orders");
            Made made = new Made(recording.listener());
            long held = made.open("billing-sync");
            made.resume(5_000);
            store.flush();
            store.retain(Retention.everything().withAge(Duration.ofSeconds(100)));
            EntryPages looked = new EntryPages(old, "orders");
            await().untilAsserted(() -> assertThat(looked.list().at(0)).isEqualTo(new Place(1, 1)));
            await().untilAsserted(() -> assertThat(looked.list().size()).isLessThan(200));
            made.release(held);
            store.flush();
            await().untilAsserted(
                            () ->
                                    assertThat(looked.list())
                                            .isEqualTo(new EntryPages(old, "orders").list()));
            await().untilAsserted(
                            () ->
                                    assertThat(looked.list().indexOf(new Place(1, held)))
                                            .as("the lease has ended, and its entries are gone")
                                            .isEqualTo(-1));
            recording.close();
            store.flush();
            await().untilAsserted(
                            () ->
                                    assertThat(looked.list().at(0).number())
                                            .as("the run has ended, and its session with it")
                                            .isGreaterThan(4_000));
        }
    }

    @Test
    void gapThatSaysMoreOrLessThanIsMissingHidesNoRow() throws Exception {
        tell(1, 5);
        told.miss(6, 40);
        tell(41, 50);
        told.miss(51, 60);
        tell(61, 70);
        for (String first : List.of("2", "30", "40", "-9")) {
            alter(
                    "UPDATE entry SET detail = json_set(detail, '$.first', json('%s'))"
                            + " WHERE kind = 'monitor.gap'",
                    first);
            pages = new EntryPages(reader, "orders");
            same();
        }
    }

    @Test
    void numbersThatAreMissingWithoutAGapAreNoRows() throws Exception {
        tell(1, 50);
        alter("UPDATE entry SET number = number + 5000000000 WHERE number > 20");
        alter("DELETE FROM entry WHERE number = 3");
        alter("UPDATE entry SET number = -7 WHERE number = 1");
        same();
    }

    @Test
    void numbersThatCannotBeCountedAreRefusedInASentence() throws Exception {
        tell(1, 3);
        alter("UPDATE run SET trimmed = -9223372036854775808");
        alter("UPDATE entry SET number = 9223372036854775807 WHERE number = 3");
        alter("UPDATE entry SET number = -9223372036854775807 WHERE number = 1");
        assertThatIOException()
                .isThrownBy(pages::list)
                .withMessageEndingWith("cannot be read: its numbers do not follow each other");
    }

    private void alter(String sql, Object... values) throws SQLException {
        try (Connection connection = Connections.writing(folder.resolve("record.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql.formatted(values));
        }
    }

    /** Events of a second each, on a wall clock that was moved by so many seconds. */
    private void tellSeconds(long first, long last, long moved) {
        tell(
                LongStream.rangeClosed(first, last)
                        .<SessionEvent>mapToObj(
                                n ->
                                        new SessionEvent.Resumed(
                                                new Stamp(
                                                        n,
                                                        Made.START.plusSeconds(n + moved),
                                                        n * 1_000_000_000,
                                                        1)))
                        .toList());
    }

    private EntryList between(EntryList list, long since, long until) throws IOException {
        return pages.between(list, Made.START.plusSeconds(since), Made.START.plusSeconds(until));
    }

    private static EntryList list(Place first, int size) {
        return EntryList.of(
                List.of(
                        new EntryList.Stretch(
                                first.run(), first.number(), first.number() + size - 1)));
    }

    private static SessionEvent granted(long number, long lease) {
        Instant at = Made.START.plusSeconds(number);
        return new SessionEvent.Granted(
                new Stamp(number, at, number * 1_000, 1), Made.lease(lease, 1, "crm", at));
    }

    private void tell(List<SessionEvent> events) {
        told.tell(events);
    }

    private void awaitSize(long least, long most) {
        await().untilAsserted(
                        () -> {
                            assertThat(pages.list().size()).isBetween(least, most);
                            same();
                        });
    }

    private void tell(long first, long last) {
        told.tell(LongStream.rangeClosed(first, last).mapToObj(EntryPagesTest::resumed).toList());
    }

    /** Runs in the order in which they began. */
    private RunOrder order() throws IOException {
        return RunOrder.of(reader.runs().stream().map(Run::id).toList());
    }

    private void same() throws IOException {
        List<Place> stored =
                reader.after(0, Integer.MAX_VALUE).stream()
                        .filter(entry -> isOfOrders(entry.run()))
                        .map(entry -> new Place(entry.run(), entry.entry().number()))
                        .sorted(order())
                        .toList();
        EntryList list = pages.list();
        assertThat(list.size()).isEqualTo(stored.size());
        assertThat(LongStream.range(0, list.size()).mapToObj(list::at)).isEqualTo(stored);
        assertThat(new EntryPages(reader, "orders").list()).as("looked at anew").isEqualTo(list);
    }

    private boolean isOfOrders(long run) {
        try {
            return reader.runs().stream()
                    .anyMatch(one -> one.id() == run && one.controller().equals("orders"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SessionEvent resumed(long number) {
        return new SessionEvent.Resumed(
                new Stamp(number, Made.START.plusSeconds(number), number * 1_000, 1));
    }

    private static List<Long> numbers(List<StoredEntry> entries) {
        return entries.stream().map(entry -> entry.entry().number()).toList();
    }
}
