package leasehold.ui.model;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import leasehold.history.EntryList;
import leasehold.history.Place;
import leasehold.history.StoredEntry;
import org.jspecify.annotations.Nullable;

/**
 * The events as a list that may be as long as the record: a row is made when it is asked for, and
 * only the latest of them are kept. What costs nothing is the length.
 */
final class EventRows extends ObservableListBase<EventRow> {

    private static final int KEPT = 8_192;

    private final IntConsumer wanted;
    private final Map<Place, EventRow> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, EventRow> eldest) {
                    return size() > KEPT;
                }
            };
    private EntryList shown = EntryList.EMPTY;

    /**
     * Creates an empty list.
     *
     * @param wanted is told the index of a row that somebody looks at and that was not read yet
     */
    EventRows(IntConsumer wanted) {
        this.wanted = wanted;
    }

    /** Returns which entries are shown. */
    EntryList shown() {
        return shown;
    }

    /** Shows other entries. */
    void show(EntryList now) {
        EntryList old = shown;
        long gone = now.isEmpty() ? old.size() : old.before(now.at(0));
        EntryList rest = old.slice(gone, old.size());
        if (rest.begins(now)) {
            change(rest, 0, 0, new Rows(old.slice(0, gone)));
            change(now, size(), (int) now.size(), List.of());
        } else if (old.size() < now.size()
                && now.slice(now.size() - old.size(), now.size()).equals(old)) {
            change(now, 0, (int) (now.size() - old.size()), List.of());
        } else {
            change(now, 0, (int) now.size(), new Rows(old));
        }
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
        EventRow row = row(shown.at(index));
        if (row.known().isEmpty()) {
            wanted.accept(index);
        }
        return row;
    }

    @Override
    public int size() {
        return (int) shown.size();
    }

    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof EventRow wantedRow ? (int) shown.indexOf(wantedRow.place()) : -1;
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    private void change(EntryList now, int from, int to, List<EventRow> removed) {
        shown = now;
        if (from < to || !removed.isEmpty()) {
            fireChange(new Change(this, from, to, removed));
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
