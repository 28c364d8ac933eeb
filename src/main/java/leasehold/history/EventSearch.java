package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds entries of a controller in a range of time, newest first, page by page. A page looks at a
 * bounded number of entries, so that it costs the same however long the record is and however rare
 * what is asked for. As its reader, for one thread at a time.
 */
public final class EventSearch {

    /** So many entries a page looks at, at most. */
    static final int LOOKED_AT = 20_000;

    private static final String NEXT =
            "SELECT * FROM entry WHERE at >= ? AND (at, position) < (?, ?)"
                    + " ORDER BY at DESC, position DESC LIMIT ";
    private static final String PAGE =
            "SELECT e.* FROM (" + NEXT + LOOKED_AT + ") e JOIN run r ON r.id = e.run";
    private static final String PAGE_OF_LEASE =
            "SELECT e.* FROM entry e JOIN run r ON r.id = e.run"
                    + " WHERE e.at >= ? AND (e.at, e.position) < (?, ?)";
    private static final String END =
            "SELECT at, position FROM (" + NEXT + LOOKED_AT + ") ORDER BY at, position LIMIT 1";
    private static final String ORDER = " ORDER BY e.at DESC, e.position DESC LIMIT ?";

    private final HistoryReader reader;

    /**
     * Where a page ends and the next begins.
     *
     * @param at the time of an entry, in nanoseconds since 1970
     * @param position its position
     */
    public record Cursor(long at, long position) {}

    /**
     * Some entries.
     *
     * @param entries newest first; may be none, though there are more
     * @param next where to go on; empty if there are no more
     */
    public record Page(List<StoredEntry> entries, Optional<Cursor> next) {

        /** Copies. */
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** Searches where a reader reads. */
    public EventSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /**
     * Returns a page of the newest entries.
     *
     * @param what which entries are wanted
     * @param from where the page before ended; empty for the first
     * @param most how many entries at most, from 1
     */
    public Page newest(
            String controller,
            ExportRange range,
            ExportSelection.Matching what,
            Optional<Cursor> from,
            int most)
            throws IOException {
        if (most < 1) {
            throw new IllegalArgumentException("most is %d; allowed is 1 and more".formatted(most));
        }
        Cursor before = from.orElse(new Cursor(range.untilNanos(), Long.MIN_VALUE));
        try {
            List<StoredEntry> found = entries(controller, range, what, before, most);
            return new Page(found, next(range, what, before, found, most));
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    private List<StoredEntry> entries(
            String controller,
            ExportRange range,
            ExportSelection.Matching what,
            Cursor before,
            int most)
            throws SQLException {
        String head = what.lease().isPresent() ? PAGE_OF_LEASE : PAGE + " WHERE TRUE";
        String sql =
                head
                        + " AND r.controller = ? AND e.client = coalesce(?, e.client)"
                        + what.condition()
                        + ORDER;
        List<StoredEntry> found = new ArrayList<>();
        try (PreparedStatement query = prepared(sql, range, before)) {
            query.setString(4, controller);
            query.setString(5, what.client().orElse(null));
            query.setInt(6, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(Reading.entry(rows));
                }
            }
        }
        return found;
    }

    private Optional<Cursor> next(
            ExportRange range,
            ExportSelection.Matching what,
            Cursor before,
            List<StoredEntry> found,
            int most)
            throws SQLException {
        if (found.size() == most) {
            StoredEntry last = found.getLast();
            return Optional.of(new Cursor(Times.nanos(last.entry().at()), last.position()));
        }
        return what.lease().isPresent() ? Optional.empty() : lookedTo(range, before);
    }

    /** Returns the last entry that a page looked at; empty if there is none after it. */
    private Optional<Cursor> lookedTo(ExportRange range, Cursor before) throws SQLException {
        try (PreparedStatement query = prepared(END, range, before);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Cursor(row.getLong(1), row.getLong(2)))
                    : Optional.empty();
        }
    }

    private PreparedStatement prepared(String sql, ExportRange range, Cursor before)
            throws SQLException {
        PreparedStatement query = reader.connection().prepareStatement(sql);
        query.setLong(1, range.fromNanos());
        query.setLong(2, before.at());
        query.setLong(3, before.position());
        return query;
    }
}
