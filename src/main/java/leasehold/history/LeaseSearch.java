package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds what a record says of leases and of how long their sessions took; reads all of a run. As
 * its reader, for one thread at a time.
 */
public final class LeaseSearch {

    /** The kinds of entries with which a lease ends. */
    static final String ENDS =
            "'lease.released', 'lease.unclaimed', 'lease.revoked', 'operator.revoked',"
                    + " 'lease.expired', 'lease.reclaimed', 'lease.lost'";

    /** One that had not ended was held to the end of its run. */
    static final String SPANS =
            """
            SELECT g.nanos - coalesce(g.took, 0) AS asked,
              coalesce(e.took, (SELECT max(nanos) FROM entry WHERE run = ?1) - g.nanos) AS held
            FROM entry g LEFT JOIN entry e ON e.run = g.run AND e.lease = g.lease AND e.lease <> 0
              AND e.kind IN (%s)
            WHERE g.run = ?1 AND g.kind = 'lease.granted' AND g.at >= ?2 AND g.at < ?3
            ORDER BY asked
            """
                    .formatted(ENDS);

    private static final String TOOK = "SELECT avg(took) FROM entry WHERE run = ? AND kind = ?";
    private static final String COUNT = "SELECT count(*) FROM entry WHERE run = ? AND kind = ?";

    private final HistoryReader reader;

    /** Searches where a reader reads. */
    public LeaseSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /** Returns the leases that were granted in a run, in the order in which they were asked for. */
    public List<LeaseSpan> spans(Run run) throws IOException, InterruptedException {
        List<LeaseSpan> spans = new ArrayList<>();
        spans(run, ExportRange.ALL, spans::add);
        return spans;
    }

    /**
     * Tells of the leases that were granted in a run, one after another, in the order in which they
     * were asked for. None of them is kept, so that there may be any number.
     *
     * @param range when they were granted
     * @throws InterruptedException if the thread was interrupted
     */
    public void spans(Run run, ExportRange range, Consumer<? super LeaseSpan> each)
            throws IOException, InterruptedException {
        Steps steps = new Steps(_ -> {});
        try (PreparedStatement statement = reader.connection().prepareStatement(SPANS)) {
            statement.setLong(1, run.id());
            statement.setLong(2, range.fromNanos());
            statement.setLong(3, range.untilNanos());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    steps.next();
                    each.accept(
                            new LeaseSpan(
                                    rows.getLong("asked"), Math.max(0, rows.getLong("held"))));
                }
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /** Returns how long openings took, on average; zero if there was none. */
    public Duration opening(Run run) throws IOException {
        return Duration.ofNanos(one(TOOK, run, EventKind.SESSION_OPENED));
    }

    /** Returns how long closings took, on average; zero if there was none. */
    public Duration closing(Run run) throws IOException {
        return Duration.ofNanos(one(TOOK, run, EventKind.SESSION_CLOSED));
    }

    /** Returns how many sessions were opened. */
    public long opened(Run run) throws IOException {
        return one(COUNT, run, EventKind.SESSION_OPENED);
    }

    private long one(String sql, Run run, EventKind kind) throws IOException {
        try (PreparedStatement statement = reader.connection().prepareStatement(sql)) {
            statement.setLong(1, run.id());
            statement.setString(2, kind.text());
            try (ResultSet row = statement.executeQuery()) {
                return Math.max(0, Math.round(row.getDouble(1)));
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }
}
