package leasehold.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import leasehold.history.RequestSpan.Ending;
import leasehold.session.LeaseInfo;

/**
 * How far a run is seen: from its first snapshot to its last event, save in gaps. After each of
 * them there is a snapshot, so that the last one tells what had not ended by then.
 */
final class RunBounds {

    private static final String START =
            "SELECT nanos FROM snapshot WHERE run = ? ORDER BY number LIMIT 1";
    private static final String SNAPSHOT =
            "SELECT number, at, nanos, leases FROM snapshot WHERE run = ?"
                    + " ORDER BY number DESC LIMIT 1";
    private static final String LAST =
            """
            SELECT nanos FROM entry WHERE run = ? AND kind NOT IN ('monitor.gap', 'monitor.seam')
            ORDER BY number DESC LIMIT 1
            """;

    /** A gap at the beginning is none in which something could end that is seen in the run. */
    private static final String GAPS =
            """
            SELECT * FROM (SELECT g.number,
                (SELECT p.nanos FROM entry p WHERE p.run = g.run AND p.number < g.number
                  AND p.kind NOT IN ('monitor.gap', 'monitor.seam')
                  ORDER BY p.number DESC LIMIT 1) AS nanos
              FROM entry g WHERE g.run = ? AND g.kind = 'monitor.gap')
            WHERE nanos IS NOT NULL
            """;

    private final NavigableMap<Long, Long> gaps = new TreeMap<>();
    private final Map<Long, LeaseInfo> listed = new TreeMap<>();
    private final Set<Long> mentioned = new HashSet<>();
    private long startNanos;
    private long lastNanos;
    private long number;
    private long snapshotNanos;
    private Instant snapshotAt = Instant.EPOCH;

    private RunBounds() {}

    /** Takes a row. */
    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    static RunBounds of(Connection connection, Run run) throws SQLException {
        RunBounds bounds = new RunBounds();
        each(connection, START, run, row -> bounds.startNanos = row.getLong(1));
        each(connection, SNAPSHOT, run, bounds::snapshot);
        bounds.lastNanos = bounds.snapshotNanos;
        each(connection, LAST, run, row -> bounds.lastNanos = row.getLong(1));
        each(connection, GAPS, run, row -> bounds.gaps.put(row.getLong(1), row.getLong(2)));
        return bounds;
    }

    private static void each(Connection connection, String sql, Run run, Taking taking)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taking.take(rows);
                }
            }
        }
    }

    private void snapshot(ResultSet row) throws SQLException {
        number = row.getLong("number");
        snapshotAt = Times.instant(row.getLong("at"));
        snapshotNanos = row.getLong("nanos");
        Reading.leases(row).forEach(info -> listed.put(info.id(), info));
    }

    /** Notes that entries tell of a request. */
    void mention(long lease) {
        if (listed.containsKey(lease)) {
            mentioned.add(lease);
        }
    }

    /** Returns when the run begins. */
    long startNanos() {
        return startNanos;
    }

    /** Tells whether a request that did not end in the record had not ended by its last event. */
    boolean isLive(long lease) {
        return lease > number || listed.containsKey(lease);
    }

    /** Returns until when it is known that a request had not ended that did not in the record. */
    long seenUntil(long lease) {
        Map.Entry<Long, Long> gap = isLive(lease) ? null : gaps.higherEntry(lease);
        return gap == null ? lastNanos : gap.getValue();
    }

    /** Returns the requests of which no entry tells. */
    List<RequestSpan> unmentioned() {
        List<RequestSpan> spans = new ArrayList<>();
        listed.forEach(
                (lease, info) -> {
                    if (!mentioned.contains(lease)) {
                        spans.add(span(info));
                    }
                });
        return spans;
    }

    private RequestSpan span(LeaseInfo info) {
        Instant since = info.grantedAt().orElse(info.requestedAt());
        long sinceNanos = snapshotNanos - Times.between(since, snapshotAt);
        long from = Math.max(startNanos, sinceNanos);
        Ending ending = info.grantedAt().isPresent() ? Ending.HELD : Ending.UNANSWERED;
        return new RequestSpan(info.client(), from, Math.max(0, lastNanos - from), ending);
    }
}
