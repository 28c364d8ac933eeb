package leasehold.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds by halving which entries of a run may lie in a range of time: a few dozen of them are read,
 * however many there are. Where those show that the wall clock was set back, all of the run may.
 */
final class EntryTimes {

    /** A clock that was set back by less is as good as steady. */
    private static final long SLACK_NANOS = 2_000_000_000;

    /** A gap is as late as what came before it: it has the time at which it was noticed. */
    private static final String EVENT =
            """
            SELECT number, at, nanos FROM entry
            WHERE run = ? AND number <= ? AND kind NOT IN ('monitor.gap', 'monitor.seam')
            ORDER BY number DESC LIMIT 1
            """;

    private final Connection in;
    private final EntryList list;
    private final long begin;
    private final long end;
    private final TreeMap<Long, Optional<Event>> read = new TreeMap<>();

    /**
     * The event at an index, or the last before it.
     *
     * @param at wall time, in nanoseconds since 1970
     * @param nanos monotonic time
     */
    private record Event(long number, long at, long nanos) {}

    /**
     * Looks at those entries of a list that are of one run.
     *
     * @param begin the first index, included
     * @param end the last index, excluded
     */
    EntryTimes(Connection in, EntryList list, long begin, long end) {
        this.in = in;
        this.list = list;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Returns those that may lie in a range, in nanoseconds since 1970: all that do, gaps in which
     * some that do were missed, and few others.
     *
     * @param since included
     * @param until excluded
     */
    EntryList between(long since, long until) throws SQLException {
        event(begin);
        event(end - 1);
        long first = first(Math.max(since, Long.MIN_VALUE + SLACK_NANOS) - SLACK_NANOS);
        long last = first(Math.min(until, Long.MAX_VALUE - SLACK_NANOS) + SLACK_NANOS);
        return steady() ? list.slice(withGaps(first), last) : list.slice(begin, end);
    }

    /** Returns the first index at which, or before which, something happened at a time or later. */
    private long first(long time) throws SQLException {
        long low = begin;
        long high = end;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (event(middle).filter(event -> event.at() >= time).isPresent()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns an index that comes before the gaps right before an index. */
    private long withGaps(long index) throws SQLException {
        if (index == begin) {
            return index;
        }
        long run = list.at(begin).run();
        return event(index - 1)
                .map(event -> Math.max(begin, list.before(new Place(run, event.number()))))
                .orElse(begin);
    }

    /** The wall clock may run ahead of the monotonic one, as when a machine slept. */
    private boolean steady() {
        long ahead = Long.MIN_VALUE;
        for (Map.Entry<Long, Optional<Event>> one : read.entrySet()) {
            if (one.getValue().isPresent()) {
                Event event = one.getValue().get();
                long offset = event.at() - event.nanos();
                if (ahead != Long.MIN_VALUE && offset < ahead - SLACK_NANOS) {
                    return false;
                }
                ahead = Math.max(ahead, offset);
            }
        }
        return true;
    }

    private Optional<Event> event(long index) throws SQLException {
        Optional<Event> known = read.get(index);
        if (known == null) {
            known = read(list.at(index));
            read.put(index, known);
        }
        return known;
    }

    private Optional<Event> read(Place place) throws SQLException {
        try (PreparedStatement query = in.prepareStatement(EVENT)) {
            query.setLong(1, place.run());
            query.setLong(2, place.number());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Event(
                                        row.getLong("number"),
                                        row.getLong("at"),
                                        row.getLong("nanos")))
                        : Optional.empty();
            }
        }
    }
}
