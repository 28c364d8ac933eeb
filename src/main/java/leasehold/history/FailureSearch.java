package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what failed in a run, and what says whom it met: openings, and what became of strays. What
 * that costs depends on how much of this there is, not on how long the record is. As its reader,
 * for one thread at a time.
 */
public final class FailureSearch {

    /** As in the index of what failed, so that it is used. */
    private static final String FAILURES =
            Stream.of(EventKind.values())
                    .filter(EventKind::mayCarryFailure)
                    .map(kind -> "'" + kind.text() + "'")
                    .collect(Collectors.joining(", "));

    static final String ENTRIES =
            """
            SELECT * FROM entry WHERE run = ?1 AND position >= ?2 AND at >= ?3 AND at < ?4
              AND kind IN (%s)
            UNION ALL SELECT * FROM entry WHERE run = ?1 AND position >= ?2 AND at >= ?3 AND at < ?4
              AND kind = 'session.opening'
            UNION ALL SELECT * FROM entry WHERE run = ?1 AND position >= ?2 AND at >= ?3 AND at < ?4
              AND kind IN ('session.strayResolved', 'operator.strayForgotten')
            ORDER BY position
            """
                    .formatted(FAILURES);

    static final String NEWEST =
            """
            SELECT position FROM entry WHERE run = ?1 AND kind IN (%s)
            UNION ALL SELECT position FROM entry WHERE run = ?1 AND kind = 'session.opening'
            UNION ALL SELECT position FROM entry WHERE run = ?1
              AND kind IN ('session.strayResolved', 'operator.strayForgotten')
            ORDER BY position DESC
            """
                    .formatted(FAILURES);

    private final HistoryReader reader;

    /**
     * The newest such entries of a run.
     *
     * @param first the position of the oldest of them; {@link Long#MAX_VALUE} if there are none
     * @param count how many there are
     * @param more whether there are older ones
     */
    public record Newest(long first, int count, boolean more) {}

    /** Searches where a reader reads. */
    public FailureSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /**
     * Returns where the newest such entries of a run stand, without reading them.
     *
     * @param most how many at most
     * @throws InterruptedException if the thread was interrupted
     */
    public Newest newest(Run run, int most) throws IOException, InterruptedException {
        Steps steps = new Steps(_ -> {});
        long first = Long.MAX_VALUE;
        int count = 0;
        try (PreparedStatement query = reader.connection().prepareStatement(NEWEST)) {
            query.setLong(1, run.id());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    steps.next();
                    if (count == most) {
                        return new Newest(first, count, true);
                    }
                    first = rows.getLong(1);
                    count++;
                }
            }
            return new Newest(first, count, false);
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /**
     * Gives every such entry of a run in a range of time, in the order in which they stand.
     *
     * @param first the first position, included
     * @throws InterruptedException if the thread was interrupted
     */
    public void each(Run run, long first, ExportRange range, Consumer<StoredEntry> to)
            throws IOException, InterruptedException {
        Steps steps = new Steps(_ -> {});
        try (PreparedStatement query = reader.connection().prepareStatement(ENTRIES)) {
            query.setLong(1, run.id());
            query.setLong(2, first);
            query.setLong(3, range.fromNanos());
            query.setLong(4, range.untilNanos());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    steps.next();
                    to.accept(Reading.entry(rows));
                }
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }
}
