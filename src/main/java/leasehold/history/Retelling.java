package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a run from its first entry to its last, as whoever had listened to its controller would
 * have heard it. What is stored while it tells is not told. As its reader, for one thread at a
 * time.
 */
public final class Retelling {

    private static final String EXTENT = "SELECT count(*), max(number) FROM entry WHERE run = ?";
    private static final String END =
            "SELECT at FROM entry WHERE run = ? AND number <= ? ORDER BY number DESC LIMIT 1";
    private static final String ENTRIES =
            "SELECT * FROM entry WHERE run = ? AND number <= ? ORDER BY number";
    private static final String SNAPSHOTS =
            "SELECT * FROM snapshot WHERE run = ? AND number >= ? ORDER BY number, id";

    private final HistoryReader reader;
    private final Run run;

    /** What is to be told before an event that came after it. */
    private Optional<PastState> ahead = Optional.empty();

    /** Who is told. */
    public interface Listener {

        /**
         * What is so at this point: at the beginning, and where it is certain again after a gap, if
         * the record says it.
         */
        void state(PastState state);

        /** What happened next. */
        void entry(StoredEntry entry);
    }

    /**
     * How far a run goes.
     *
     * @param count how many entries it has
     * @param lastNumber the number of the last; 0 if there is none
     */
    public record Extent(long count, long lastNumber) {}

    /** Tells a run of what a reader reads. */
    public Retelling(HistoryReader reader, Run run) {
        this.reader = reader;
        this.run = run;
    }

    /** Returns how far the run goes now; takes longer the more entries it has. */
    public Extent extent() throws IOException {
        try (PreparedStatement statement = prepared(EXTENT);
                ResultSet row = statement.executeQuery()) {
            return new Extent(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /** Returns when the last entry of an extent was; empty if it has none. */
    public Optional<Instant> end(Extent extent) throws IOException {
        try (PreparedStatement statement = numbered(END, extent.lastNumber());
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(Times.instant(row.getLong(1))) : Optional.empty();
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /**
     * Tells all of an extent.
     *
     * @throws IOException if the record cannot be read from some entry on; those before were told
     * @throws InterruptedException if the thread was interrupted
     */
    public void tell(Extent extent, Listener listener) throws IOException, InterruptedException {
        Steps steps = new Steps(_ -> {});
        try (PreparedStatement statement = numbered(ENTRIES, extent.lastNumber());
                ResultSet rows = statement.executeQuery()) {
            ahead = snapshot(Long.MIN_VALUE, false);
            while (rows.next()) {
                steps.next();
                tell(Reading.entry(rows), listener);
            }
            tellAhead(listener);
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    private void tell(StoredEntry stored, Listener listener) throws SQLException {
        long number = stored.entry().number();
        if (ahead.isPresent() && ahead.get().number() < number) {
            tellAhead(listener);
        }
        listener.entry(stored);
        if (stored.entry() instanceof Entry.Missed) {
            ahead = snapshot(number, true);
        }
    }

    private void tellAhead(Listener listener) {
        ahead.ifPresent(listener::state);
        ahead = Optional.empty();
    }

    /** Returns the first snapshot from a number on; if that is asked for, the first sure one. */
    private Optional<PastState> snapshot(long from, boolean sure) throws SQLException {
        try (PreparedStatement statement = numbered(SNAPSHOTS, from);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                PastState state = Snapshots.read(rows);
                if (!sure || state.missing() == 0) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = reader.connection().prepareStatement(sql);
        statement.setLong(1, run.id());
        return statement;
    }

    private PreparedStatement numbered(String sql, long number) throws SQLException {
        PreparedStatement statement = prepared(sql);
        statement.setLong(2, number);
        return statement;
    }
}
