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
            SELECT * FROM entry WHERE run = ?1 AND at >= ?2 AND at < ?3 AND kind IN (%s)
            UNION ALL SELECT * FROM entry WHERE run = ?1 AND at >= ?2 AND at < ?3
              AND kind = 'session.opening'
            UNION ALL SELECT * FROM entry WHERE run = ?1 AND at >= ?2 AND at < ?3
              AND kind IN ('session.strayResolved', 'operator.strayForgotten')
            ORDER BY position
            """
                    .formatted(FAILURES);

    private final HistoryReader reader;

    /** Searches where a reader reads. */
    public FailureSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /**
     * Gives every such entry of a run in a range of time, in the order in which they stand.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public void each(Run run, ExportRange range, Consumer<StoredEntry> to)
            throws IOException, InterruptedException {
        Steps steps = new Steps(_ -> {});
        try (PreparedStatement query = reader.connection().prepareStatement(ENTRIES)) {
            query.setLong(1, run.id());
            query.setLong(2, range.fromNanos());
            query.setLong(3, range.untilNanos());
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
