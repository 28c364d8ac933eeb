package leasehold.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import leasehold.session.Ledger;
import leasehold.session.SessionState;

/** Writes rows of {@code snapshot}, and reads them back. */
final class Snapshots {

    private static final String WRITE =
            """
            INSERT OR REPLACE INTO snapshot (id, run, number, position, at, nanos, state, granted,
              released, unclaimed, revoked, expired, abandoned, lost, held, leases, sessions,
              detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NEWEST =
            "SELECT * FROM snapshot WHERE run = ? AND number <= ?"
                    + " ORDER BY number DESC, id DESC LIMIT 1";
    private static final String OLDEST =
            "SELECT * FROM snapshot WHERE run = ? ORDER BY number, id LIMIT 1";

    /** So many columns the table has since version 4. */
    private static final int COLUMNS = 18;

    private Snapshots() {}

    /** A snapshot, and its number in the table. */
    record Stored(long id, PastState state) {}

    /**
     * Where a snapshot stands.
     *
     * @param id its number in the table; empty for the next one. One of that number is replaced
     * @param run the run
     * @param position the position of the entry before it
     */
    record Key(Optional<Long> id, long run, long position) {}

    /** Writes a snapshot. */
    static void write(Connection to, Key key, PastState state) throws SQLException {
        write(to, key, state, (_, text) -> text);
    }

    /**
     * Writes a snapshot.
     *
     * @param shown tells by the name of a column and a text of it what is to stand there
     */
    static void write(Connection to, Key key, PastState state, BinaryOperator<String> shown)
            throws SQLException {
        Ledger ledger = state.ledger();
        Object[] values = {
            key.id().orElse(null),
            key.run(),
            state.number(),
            key.position(),
            Times.nanos(state.at()),
            state.nanos(),
            state.state().name(),
            ledger.granted(),
            ledger.released(),
            ledger.unclaimed(),
            ledger.revoked(),
            ledger.expired(),
            ledger.abandoned(),
            ledger.lost(),
            ledger.held(),
            shown.apply("leases", SnapshotLeases.text(state.leases())),
            shown.apply("sessions", SnapshotSessions.text(state)),
            shown.apply("detail", SnapshotSessions.rest(state))
        };
        try (PreparedStatement statement = to.prepareStatement(WRITE)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Returns the newest of a run that is not after a number. */
    static Optional<Stored> newest(Connection in, long run, long number) throws SQLException {
        return one(in, NEWEST, run, number);
    }

    /** Returns the oldest of a run. */
    static Optional<Stored> oldest(Connection in, long run) throws SQLException {
        return one(in, OLDEST, run);
    }

    private static Optional<Stored> one(Connection in, String sql, long... values)
            throws SQLException {
        try (PreparedStatement query = in.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setLong(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(row.getLong("id"), read(row)))
                        : Optional.empty();
            }
        }
    }

    /** Reads a row. */
    static PastState read(ResultSet row) throws SQLException {
        boolean older = row.getMetaData().getColumnCount() < COLUMNS;
        Plain plain =
                new Plain(
                        row.getLong("number"),
                        Times.instant(row.getLong("at")),
                        row.getLong("nanos"),
                        row.getString("state"),
                        ledger(row));
        try {
            return plain.with(
                    row.getString("leases"),
                    older ? "[]" : row.getString("sessions"),
                    older ? "{}" : row.getString("detail"));
        } catch (RuntimeException e) {
            throw new SQLException(
                    "the snapshot %d cannot be read: %s"
                            .formatted(row.getLong("id"), Reading.why(e)),
                    e);
        }
    }

    /**
     * What of a snapshot is no JSON.
     *
     * @param number the number of the event before it
     * @param at the wall time
     * @param nanos the monotonic time
     * @param state the word for the state
     * @param ledger the ledger
     */
    record Plain(long number, Instant at, long nanos, String state, Ledger ledger) {

        /**
         * Returns the snapshot.
         *
         * @throws RuntimeException if the state or the JSON is none
         */
        PastState with(String leases, String sessions, String detail) {
            List<DetailReader> all = DetailReader.array(sessions);
            DetailReader rest = DetailReader.of(detail);
            return new PastState(
                    number,
                    at,
                    nanos,
                    DetailReader.word("state", state, SessionState.class),
                    rest.timeIf("since"),
                    SnapshotSessions.sessions(all),
                    SnapshotSessions.strays(all),
                    SnapshotSessions.drain(rest),
                    SnapshotLeases.of(leases),
                    ledger,
                    rest.number("missing"));
        }
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        return new Ledger(
                row.getLong("granted"),
                row.getLong("released"),
                row.getLong("unclaimed"),
                row.getLong("revoked"),
                row.getLong("expired"),
                row.getLong("abandoned"),
                row.getLong("lost"),
                row.getLong("held"));
    }
}
