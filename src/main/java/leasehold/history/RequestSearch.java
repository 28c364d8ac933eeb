package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Finds what a record says of requests, granted or not: who asked when, and how long it lasted. As
 * its reader, for one thread at a time.
 */
public final class RequestSearch {

    private static final String REQUESTS =
            """
            SELECT lease, max(client) AS client,
              min(nanos - coalesce(took, 0)) FILTER (WHERE kind IN ('lease.requested',
                'lease.granted', 'lease.gaveUp', 'lease.refused')) AS asked,
              max(nanos) FILTER (WHERE kind = 'lease.granted') AS granted,
              max(nanos) FILTER (WHERE kind IN (%1$s)) AS ended,
              max(took) FILTER (WHERE kind IN (%1$s)) AS held,
              max(nanos) FILTER (WHERE kind = 'lease.lateRelease') AS late,
              max(nanos) FILTER (WHERE kind = 'lease.abandoned') AS abandoned,
              max(nanos) FILTER (WHERE kind IN ('lease.gaveUp', 'lease.unclaimed')) AS gaveUp,
              max(nanos) FILTER (WHERE kind = 'lease.refused') AS refused
            FROM entry
            WHERE run = ? AND lease <> 0 AND kind IN ('lease.requested', 'lease.granted',
              'lease.gaveUp', 'lease.refused', 'lease.lateRelease', 'lease.abandoned', %1$s)
            GROUP BY lease ORDER BY lease
            """
                    .formatted(LeaseSearch.ENDS);

    private final HistoryReader reader;

    /** Searches where a reader reads. */
    public RequestSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /**
     * Tells of every request of a run, in the order in which they were made, one after another, so
     * that there may be any number of them. Those that only a snapshot tells of come last.
     */
    public void each(Run run, Consumer<? super RequestSpan> then) throws IOException {
        try (PreparedStatement statement = reader.connection().prepareStatement(REQUESTS)) {
            RunBounds bounds = RunBounds.of(reader.connection(), run);
            statement.setLong(1, run.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    then.accept(new RequestRow(rows, bounds).span());
                }
            }
            bounds.unmentioned().forEach(then);
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }
}
