package leasehold.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes rows through one connection, in transactions from {@link #open} to {@link #commit}. For
 * one thread.
 */
final class Pen implements AutoCloseable {

    private final Connection connection;
    private final Batch entries;
    private final Batch pinnedLeases;
    private final Batch unpinnedLeases;
    private final PreparedStatement pinSession;
    private final Detail detail = new Detail();
    private final String store;
    private long nextPosition;
    private long nextRun;

    Pen(Connection connection) throws SQLException {
        this.connection = connection;
        entries =
                new Batch(
                        prepare(
                                """
                                INSERT INTO entry (position, run, number, at, nanos, epoch, kind,
                                  lease, client, took, detail)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """));
        pinnedLeases = new Batch(prepare("INSERT OR REPLACE INTO live_lease VALUES (?, ?, ?, ?)"));
        unpinnedLeases = new Batch(prepare("DELETE FROM live_lease WHERE run = ? AND lease = ?"));
        pinSession = prepare("INSERT OR REPLACE INTO live_session VALUES (?, ?, ?)");
        store = text("SELECT id FROM store");
        lookUp();
    }

    /** Returns what tells this store from any other. */
    String store() {
        return store;
    }

    Connection connection() {
        return connection;
    }

    /** Returns the position of the next entry. */
    long nextPosition() {
        return nextPosition;
    }

    /** Writes an entry, and returns its position. */
    long write(long run, Entry entry) throws SQLException {
        Row row = EventCodec.row(entry, detail);
        PreparedStatement to = entries.next();
        to.setLong(1, nextPosition);
        to.setLong(2, run);
        to.setLong(3, row.number());
        to.setLong(4, Times.nanos(row.at()));
        to.setLong(5, row.nanos());
        to.setLong(6, row.epoch());
        to.setString(7, row.kind().text());
        to.setLong(8, row.lease());
        to.setString(9, row.client());
        if (row.took().isPresent()) {
            to.setLong(10, row.took().getAsLong());
        } else {
            to.setNull(10, Types.INTEGER);
        }
        to.setString(11, row.detail());
        entries.add();
        return nextPosition++;
    }

    /** Begins a run, and returns its number. */
    long begin(String controller, Instant started) throws SQLException {
        long run = nextRun;
        update(
                "INSERT INTO run (id, controller, started) VALUES (?, ?, ?)",
                run,
                Unicode.whole(controller),
                Times.nanos(started));
        nextRun++;
        return run;
    }

    /** Returns the last run of a controller before another. */
    Optional<Run> former(String controller, long run) throws SQLException {
        String last =
                "SELECT * FROM run WHERE controller = ? AND id < ? ORDER BY started DESC, id DESC"
                        + " LIMIT 1";
        try (PreparedStatement query = prepare(last)) {
            query.setString(1, Unicode.whole(controller));
            query.setLong(2, run);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? Optional.of(Reading.run(result)) : Optional.empty();
            }
        }
    }

    /** Ends a run; nothing of it is live any more. */
    void end(long run, Run.End end) throws SQLException {
        update(
                """
                UPDATE run SET ended = ?, ending = ?, last = ?, held = ?, sessions = ?
                WHERE id = ?
                """,
                Times.nanos(end.at()),
                end.ending().name(),
                end.number(),
                end.held(),
                end.sessions(),
                run);
        update("DELETE FROM live_lease WHERE run = ?", run);
        update("DELETE FROM live_session WHERE run = ?", run);
    }

    /** Writes what a controller is like after the last entry. */
    void write(long run, PastState state) throws SQLException {
        Snapshots.write(
                connection, new Snapshots.Key(Optional.empty(), run, nextPosition - 1), state);
    }

    /** Keeps the entry that says that a lease has not ended. */
    void pinLease(long run, long lease, String state, long position) throws SQLException {
        PreparedStatement to = pinnedLeases.next();
        to.setLong(1, run);
        to.setLong(2, lease);
        to.setString(3, state);
        to.setLong(4, position);
        pinnedLeases.add();
    }

    /** No longer keeps what is said of a lease. */
    void unpinLease(long run, long lease) throws SQLException {
        PreparedStatement to = unpinnedLeases.next();
        to.setLong(1, run);
        to.setLong(2, lease);
        unpinnedLeases.add();
    }

    /** Keeps the entries that say that a session has not ended, in place of others of it. */
    void pinSession(long run, long epoch, List<Long> positions) throws SQLException {
        update("DELETE FROM live_session WHERE run = ? AND epoch = ?", run, epoch);
        for (long position : positions) {
            pinSession.setLong(1, run);
            pinSession.setLong(2, epoch);
            pinSession.setLong(3, position);
            pinSession.executeUpdate();
        }
    }

    /** Runs one statement, and returns how many rows it changed. */
    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Returns the number that a query answers with; 0 if it has no answer. */
    long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    /** Returns how large the file is, with what stands in its log yet. */
    long bytes() throws SQLException {
        return number("PRAGMA page_count") * number("PRAGMA page_size");
    }

    /** Begins a transaction. */
    void open() throws SQLException {
        execute("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        entries.write();
        pinnedLeases.write();
        unpinnedLeases.write();
        execute("COMMIT");
    }

    /** Takes back what was not committed. */
    void rollback() throws SQLException {
        entries.clear();
        pinnedLeases.clear();
        unpinnedLeases.clear();
        execute("ROLLBACK");
        lookUp();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void lookUp() throws SQLException {
        nextPosition = number("SELECT max(position) FROM entry") + 1;
        nextRun = number("SELECT max(id) FROM run") + 1;
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
    }
}
