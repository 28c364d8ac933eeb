package leasehold.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
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
    private final Set<Long> vain = new HashSet<>();
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

    /** Has an entry read, by its index among all; once, if nothing comes of it. */
    void want(long index) {
        long page = index / PAGE;
        if (!wanted.contains(page) && !vain.contains(index)) {
            wanted.addLast(page);
            if (wanted.size() > MOST) {
                wanted.removeFirst();
                tooMany = true;
            }
            readNext();
        }
    }

    /** Nothing is wanted any more, for the rows change. */
    void forget() {
        wanted.clear();
        vain.clear();
    }

    /** With each page comes the row above it, to which its first row tells its distance. */
    private void readNext() {
        if (!reading && !wanted.isEmpty()) {
            reading = true;
            long from = wanted.removeLast() * PAGE;
            EntryList all = rows.all();
            reader.<List<StoredEntry>>ask(
                    pages -> pages.read(all, Math.max(0, from - 1), from + PAGE),
                    entries -> take(all, from, entries.orElse(List.of())));
        }
    }

    private void take(EntryList all, long from, List<StoredEntry> entries) {
        reading = false;
        rows.fill(entries);
        if (all.equals(rows.all())) {
            LongStream.range(from, Math.min(from + PAGE, all.size()))
                    .filter(index -> rows.row(all.at(index)).known().isEmpty())
                    .forEach(vain::add);
        }
        boolean more = tooMany && wanted.isEmpty();
        tooMany &= !more;
        read.accept(more);
        readNext();
    }
}
