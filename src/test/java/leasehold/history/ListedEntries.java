package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A record that grows, and the list of its entries. */
abstract class ListedEntries {

    @TempDir Path folder;

    Told told;
    HistoryReader reader;
    EntryPages pages;

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

    static void move(Path file, long run, long seconds) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE run SET started = started + %d WHERE id = %d"
                            .formatted(seconds * 1_000_000_000, run));
        }
    }

    /** Returns the runs in the order of the list. */
    List<Long> runs() throws IOException {
        EntryList list = pages.list();
        return LongStream.range(0, list.size()).mapToObj(i -> list.at(i).run()).distinct().toList();
    }

    void alter(String sql, Object... values) throws SQLException {
        try (Connection connection = Connections.writing(folder.resolve("record.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql.formatted(values));
        }
    }

    /** Events of a second each, on a wall clock that was moved by so many seconds. */
    void tellSeconds(long first, long last, long moved) {
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

    EntryList between(EntryList list, long since, long until) throws IOException {
        return pages.between(list, Made.START.plusSeconds(since), Made.START.plusSeconds(until));
    }

    static EntryList list(Place first, int size) {
        return EntryList.of(
                List.of(
                        new EntryList.Stretch(
                                first.run(), first.number(), first.number() + size - 1)));
    }

    static SessionEvent granted(long number, long lease) {
        Instant at = Made.START.plusSeconds(number);
        return new SessionEvent.Granted(
                new Stamp(number, at, number * 1_000, 1), Made.lease(lease, 1, "crm", at));
    }

    void tell(List<SessionEvent> events) {
        told.tell(events);
    }

    void awaitSize(long least, long most) {
        await().untilAsserted(
                        () -> {
                            assertThat(pages.list().size()).isBetween(least, most);
                            same();
                        });
    }

    void tell(long first, long last) {
        told.tell(LongStream.rangeClosed(first, last).mapToObj(ListedEntries::resumed).toList());
    }

    /** Runs in the order in which they began. */
    RunOrder order() throws IOException {
        return RunOrder.of(reader.runs().stream().map(Run::id).toList());
    }

    void same() throws IOException {
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

    boolean isOfOrders(long run) {
        try {
            return reader.runs().stream()
                    .anyMatch(one -> one.id() == run && one.controller().equals("orders"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static SessionEvent resumed(long number) {
        return new SessionEvent.Resumed(
                new Stamp(number, Made.START.plusSeconds(number), number * 1_000, 1));
    }

    static List<Long> numbers(List<StoredEntry> entries) {
        return entries.stream().map(entry -> entry.entry().number()).toList();
    }
}
