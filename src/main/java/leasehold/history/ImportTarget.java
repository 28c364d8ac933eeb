package leasehold.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what is imported into a record, in a transaction of the caller. What is told must be as a
 * record is: of a run nothing may be missing that is in no gap. For one thread.
 */
final class ImportTarget {

    private static final String SAME =
            "SELECT id, coalesce(last, 0) FROM run WHERE controller = ? AND started = ? AND id <= ?"
                    + " ORDER BY id LIMIT 1";

    private final Pen pen;
    private final Origin origin;
    private final Steps steps;
    private final long newest;
    private final Map<Long, ImportedRun> runs = new LinkedHashMap<>();
    private long entries;

    /**
     * Prepares an import.
     *
     * @param origin what stands in the record of the runs that come of it
     */
    ImportTarget(Pen pen, Origin origin, Steps steps) throws SQLException {
        this.pen = pen;
        this.origin = origin;
        this.steps = steps;
        newest = pen.number("SELECT max(id) FROM run");
    }

    /**
     * A run begins.
     *
     * @throws IllegalArgumentException if it is none; as with all others
     */
    void run(RunRow row) throws SQLException {
        if (runs.containsKey(row.id())) {
            throw new IllegalArgumentException("run %d is told of twice".formatted(row.id()));
        }
        Optional<ImportedRun> known = known(row);
        runs.put(row.id(), known.isPresent() ? known.get() : fresh(row));
    }

    private ImportedRun fresh(RunRow row) throws SQLException {
        long id = pen.begin(row.controller(), row.started());
        origin.write(pen, id);
        return ImportedRun.fresh(row, id);
    }

    /** Something stands in a run. */
    void entry(long id, Entry entry) throws SQLException, InterruptedException {
        ImportedRun run = run(id);
        run.take(entry);
        if (run.isFresh()) {
            pen.write(run.id(), renumbered(entry));
            entries++;
        }
        steps.next();
    }

    /** So was the controller of a run. */
    void snapshot(SnapshotRow row) throws SQLException {
        ImportedRun run = run(row.run());
        run.take(row.state());
        if (run.isFresh()) {
            pen.write(run.id(), row.state());
        }
    }

    /** That was all. */
    void end() throws SQLException {
        for (ImportedRun run : runs.values()) {
            Run.End end = run.end();
            if (run.isFresh()) {
                pen.end(run.id(), end);
                pen.update(
                        "UPDATE run SET trimmed = ? WHERE id = ?", run.row().trimmed(), run.id());
            }
        }
    }

    Import.Result result() {
        long fresh = runs.values().stream().filter(ImportedRun::isFresh).count();
        return new Import.Result(fresh, entries, runs.size() - fresh);
    }

    private ImportedRun run(long id) {
        ImportedRun run = runs.get(id);
        if (run == null) {
            throw new IllegalArgumentException(
                    "run is %d; allowed is one that was told of before, with its end"
                            .formatted(id));
        }
        return run;
    }

    private Optional<ImportedRun> known(RunRow row) throws SQLException {
        try (PreparedStatement query = pen.connection().prepareStatement(SAME)) {
            query.setString(1, Unicode.whole(row.controller()));
            query.setLong(2, Times.nanos(row.started()));
            query.setLong(3, newest);
            try (ResultSet same = query.executeQuery()) {
                return same.next()
                        ? Optional.of(ImportedRun.known(row, same.getLong(1), same.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    /** A seam names the run before it by its number here; 0 if it is not here. */
    private Entry renumbered(Entry entry) {
        if (!(entry instanceof Entry.Seam(long number, Instant at, Run former))) {
            return entry;
        }
        ImportedRun there = runs.get(former.id());
        long id = there == null ? 0 : there.id();
        Run here = new Run(id, former.controller(), former.started(), former.end());
        return new Entry.Seam(number, at, here);
    }
}
