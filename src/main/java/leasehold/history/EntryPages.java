package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which entries of a controller there are, reads a few of them by where they stand, and tells
 * what the controller was like then: the cost is that of what is read, however long the record is.
 * Looking again costs what has changed. As its reader, for one thread at a time.
 */
public final class EntryPages {

    private static final String RUNS =
            """
            SELECT run.*, ending IS NOT NULL AS over, (SELECT count(*) FROM entry
              WHERE entry.run = run.id AND number <= trimmed) AS left
            FROM run WHERE controller = ? ORDER BY ending IS NULL, started, id
            """;
    private static final String BOUNDS =
            """
            SELECT (SELECT min(number) FROM entry WHERE run = ?1 AND number > ?2) AS first,
              (SELECT max(number) FROM entry WHERE run = ?1 AND number > ?2) AS last
            """;

    /** Of what was trimmed only that stays which has not ended. */
    private static final String LEFT =
            "SELECT number FROM entry WHERE run = ? AND number <= ? ORDER BY number";

    /** What is missing begins after the entry before, whatever the gap says of itself. */
    private static final String GAPS =
            """
            SELECT number, (SELECT max(number) + 1 FROM entry
                WHERE run = gap.run AND number < gap.number)
            FROM entry gap WHERE run = ? AND kind = 'monitor.gap' AND number > ? ORDER BY number
            """;

    /** In how many places a stretch has room. */
    private static final String ROOM =
            """
            SELECT (SELECT position FROM entry WHERE run = ?1 AND number = ?3)
              - (SELECT position FROM entry WHERE run = ?1 AND number = ?2)
            """;

    private static final String NUMBERS =
            "SELECT number FROM entry WHERE run = ? AND number BETWEEN ? AND ? ORDER BY number";
    private static final String PAGE =
            "SELECT * FROM entry WHERE run = ? AND number BETWEEN ? AND ? ORDER BY number";
    private static final String LEASE =
            "SELECT * FROM entry WHERE lease = ? AND run = ? AND lease <> 0 ORDER BY number LIMIT ?";

    /** What was missed may have been of any lease. */
    private static final String OF_LEASE =
            """
            SELECT run, number FROM entry WHERE lease = ? AND lease <> 0
            UNION SELECT run, number FROM entry WHERE kind = 'monitor.gap' ORDER BY run, number
            """;

    private final HistoryReader reader;
    private final String controller;
    private final Map<Long, Known> runs = new LinkedHashMap<>();
    private final Map<Long, Origin> origins = new HashMap<>();

    /**
     * A run as it was last looked at.
     *
     * @param trimmed up to which number it was trimmed
     * @param left how many entries are left of what was trimmed
     * @param over whether it had ended
     * @param entries its entries
     */
    private record Known(long trimmed, long left, boolean over, EntryList entries) {}

    /** Reads where a reader reads. */
    public EntryPages(HistoryReader reader, String controller) {
        this.reader = reader;
        this.controller = Unicode.whole(controller);
    }

    /**
     * Returns what tells the store in which they stand from any other: the places of one mean
     * nothing in another.
     */
    public String store() throws IOException {
        return reader.store();
    }

    /**
     * Returns which entries there are now: first those of runs that have ended, in the order in
     * which these began, whenever they were stored; then those of the run that goes on.
     */
    public EntryList list() throws IOException {
        try {
            look();
        } catch (IllegalArgumentException e) {
            throw reader.failed(new SQLException("its numbers do not follow each other", e));
        } catch (SQLException e) {
            throw reader.failed(e);
        }
        return EntryList.joined(
                RunOrder.of(List.copyOf(runs.keySet())),
                runs.values().stream().map(Known::entries).toList());
    }

    /** Returns of runs that were imported from where, as they were listed last. */
    public Map<Long, Origin> origins() {
        return Map.copyOf(origins);
    }

    /**
     * Reads entries by their index, in order. Those that were trimmed meanwhile are not among them.
     *
     * @param from the first index, included
     * @param to the last index, excluded
     */
    public List<StoredEntry> read(EntryList list, long from, long to) throws IOException {
        List<StoredEntry> entries = new ArrayList<>();
        for (EntryList.Stretch stretch : list.stretches(from, to)) {
            read(entries, PAGE, stretch.run(), stretch.first(), stretch.last());
        }
        return entries;
    }

    /** Returns the first entries of a lease in a run, in order. */
    public List<StoredEntry> ofLease(long run, long lease, int most) throws IOException {
        List<StoredEntry> entries = new ArrayList<>();
        read(entries, LEASE, lease, run, most);
        return entries;
    }

