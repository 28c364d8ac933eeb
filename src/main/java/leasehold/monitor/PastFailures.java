package leasehold.monitor;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import leasehold.history.Entry;
import leasehold.history.ExportRange;
import leasehold.history.FailureSearch;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.history.StoredEntry;

/**
 * The failures that a record has of a controller, by cause, told by the same rules as those of a
 * live target: the same {@link Fingerprint} is the same cause, over all runs. {@link
 * SessionMonitor#remember(PastFailures)} makes one thing of those of former runs and those of a
 * live target. Immutable to its users; safe for use by several threads once it is read.
 */
public final class PastFailures {

    private final FailureBook book = new FailureBook();

    private PastFailures() {}

    /**
     * Reads what failed in a range of time, in all runs of a controller.
     *
     * @throws IOException if the record cannot be read
     * @throws InterruptedException if the thread was interrupted
     */
    public static PastFailures in(HistoryReader reader, String controller, ExportRange range)
            throws IOException, InterruptedException {
        return read(reader, range, run -> run.controller().equals(controller), Long.MAX_VALUE);
    }

    /**
     * Reads what failed in those runs of a controller that have ended.
     *
     * @param before only what stands before this position; {@link Long#MAX_VALUE} for all
     * @throws IOException if the record cannot be read
     * @throws InterruptedException if the thread was interrupted
     */
    public static PastFailures former(HistoryReader reader, String controller, long before)
            throws IOException, InterruptedException {
        Predicate<Run> wanted = run -> run.controller().equals(controller);
        return read(reader, ExportRange.ALL, wanted.and(run -> run.end().isPresent()), before);
    }

    /** Returns the causes, most frequent first. */
    public List<FailureGroup> groups() {
        return book.groups().stream()
                .sorted(Comparator.comparingLong(FailureGroup::count).reversed())
                .toList();
    }

    /** Returns what is known of each cause. Not to be changed. */
    FailureBook book() {
        return book;
    }

    private static PastFailures read(
            HistoryReader reader, ExportRange range, Predicate<Run> wanted, long before)
            throws IOException, InterruptedException {
        PastFailures past = new PastFailures();
        FailureSearch search = new FailureSearch(reader);
        for (Run run : reader.runs()) {
            if (wanted.test(run)) {
                past.book.begin(run.id());
                search.each(run, range, stored -> past.take(stored, before));
            }
        }
        return past;
    }

    private void take(StoredEntry stored, long before) {
        if (stored.position() < before && stored.entry() instanceof Entry.Happened happened) {
            book.apply(happened.event());
        }
    }
}
