package leasehold.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import leasehold.history.EntryList;
import leasehold.history.StoredEntry;

/**
 * Reads the rows that come into view, a page at a time. Of many pages that are wanted while one is
 * read, as under a hand that scrolls fast, only the last are.
 */
final class EventPager {

    private static final int PAGE = 128;
    private static final int MOST = 4;

    private final EventReader reader;
    private final EventRows rows;
    private final Consumer<Boolean> read;
    private final Deque<Long> wanted = new ArrayDeque<>();
    private boolean reading;
    private boolean tooMany;

    /**
     * Creates a pager.
     *
     * @param read is told when a page was read: whether others were wanted and are not read
     */
    EventPager(EventReader reader, EventRows rows, Consumer<Boolean> read) {
        this.reader = reader;
        this.rows = rows;
        this.read = read;
    }

    /** Has an entry read, by its index among all. */
    void want(long index) {
        long page = index / PAGE;
        if (!wanted.contains(page)) {
            wanted.addLast(page);
            if (wanted.size() > MOST) {
                wanted.removeFirst();
                tooMany = true;
            }
            readNext();
        }
    }

    /** Nothing is wanted any more. */
    void forget() {
        wanted.clear();
    }

    /** With each page comes the row above it, to which its first row tells its distance. */
    private void readNext() {
        if (!reading && !wanted.isEmpty()) {
            reading = true;
            long from = wanted.removeLast() * PAGE;
            EntryList all = rows.all();
            reader.<List<StoredEntry>>ask(
                    pages -> pages.read(all, Math.max(0, from - 1), from + PAGE), this::take);
        }
    }

    private void take(Optional<List<StoredEntry>> entries) {
        reading = false;
        rows.fill(entries.orElse(List.of()));
        boolean more = tooMany && wanted.isEmpty();
        tooMany &= !more;
        read.accept(more);
        readNext();
    }
}