    /** Returns those of a list that are of a lease of any run, and the gaps. */
    public EntryList ofLease(EntryList list, long lease) throws IOException {
        List<Place> places = new ArrayList<>();
        try (PreparedStatement query = prepared(OF_LEASE, lease);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                places.add(new Place(rows.getLong(1), rows.getLong(2)));
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
        return list.within(EntryList.ofPlaces(places));
    }

    /**
     * Returns those of a list that may lie in a range of time: all that do, gaps in which some that
     * do were missed, and of a run in which the wall clock was seen to be set back all.
     *
     * @param since the earliest time, included
     * @param until the latest time, excluded
     */
    public EntryList between(EntryList list, Instant since, Instant until) throws IOException {
        List<EntryList> found = new ArrayList<>();
        long from = Times.nanos(since);
        long to = Times.nanos(until);
        long end;
        try {
            for (long begin = 0; begin < list.size(); begin = end) {
                end = list.before(new Place(list.at(begin).run(), Long.MAX_VALUE));
                EntryTimes times = new EntryTimes(reader.connection(), list, begin, end);
                found.add(times.between(from, to));
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
        return EntryList.joined(list.order(), found);
    }

    /** Returns what the controller was like after the entry of a place. */
    public PastState after(Place place) throws IOException {
        try {
            return StateSearch.at(reader.connection(), place.run(), place.number());
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    private void look() throws IOException, SQLException {
        Map<Long, Known> old = new LinkedHashMap<>(runs);
        runs.clear();
        origins.clear();
        try (PreparedStatement query = reader.connection().prepareStatement(RUNS)) {
            query.setString(1, controller);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long run = row.getLong("id");
                    long trimmed = row.getLong("trimmed");
                    long left = row.getLong("left");
                    boolean over = row.getBoolean("over");
                    Origin.of(row).ifPresent(from -> origins.put(run, from));
                    Known known = old.get(run);
                    if (known == null || known.trimmed() != trimmed || known.left() != left) {
                        runs.put(run, new Known(trimmed, left, over, whole(run, trimmed)));
                    } else if (known.over()) {
                        runs.put(run, known);
                    } else {
                        runs.put(run, new Known(trimmed, left, over, grown(run, known)));
                    }
                }
            }
        }
    }

    private EntryList whole(long run, long trimmed) throws SQLException {
        List<EntryList.Stretch> found = singles(LEFT, run, run, trimmed);
        found.addAll(after(run, trimmed));
        return EntryList.of(found);
    }

    private List<EntryList.Stretch> singles(String sql, long run, long... values)
            throws SQLException {
        List<EntryList.Stretch> found = new ArrayList<>();
        try (PreparedStatement query = prepared(sql, values);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new EntryList.Stretch(run, row.getLong(1), row.getLong(1)));
            }
        }
        return found;
    }

    private EntryList grown(long run, Known known) throws SQLException {
        EntryList entries = known.entries();
        return entries.isEmpty()
                ? whole(run, known.trimmed())
                : entries.then(EntryList.of(after(run, entries.at(entries.size() - 1).number())));
    }

    /** A gap stands at its last number; where the others would be there is nothing. */
    private List<EntryList.Stretch> after(long run, long number) throws SQLException {
        List<EntryList.Stretch> found = new ArrayList<>();
        try (PreparedStatement query = prepared(BOUNDS, run, number);
                ResultSet row = query.executeQuery()) {
            row.next();
            long first = row.getLong("first");
            if (row.wasNull()) {
                return found;
            }
            long last = row.getLong("last");
            return split(run, first, last, number);
        }
    }

    private List<EntryList.Stretch> split(long run, long first, long last, long number)
            throws SQLException {
        List<EntryList.Stretch> found = new ArrayList<>();
        long next = first;
        try (PreparedStatement query = prepared(GAPS, run, number);
                ResultSet gap = query.executeQuery()) {
            while (gap.next() && gap.getLong(1) <= last) {
                if (next < gap.getLong(1)) {
                    found.addAll(sound(run, next, gap.getLong(2) - 1));
                }
                next = gap.getLong(1);
            }
        }
        found.addAll(sound(run, next, last));
        return found;
    }

    /** Numbers that have no room for all between them are looked at one by one. */
    private List<EntryList.Stretch> sound(long run, long first, long last) throws SQLException {
        EntryList.Stretch stretch = new EntryList.Stretch(run, first, last);
        try (PreparedStatement query = prepared(ROOM, run, first, last);
                ResultSet row = query.executeQuery()) {
            return row.getLong(1) < stretch.size() - 1
                    ? singles(NUMBERS, run, run, first, last)
                    : List.of(stretch);
        }
    }

    private void read(List<StoredEntry> to, String sql, long... values) throws IOException {
        try (PreparedStatement query = prepared(sql, values);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                to.add(entry(rows));
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /** One entry that cannot be read keeps nobody from the others: a gap says so in its place. */
    private static StoredEntry entry(ResultSet row) throws SQLException {
        try {
            return Reading.entry(row);
        } catch (SQLException | RuntimeException e) {
            long number = row.getLong("number");
            return new StoredEntry(
                    row.getLong("position"),
                    row.getLong("run"),
                    new Entry.Missed(
                            number,
                            number,
                            Times.instant(row.getLong("at")),
                            Entry.Missed.Why.UNREADABLE));
        }
    }

    private PreparedStatement prepared(String sql, long... values) throws SQLException {
        PreparedStatement query = reader.connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            query.setLong(i + 1, values[i]);
        }
        return query;
    }
}
