package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of {@code snapshot}.
 *
 * @param run its run
 * @param position the position of the entry before it
 * @param state what the controller was like
 */
record SnapshotRow(long run, long position, PastState state) {

    /** Selects all snapshots in the order in which they were taken. */
    static final String ALL = "SELECT * FROM snapshot ORDER BY position, id";

    /** Reads a row. */
    static SnapshotRow of(ResultSet row) throws SQLException {
        return new SnapshotRow(row.getLong("run"), row.getLong("position"), Snapshots.read(row));
    }
}
