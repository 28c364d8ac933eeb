package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a record says of sessions; what a question costs does not depend on how long the
 * record is, but where it says so. As its reader, for one thread at a time.
 */
public final class SessionSearch {

    private static final String OPENINGS =
            """
            SELECT e.* FROM entry e
            WHERE e.kind = 'session.opening' AND e.run = ? AND e.position < ?
            ORDER BY e.position DESC LIMIT ?
            """;
    private static final String ANSWERS =
            """
            SELECT e.* FROM entry o JOIN entry e ON e.epoch = o.epoch AND e.run = o.run
            WHERE o.kind = 'session.opening' AND o.run = ?
              AND e.lease = 0 AND e.at >= ? AND e.kind IN ('session.opened', 'session.openFailed')
            ORDER BY e.position
            """;
    private static final String ENTRIES =
            "SELECT * FROM entry WHERE run = ? AND epoch = ? AND lease = 0 AND position >= ?"
                    + " ORDER BY position";
    private static final String LEASES =
            """
            SELECT coalesce(sum(change > 0), 0), coalesce(max(held), 0) FROM (
              SELECT change, sum(change) OVER (ORDER BY number ROWS UNBOUNDED PRECEDING) AS held
              FROM (SELECT number, iif(kind = 'lease.granted', 1, -1) AS change FROM entry
                WHERE run = ? AND epoch = ? AND position > ? AND kind IN ('lease.granted', %s)))
            """
                    .formatted(LeaseSearch.ENDS);

    private final HistoryReader reader;

    /**
     * The leases that a session had.
     *
     * @param granted how many it was given
     * @param peak how many were held at most at a time
     */
    public record Leases(long granted, int peak) {}

    /** Searches where a reader reads. */
    public SessionSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /**
     * Returns the openings of sessions in a run, newest first.
     *
     * @param before only those that stand before this position; {@link Long#MAX_VALUE} for all
     * @param most how many at most, from 1
     */
    public List<StoredEntry> openings(Run run, long before, int most) throws IOException {
        return entries(OPENINGS, run.id(), before, most);
    }

    /**
     * Returns what came of the openings of a run: that a session was opened, or could not be; in
     * order. What it costs depends on how many sessions the run had.
     *
     * @param from only what came at this time or later
     */
    public List<StoredEntry> answers(Run run, Instant from) throws IOException {
        return entries(ANSWERS, run.id(), Times.nanos(from));
    }

    /** Returns what happened to the session of an opening, save to its leases, in order. */
    public List<StoredEntry> of(StoredEntry opening) throws IOException {
        return entries(ENTRIES, opening.run(), epoch(opening), opening.position());
    }

    /**
     * Returns which leases the session of an opening had so far; takes longer the more came after
     * it in its run.
     */
    public Leases leases(StoredEntry opening) throws IOException {
        try (PreparedStatement statement = reader.connection().prepareStatement(LEASES)) {
            statement.setLong(1, opening.run());
            statement.setLong(2, epoch(opening));
            statement.setLong(3, opening.position());
            try (ResultSet row = statement.executeQuery()) {
                return new Leases(row.getLong(1), row.getInt(2));
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    private static long epoch(StoredEntry opening) {
        if (opening.entry() instanceof Entry.Happened happened) {
            return happened.event().epoch();
        }
        throw new IllegalArgumentException(opening + " is no opening");
    }

    private List<StoredEntry> entries(String sql, long... values) throws IOException {
        try (PreparedStatement statement = reader.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            List<StoredEntry> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(Reading.entry(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }
}
