package leasehold.monitor;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import leasehold.history.Entry;
import leasehold.history.ExportRange;
import leasehold.history.FailureSearch;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.history.StoredEntry;

/**
 * The failures that a record has of a controller, by cause, told by the same rules as those of a
 * live target: the same {@link Fingerprint} is the same cause, over all runs. {@link
 * SessionMonitor#remember} makes one thing of those of former runs and those of a live target.
 * Immutable to its users; safe for use by several threads once it is read.
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
        List<Run> runs =
                reader.runs().stream().filter(run -> run.controller().equals(controller)).toList();
        return read(reader, range, runs);
    }

    /**
     * Reads what failed in former runs of a controller.
     *
     * @throws IOException if the record cannot be read
     * @throws InterruptedException if the thread was interrupted
     */
    public static PastFailures former(HistoryReader reader, FormerRuns former)
            throws IOException, InterruptedException {
        return read(reader, ExportRange.ALL, former.in(reader));
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

    private static PastFailures read(HistoryReader reader, ExportRange range, List<Run> runs)
            throws IOException, InterruptedException {
        PastFailures past = new PastFailures();
        FailureSearch search = new FailureSearch(reader);
        for (Run run : runs) {
            past.book.begin(run.id());
            search.each(run, range, past::take);
        }
        return past;
    }

    private void take(StoredEntry stored) {
        if (stored.entry() instanceof Entry.Happened happened) {
            book.apply(happened.event());
        }
    }
}
