package leasehold.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Gives many rows of one statement to the database at once, which costs less than half each. The
 * order among the rows of several statements is not kept. For one thread.
 */
final class Batch {

    private static final int MOST = 512;

    private final PreparedStatement statement;
    private int waiting;

    Batch(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Returns what takes the values of the next row. */
    PreparedStatement next() {
        return statement;
    }

    /** Adds the row whose values were set. */
    void add() throws SQLException {
        statement.addBatch();
        waiting++;
        if (waiting == MOST) {
            write();
        }
    }

    /** Gives the database what waits. */
    void write() throws SQLException {
        if (waiting > 0) {
            waiting = 0;
            statement.executeBatch();
        }
    }

    /** Forgets what waits. */
    void clear() throws SQLException {
        waiting = 0;
        statement.clearBatch();
    }
}
