package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;

/**
 * A row of {@code snapshot}.
 *
 * @param run its run
 * @param position the position of the entry before it
 * @param number the number of the last event before it
 * @param at the wall time
 * @param nanos the monotonic time
 * @param state the state of the controller
 * @param ledger what became of every lease
 * @param leases the leases and requests there were, an array of JSON
 */
record SnapshotRow(
        long run,
        long position,
        long number,
        Instant at,
        long nanos,
        SessionState state,
        Ledger ledger,
        String leases) {

    /** Selects all snapshots in the order in which they were stored. */
    static final String ALL = "SELECT * FROM snapshot ORDER BY position, id";

    /** Reads a row. */
    static SnapshotRow of(ResultSet row) throws SQLException {
        return new SnapshotRow(
                row.getLong("run"),
                row.getLong("position"),
                row.getLong("number"),
                Times.instant(row.getLong("at")),
                row.getLong("nanos"),
                state(row.getString("state")),
                new Ledger(
                        row.getLong("granted"),
                        row.getLong("released"),
                        row.getLong("unclaimed"),
                        row.getLong("revoked"),
                        row.getLong("expired"),
                        row.getLong("abandoned"),
                        row.getLong("lost"),
                        row.getLong("held")),
                row.getString("leases"));
    }

    /** Returns what of it a store keeps. */
    SessionSnapshot snapshot(String controller) {
        return new SessionSnapshot(
                controller,
                number,
                at,
                nanos,
                state,
                at,
                List.of(),
                List.of(),
                ledger,
                0,
                Optional.empty(),
                Optional.empty(),
                new SessionSnapshot.Tally(0, 0));
    }

    /**
     * Returns the leases.
     *
     * @throws IllegalArgumentException if they are none
     */
    List<LeaseInfo> infos() {
        try {
            return SnapshotLeases.of(leases);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "leases cannot be read: " + Reading.why(e), e);
        }
    }

    private static SessionState state(String word) throws SQLException {
        try {
            return SessionState.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new SQLException("a snapshot has no state '" + word + "'", e);
        }
    }
}
