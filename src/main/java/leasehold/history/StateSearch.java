package leasehold.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import leasehold.session.SessionEvent;

/**
 * Tells what a controller was like at any instant of its record: the last snapshot before it, and
 * what happened from there on. What a question costs depends on the distance between snapshots, not
 * on how long the record is; in a part that was written before version 4 there may be none for
 * long. As its reader, for one thread at a time.
 *
 * <p>The times of a run increase, save where the wall clock was set back; of an instant that came
 * twice, either may be meant.
 */
public final class StateSearch {

    private static final String FLOOR =
            "SELECT number, at FROM entry WHERE run = ? AND number <= ?"
                    + " ORDER BY number DESC LIMIT 1";
    private static final String ENDED =
            "SELECT lease FROM entry WHERE run = ? AND number > ? AND number <= ?"
                    + " AND kind IN ('lease.refused', 'lease.gaveUp', "
                    + LeaseSearch.ENDS
                    + ")";
    private static final String ENTRIES =
            "SELECT * FROM entry WHERE run = ? AND number > ? AND number <= ? ORDER BY number";
    private static final String FIRST =
            "SELECT number FROM (SELECT number, at FROM entry WHERE run = ? ORDER BY number LIMIT 1)"
                    + " WHERE at <= ?";
    private static final String LAST = "SELECT max(number) FROM entry WHERE run = ?";
    private static final String NEXT =
            """
            SELECT iif(kind = 'monitor.gap', detail ->> '$.count', 0) FROM entry
            WHERE run = ? AND number > ? ORDER BY number LIMIT 1
            """;
    private static final String TRIMMED = "SELECT trimmed FROM run WHERE id = ?";

    private final HistoryReader reader;

    /** Searches where a reader reads. */
    public StateSearch(HistoryReader reader) {
        this.reader = reader;
    }

    /** Returns the run of a controller that was the last to have begun by an instant. */
    public Optional<Run> run(String controller, Instant at) throws IOException {
        return reader.runs().reversed().stream()
                .filter(run -> run.controller().equals(controller))
                .filter(run -> !run.started().isAfter(at))
                .findFirst();
    }

    /**
     * Returns what the controller of a run was like at an instant: before the run, as it was when
     * the run began; after it, as it was when the run ended.
     */
    public PastState at(Run run, Instant at) throws IOException {
        try {
            Connection in = reader.connection();
            OptionalLong last = last(in, run.id(), Times.nanos(at));
            return last.isPresent()
                    ? at(in, run.id(), last.getAsLong())
                            .missing(next(in, run.id(), last.getAsLong()))
                    : first(in, run.id(), at);
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /** Nothing had been stored by then, or it was trimmed. */
    private static PastState first(Connection in, long run, Instant at) throws SQLException {
        PastState first =
                Snapshots.oldest(in, run).map(Snapshots.Stored::state).orElse(StateTrack.NOTHING);
        return first.at().isAfter(at) ? first.missing(one(in, TRIMMED, run).orElse(0)) : first;
    }

    /** Returns what the controller of a run was like after the event of a number. */
    public PastState at(Run run, long number) throws IOException {
        try {
            return at(reader.connection(), run.id(), number);
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    static PastState at(Connection in, long run, long number) throws SQLException {
        return at(in, run, number, Snapshots.newest(in, run, number));
    }

    /** Returns the same, from a snapshot on. */
    static PastState at(Connection in, long run, long number, Optional<Snapshots.Stored> snapshot)
            throws SQLException {
        StateTrack track = new StateTrack();
        PastState from = snapshot.map(Snapshots.Stored::state).orElse(StateTrack.NOTHING);
        track.reset(from);
        Set<Long> ended = ended(in, run, from.number(), number);
        try (PreparedStatement query = prepared(in, ENTRIES, run, from.number(), number);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                follow(track, rows, ended);
            }
        }
        PastState state = track.state();
        long trimmed = Math.min(number, one(in, TRIMMED, run).orElse(0));
        return state.missing(Math.max(0, trimmed - state.number()));
    }

    /** Of leases that have ended by then nothing is to be known, so that most rows cost little. */
    private static void follow(StateTrack track, ResultSet row, Set<Long> ended)
            throws SQLException {
        EventKind kind = Reading.kind(row);
        long lease = row.getLong("lease");
        if (kind.isOfLease() && ended.contains(lease)) {
            track.pass(kind, lease, Reading.stamp(row));
            return;
        }
        switch (Reading.entry(row).entry()) {
            case Entry.Happened(SessionEvent event) -> track.apply(event);
            case Entry.Missed gap -> track.apply(gap);
            case Entry.Seam _ -> {}
        }
    }

    private static Set<Long> ended(Connection in, long run, long from, long to)
            throws SQLException {
        Set<Long> ended = new HashSet<>();
        try (PreparedStatement query = prepared(in, ENDED, run, from, to);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ended.add(rows.getLong(1));
            }
        }
        return ended;
    }

    /** Returns the number of the last entry of a run by a time, which is found by halving. */
    private static OptionalLong last(Connection in, long run, long at) throws SQLException {
        OptionalLong first = one(in, FIRST, run, at);
        long known = first.orElse(0);
        long beyond = one(in, LAST, run).orElse(known) + 1;
        while (first.isPresent() && beyond - known > 1) {
            long middle = known + (beyond - known) / 2;
            try (PreparedStatement query = prepared(in, FLOOR, run, middle);
                    ResultSet row = query.executeQuery()) {
                long number = row.getLong(1);
                if (row.getLong(2) <= at) {
                    known = middle;
                } else {
                    beyond = number;
                }
            }
        }
        return first.isPresent() ? OptionalLong.of(known) : first;
    }

    /** Returns how many events are missing right after a number: they may have come before. */
    private static long next(Connection in, long run, long number) throws SQLException {
        return one(in, NEXT, run, number).orElse(0);
    }

    private static OptionalLong one(Connection in, String sql, long... values) throws SQLException {
        try (PreparedStatement query = prepared(in, sql, values);
                ResultSet row = query.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private static PreparedStatement prepared(Connection in, String sql, long... values)
            throws SQLException {
        PreparedStatement query = in.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            query.setLong(i + 1, values[i]);
        }
        return query;
    }
}
