package leasehold.monitor;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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

    /** So many entries of former runs are read at most, which takes some seconds. */
    static final int MOST = 100_000;

    private final FailureBook book = new FailureBook();
    private final boolean cut;
    private Optional<Instant> since = Optional.empty();

    private PastFailures(boolean cut) {
        this.cut = cut;
    }

    /**
     * Reads what failed in a range of time, in all runs of a controller.
     *
     * @throws IOException if the record cannot be read
     * @throws InterruptedException if the thread was interrupted
     */
    public static PastFailures in(HistoryReader reader, String controller, ExportRange range)
            throws IOException, InterruptedException {
        PastFailures past = new PastFailures(false);
        FailureSearch search = new FailureSearch(reader);
        for (Run run : reader.runs()) {
            if (run.controller().equals(controller)) {
                past.read(search, run, 0, range);
            }
        }
        return past;
    }

    /**
     * Reads what failed in former runs of a controller: the newest of it if that is very much, and
     * {@link #since} then says from when on, so that the time this takes is bounded.
     *
     * @throws IOException if the record cannot be read
     * @throws InterruptedException if the thread was interrupted
     */
    public static PastFailures former(HistoryReader reader, FormerRuns former)
            throws IOException, InterruptedException {
        return former(reader, former, MOST);
    }

    static PastFailures former(HistoryReader reader, FormerRuns former, int most)
            throws IOException, InterruptedException {
        FailureSearch search = new FailureSearch(reader);
        Deque<Part> parts = new ArrayDeque<>();
        int left = most;
        boolean more = false;
        for (Run run : former.in(reader).reversed()) {
            if (!more) {
                FailureSearch.Newest newest = search.newest(run, left);
                parts.addFirst(new Part(run, newest.first()));
                left -= newest.count();
                more = newest.more();
            }
        }
        PastFailures past = new PastFailures(more);
        for (Part part : parts) {
            past.read(search, part.run(), part.first(), ExportRange.ALL);
        }
        return past;
    }

    /** What is read of a run. */
    private record Part(Run run, long first) {}

    /** Returns the causes, most frequent first. */
    public List<FailureGroup> groups() {
        return book.groups().stream()
                .sorted(Comparator.comparingLong(FailureGroup::count).reversed())
                .toList();
    }

    /** Returns from when on they are told of, if older ones are left out. */
    public Optional<Instant> since() {
        return since;
    }

    /** Returns what is known of each cause. Not to be changed. */
    FailureBook book() {
        return book;
    }

    private void read(FailureSearch search, Run run, long first, ExportRange range)
            throws IOException, InterruptedException {
        book.begin(run.id());
        search.each(run, first, range, this::take);
    }

    private void take(StoredEntry stored) {
        if (stored.entry() instanceof Entry.Happened happened) {
            since = cut ? since.or(() -> Optional.of(stored.entry().at())) : since;
            book.apply(happened.event());
        }
    }
}
