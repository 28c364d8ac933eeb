package leasehold.history;

import java.time.Instant;
import java.util.OptionalLong;

/** A run that is imported, and how far it was told. Sees that nothing of it is missing. */
final class ImportedRun {

    private final RunRow row;
    private final long id;
    private final OptionalLong known;
    private boolean begun;
    private long last;
    private Instant at;

    private ImportedRun(RunRow row, long id, OptionalLong known) {
        this.row = row;
        this.id = id;
        this.known = known;
        at = row.started();
        check(row);
    }

    /** A run that becomes one of the record, with that number. */
    static ImportedRun fresh(RunRow row, long id) {
        return new ImportedRun(row, id, OptionalLong.empty());
    }

    /** A run that is in the record already, under that number, up to some event. */
    static ImportedRun known(RunRow row, long id, long last) {
        return new ImportedRun(row, id, OptionalLong.of(last));
    }

    /** Returns the run as it was told of. */
    RunRow row() {
        return row;
    }

    /** Returns its number in the record. */
    long id() {
        return id;
    }

    /** Tells whether it is to be written. */
    boolean isFresh() {
        return known.isEmpty();
    }

    /** Sees that an entry is the next. */
    void take(Entry entry) {
        switch (entry) {
            case Entry.Happened _ -> follow(entry.number());
            case Entry.Missed gap -> follow(gap.first());
            case Entry.Seam seam -> begin(seam);
        }
        begun = true;
        last = entry.number();
        at = entry.at();
    }

    /** Sees that a snapshot stands where it was taken. */
    void take(PastState snapshot) {
        long number = snapshot.number();
        boolean fits = last < row.trimmed() ? number <= row.trimmed() : number == last;
        if (begun ? !fits : number < 0) {
            throw new IllegalArgumentException(
                    "a snapshot of run %d has number %d; allowed is %d, the last before it"
                            .formatted(row.id(), number, last));
        }
        begun = true;
        last = Math.max(last, number);
    }

    /** Returns how it ends, once all was told. */
    Run.End end() {
        if (row.end().isPresent() && begun && row.end().get().last() != last) {
            throw new IllegalArgumentException(
                    "run %d is there up to number %d; allowed is %d, its end"
                            .formatted(row.id(), last, row.end().get().last()));
        }
        if (known.isPresent() && known.getAsLong() < last) {
            throw new IllegalArgumentException(
                    ("run %d of '%s' is in the record already, up to number %d, and here up to"
                                    + " number %d; allowed is to import it into a new record")
                            .formatted(row.id(), row.controller(), known.getAsLong(), last));
        }
        RunRow.Ended end =
                row.end().orElseGet(() -> new RunRow.Ended(Run.Ending.CUT, at, last));
        return new Run.End(end.ending(), end.at(), end.last(), row.held(), row.sessions());
    }

    private void begin(Entry.Seam seam) {
        if (begun || seam.number() < 0) {
            throw new IllegalArgumentException(
                    "a seam of run %d has number %d; allowed is one at its beginning, from 0"
                            .formatted(row.id(), seam.number()));
        }
    }

    private void follow(long number) {
        boolean fits =
                last < row.trimmed()
                        ? number > last && number - 1 <= row.trimmed()
                        : number - 1 == last && number > last;
        if (!fits) {
            throw new IllegalArgumentException(
                    "number is %d; allowed is %d, the next of run %d"
                            .formatted(number, Math.max(last, row.trimmed()) + 1, row.id()));
        }
    }

    private static void check(RunRow row) {
        long last = row.end().map(RunRow.Ended::last).orElse(0L);
        if (Math.min(Math.min(row.trimmed(), last), Math.min(row.held(), row.sessions())) < 0) {
            throw new IllegalArgumentException(
                    "run %d has trimmed %d, last %d, held %d, sessions %d; allowed is 0 and more"
                            .formatted(row.id(), row.trimmed(), last, row.held(), row.sessions()));
        }
    }
}
