package leasehold.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    record Place(Optional<Long> id, long run, long position) {}

    /** Writes a snapshot. */
    static void write(Connection to, Place place, PastState state) throws SQLException {
        write(to, place, state, (_, text) -> text);
    }

    /**
     * Writes a snapshot.
     *
     * @param shown tells by the name of a column and a text of it what is to stand there
     */
    static void write(Connection to, Place place, PastState state, BinaryOperator<String> shown)
            throws SQLException {
        Ledger ledger = state.ledger();
        Object[] values = {
            place.id().orElse(null),
            place.run(),
            state.number(),
            place.position(),
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

    private static PastState read(ResultSet row) throws SQLException {
        boolean older = row.getMetaData().getColumnCount() < COLUMNS;
        List<DetailReader> sessions = DetailReader.array(older ? "[]" : row.getString("sessions"));
        DetailReader rest = DetailReader.of(older ? "{}" : row.getString("detail"));
        return new PastState(
                row.getLong("number"),
                Times.instant(row.getLong("at")),
                row.getLong("nanos"),
                SessionState.valueOf(row.getString("state")),
                rest.timeIf("since"),
                SnapshotSessions.sessions(sessions),
                SnapshotSessions.strays(sessions),
                SnapshotSessions.drain(rest),
                SnapshotLeases.of(row.getString("leases")),
                ledger(row),
                rest.number("missing"));
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
