package leasehold.monitor;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import leasehold.history.Entry;
import leasehold.history.EventKind;
import leasehold.history.Scan;
import leasehold.history.StoredEntry;

/** Groups the failures that a record has by cause, by the same rules as those of a live target. */
public final class CauseSearch {

    /** What fails, and what says whom it met. */
    private static final Set<EventKind> KINDS =
            Set.of(
                    EventKind.SESSION_OPENING,
                    EventKind.SESSION_ATTEMPT_FAILED,
                    EventKind.SESSION_OPEN_FAILED,
                    EventKind.SESSION_CLOSE_FAILED,
                    EventKind.SESSION_LOST,
                    EventKind.SESSION_BEAT_FAILED,
                    EventKind.SESSION_STRAY_LISTED,
                    EventKind.SESSION_STRAY_RESOLVED,
                    EventKind.OPERATOR_STRAY_FORGOTTEN,
                    EventKind.LEASE_REFUSED,
                    EventKind.LEASE_LOST);

    private CauseSearch() {}

    /**
     * Returns the causes, most frequent first.
     *
     * @throws IOException if the record cannot be read
     * @throws InterruptedException if the thread was interrupted
     */
    public static List<FailureGroup> in(Scan scan) throws IOException, InterruptedException {
        FailureBook book = new FailureBook();
        scan.each(KINDS, entry -> apply(book, entry));
        return book.drain().stream()
                .sorted(Comparator.comparingLong(FailureGroup::count).reversed())
                .toList();
    }

    private static void apply(FailureBook book, StoredEntry stored) {
        if (stored.entry() instanceof Entry.Happened happened) {
            book.apply(happened.event());
        }
    }
}
