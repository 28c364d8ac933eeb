package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Tells how many leases were held at every time of a run: what was granted, less what ended, from
 * the last snapshot on. As its reader, for one thread at a time.
 */
public final class HeldSearch {

    private static final String ENDED =
            "('lease.released', 'lease.unclaimed', 'lease.revoked', 'operator.revoked',"
                    + " 'lease.expired', 'lease.reclaimed', 'lease.lost')";

    private static final String CHANGES =
            """
            SELECT number, at, 1 AS change, NULL AS held, 0 AS later FROM entry
              WHERE run = ?1 AND kind = 'lease.granted'
            UNION ALL SELECT number, at, -1, NULL, 0 FROM entry
              WHERE run = ?1 AND kind IN %1$s
            UNION ALL SELECT number, at, 0, held, 1 FROM snapshot
              WHERE run = ?1 AND number >= (SELECT trimmed FROM run WHERE id = ?1)
            ORDER BY number, later
            """
                    .formatted(ENDED);

    /** Where no snapshot says how many there were in the beginning, the end does. */
    private static final String BASE =
            """
            SELECT coalesce(r.held, (SELECT count(*) FROM live_lease l
                WHERE l.run = r.id AND l.state <> 'WAITING'))
              - (SELECT count(*) FROM entry WHERE run = r.id AND kind = 'lease.granted')
              + (SELECT count(*) FROM entry WHERE run = r.id AND kind IN %1$s)
            FROM run r WHERE r.id = ?1 AND NOT EXISTS (
              SELECT 1 FROM snapshot s WHERE s.run = r.id AND s.number >= r.trimmed)
            """
                    .formatted(ENDED);

    private final HistoryReader reader;

    /** Takes what is told. */
    @FunctionalInterface
    public interface Held {
        /**
         * From now on so many are held.
         *
         * @param at since when
         * @param held how many, from 0
         */
        void are(Instant at, long held);
    }

    /** Searches where a reader reads. */
    public HeldSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /**
     * Tells of every change in a run, in order.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public void each(Run run, Held to) throws IOException, InterruptedException {
        Steps steps = new Steps(_ -> {});
        try (PreparedStatement statement = prepared(CHANGES, run);
                ResultSet rows = statement.executeQuery()) {
            long held = base(run);
            while (rows.next()) {
                steps.next();
                long known = rows.getLong("held");
                held = rows.wasNull() ? Math.max(0, held + rows.getLong("change")) : known;
                to.are(Times.instant(rows.getLong("at")), held);
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    private long base(Run run) throws SQLException {
        try (PreparedStatement statement = prepared(BASE, run);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Math.max(0, row.getLong(1)) : 0;
        }
    }

    private PreparedStatement prepared(String sql, Run run) throws SQLException {
        PreparedStatement statement = reader.connection().prepareStatement(sql);
        statement.setLong(1, run.id());
        return statement;
    }
}
