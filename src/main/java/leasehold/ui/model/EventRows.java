package leasehold.ui.model;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import leasehold.history.EntryList;
import leasehold.history.Place;
import leasehold.history.StoredEntry;
import org.jspecify.annotations.Nullable;

/**
 * The events, however many there are, and as a list those around where somebody looks: a table's
 * work grows with its length, so it gets no more than some thousand rows. A row is made when it is
 * asked for, and only the latest of them are kept.
 */
final class EventRows extends ObservableListBase<EventRow> {

    /** So many rows are in the list at least, if there are as many; twice as many at most. */
    static final int SPAN = 10_000;

    private static final int KEPT = 8_192;

    private final LongConsumer wanted;
    private final Map<Place, EventRow> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, EventRow> eldest) {
                    return size() > KEPT;
                }
            };
    private EntryList all = EntryList.EMPTY;
    private EntryList listed = EntryList.EMPTY;
    private long offset;

    /**
     * Creates an empty list.
     *
     * @param wanted is told which entry, by its index among all, somebody looks at that was not
     *     read yet
     */
    EventRows(LongConsumer wanted) {
        this.wanted = wanted;
    }

    /** Returns all entries, of which those in the list are a part. */
    EntryList all() {
        return all;
    }

    /** Returns how many entries come before the list. */
    long offset() {
        return offset;
    }

    /** Tells whether the newest entry is in the list. */
    boolean atEnd() {
        return offset + listed.size() == all.size();
    }

    /**
     * Shows other entries, and leaves in the list what is there.
     *
     * @param newest whether somebody looks at the newest entry, and wants to
     */
    void show(EntryList now, boolean newest) {
        boolean end = atEnd();
        long from = listed.isEmpty() ? 0 : now.before(listed.at(0));
        long to = listed.isEmpty() ? 0 : now.before(listed.at(listed.size() - 1)) + 1;
        if (newest || end && now.size() - from <= 2 * SPAN) {
            to = now.size();
        }
        list(now, newest && to - from > 2 * SPAN ? to - SPAN : from, Math.min(to, now.size()));
    }

    /** Shows nothing, and knows nothing of what it showed. */
    void forget() {
        show(EntryList.EMPTY, false);
        kept.clear();
    }

    /** Has the list be around an entry, by its index among all. */
    void slide(long index) {
        list(all, index - SPAN / 2, index + SPAN / 2);
    }

    /** Fills the rows of entries that were read. */
    void fill(List<StoredEntry> entries) {
        for (StoredEntry entry : entries) {
            row(new Place(entry.run(), entry.entry().number())).fill(new EventRecord(entry));
        }
    }

    /** Returns the row of a place, whether it is shown or not. */
    EventRow row(Place place) {
        return kept.computeIfAbsent(place, EventRow::new);
    }

    @Override
    public EventRow get(int index) {
        EventRow row = row(listed.at(index));
        if (row.known().isEmpty()) {
            wanted.accept(offset + index);
        }
        return row;
    }

    @Override
    public int size() {
        return (int) listed.size();
    }

    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof EventRow wantedRow ? (int) listed.indexOf(wantedRow.place()) : -1;
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    /** Lists as much of it as there should be, and tells what that changes. */
    private void list(EntryList now, long wantedFrom, long wantedTo) {
        long to = Math.min(now.size(), Math.max(wantedTo, wantedFrom + SPAN));
        long from = Math.max(0, Math.min(wantedFrom, to - SPAN));
        EntryList old = listed;
        EntryList fresh = now.slice(from, Math.max(to, Math.min(now.size(), from + SPAN)));
        EntryList stays = old.within(fresh);
        long before = stays.isEmpty() ? 0 : old.indexOf(stays.at(0));
        long ahead = stays.isEmpty() ? 0 : fresh.indexOf(stays.at(0));
        boolean inOnePiece =
                old.slice(before, before + stays.size()).equals(stays)
                        && fresh.slice(ahead, ahead + stays.size()).equals(stays);
        all = now;
        offset = from;
        if (inOnePiece) {
            long end = before + stays.size();
            change(old.slice(0, end), (int) end, (int) end, old.slice(end, old.size()));
            change(stays, 0, 0, old.slice(0, before));
            change(fresh.slice(0, ahead + stays.size()), 0, (int) ahead, EntryList.EMPTY);
            change(fresh, (int) (ahead + stays.size()), (int) fresh.size(), EntryList.EMPTY);
        } else {
            change(fresh, 0, (int) fresh.size(), old);
        }
    }

    private void change(EntryList now, int from, int to, EntryList removed) {
        listed = now;
        if (from < to || !removed.isEmpty()) {
            fireChange(new Change(this, from, to, new Rows(removed)));
        }
    }

    /** The rows of some entries, none of which is made before it is asked for. */
    private final class Rows extends AbstractList<EventRow> {

        private final EntryList entries;

        Rows(EntryList entries) {
            this.entries = entries;
        }

        @Override
        public EventRow get(int index) {
            return row(entries.at(index));
        }

        @Override
        public int size() {
            return (int) entries.size();
        }
    }

    /** One change. That of the toolkit would copy what was removed. */
    private static final class Change extends ListChangeListener.Change<EventRow> {

        private final int from;
        private final int to;
        private final List<EventRow> removed;
        private boolean begun;

        Change(EventRows rows, int from, int to, List<EventRow> removed) {
            super(rows);
            this.from = from;
            this.to = to;
            this.removed = removed;
        }

        @Override
        public boolean next() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        @Override
        public void reset() {
            begun = false;
        }

        @Override
        public int getFrom() {
            return from;
        }

        @Override
        public int getTo() {
            return to;
        }

        @Override
        public List<EventRow> getRemoved() {
            return removed;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
