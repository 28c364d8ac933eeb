package leasehold.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Trims a record, a few entries at a time. For the thread that writes. */
final class Trimmer {

    /** How many entries are trimmed in one transaction: some tens of milliseconds. */
    static final int STEP = 4_096;

    private static final String OLDEST =
            """
            SELECT position, run, number FROM entry e WHERE position <= ?
              AND NOT EXISTS (SELECT 1 FROM live_lease l WHERE l.position = e.position)
              AND NOT EXISTS (SELECT 1 FROM live_session s WHERE s.position = e.position)
            ORDER BY position LIMIT ?
            """;
    private static final String NUMBERS =
            "SELECT run, max(number) FROM (" + OLDEST + ") GROUP BY run";
    private static final String TRIM =
            "DELETE FROM entry WHERE position IN (SELECT position FROM (" + OLDEST + "))";

    /** Up to where the next entries are too old; what was imported may lie behind younger ones. */
    private static final String OLD =
            """
            WITH next AS MATERIALIZED (
              SELECT position, at FROM entry e
              WHERE NOT EXISTS (SELECT 1 FROM live_lease l WHERE l.position = e.position)
                AND NOT EXISTS (SELECT 1 FROM live_session s WHERE s.position = e.position)
              ORDER BY position LIMIT %d)
            SELECT coalesce((SELECT min(position) - 1 FROM next WHERE at >= ?),
              (SELECT max(position) FROM next))
            """
                    .formatted(STEP);

    private static final int FREE_PAGES = 4_096;
    private static final int VACUUM_PAGES = 1_024;

    private final Pen pen;

    Trimmer(Pen pen) {
        this.pen = pen;
    }

    /** Trims some of what is not to be kept, and returns whether there may be more. */
    boolean step(Retention keep, Instant now) throws SQLException {
        boolean large = used() > keep.bytes();
        long last = Math.min(last(keep, now, large), pen.nextPosition() - 2);
        if (last < oldest()) {
            return false;
        }
        int trimmed = trim(last);
        if (free() > FREE_PAGES) {
            vacuum();
        }
        return trimmed == STEP || large && trimmed > 0;
    }

    /** Returns the position up to which entries are not to be kept. */
    private long last(Retention keep, Instant now, boolean large) throws SQLException {
        long last = pen.nextPosition() - 1 - Math.min(keep.entries(), pen.nextPosition());
        if (keep.age().isPresent()) {
            long from = Times.nanos(now.minus(keep.age().get()));
            last = Math.max(last, pen.number(OLD, from));
        }
        return large ? Long.MAX_VALUE : last;
    }

    private int trim(long last) throws SQLException {
        pen.open();
        for (Map.Entry<Long, Long> run : numbers(last).entrySet()) {
            moveSnapshot(run.getKey(), run.getValue());
            pen.update(
                    "UPDATE run SET trimmed = max(trimmed, ?) WHERE id = ?",
                    run.getValue(),
                    run.getKey());
        }
        int trimmed = pen.update(TRIM, last, STEP);
        tidy();
        pen.commit();
        return trimmed;
    }

    /** Returns up to which number each run is to be trimmed. */
    private Map<Long, Long> numbers(long last) throws SQLException {
        Map<Long, Long> numbers = new HashMap<>();
        try (PreparedStatement query = pen.connection().prepareStatement(NUMBERS)) {
            query.setLong(1, last);
            query.setInt(2, STEP);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return numbers;
    }

    /** What is trimmed must have left its mark on the snapshot before it, or nobody knows it. */
    private void moveSnapshot(long run, long number) throws SQLException {
        Optional<Snapshots.Stored> newest = Snapshots.newest(pen.connection(), run, number);
        if (newest.isPresent() && newest.get().state().number() < number) {
            PastState state = StateSearch.at(pen.connection(), run, number, newest);
            long position =
                    pen.number(
                            "SELECT position FROM entry WHERE run = ? AND number = ?", run, number);
            Optional<Long> id = Optional.of(newest.get().id());
            Snapshots.write(pen.connection(), new Snapshots.Key(id, run, position), state);
        }
    }

    /** Removes snapshots and runs of which no entry is left. */
    private void tidy() throws SQLException {
        pen.update(
                """
                DELETE FROM snapshot
                WHERE number < (SELECT trimmed FROM run WHERE run.id = snapshot.run)
                  AND id < (SELECT max(id) FROM snapshot later WHERE later.run = snapshot.run)
                """);
        pen.update(
                """
                DELETE FROM run WHERE ending IS NOT NULL AND id < (SELECT max(id) FROM run)
                  AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.run = run.id)
                """);
        pen.update("DELETE FROM snapshot WHERE run NOT IN (SELECT id FROM run)");
    }

    private long oldest() throws SQLException {
        return pen.number("SELECT min(position) FROM entry");
    }

    private long used() throws SQLException {
        return (pen.number("PRAGMA page_count") - free()) * pen.number("PRAGMA page_size");
    }

    private long free() throws SQLException {
        return pen.number("PRAGMA freelist_count");
    }

    /** Gives pages that are not used back to the disk; the file gets smaller. */
    private void vacuum() throws SQLException {
        try (Statement statement = pen.connection().createStatement()) {
            statement.executeUpdate("PRAGMA incremental_vacuum(" + VACUUM_PAGES + ")");
        }
    }
}
