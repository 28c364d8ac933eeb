package leasehold.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The newest events and, as a list, those of them that a filter lets through. Whatever comes and
 * goes at a time is one change; a row is found by its number.
 */
final class EventRows extends ObservableListBase<EventRow> {

    private final int most;
    private final List<EventRow> kept = new ArrayList<>();
    private List<EventRow> shown = new ArrayList<>();
    private Predicate<? super EventRow> wanted = _ -> true;

    /**
     * Creates an empty list.
     *
     * @param most how many events are kept
     */
    EventRows(int most) {
        this.most = most;
    }

    /** Returns how many are kept, whatever the filter. */
    int kept() {
        return kept.size();
    }

    /** Returns the number of the newest row that is kept; 0 if there is none. */
    long newest() {
        return kept.isEmpty() ? 0 : kept.getLast().number();
    }

    /** Returns how many rows are shown after a number. */
    int after(long number) {
        return shown.size() - place(shown, number + 1);
    }

    /** Tells whether the filter lets a row through. */
    boolean wants(EventRow row) {
        return wanted.test(row);
    }

    /** Returns the kept row with a number. */
    @Nullable EventRow row(long number) {
        int index = place(kept, number);
        return index < kept.size() && kept.get(index).number() == number ? kept.get(index) : null;
    }

    /**
     * Appends rows, and drops the oldest of those that are too many.
     *
     * @param alone whether all rows before them are to be dropped
     */
    void append(List<EventRow> fresh, boolean alone) {
        int old = alone ? kept.size() : 0;
        kept.addAll(fresh);
        kept.subList(0, Math.max(old, kept.size() - most)).clear();
        long oldest = kept.isEmpty() ? Long.MAX_VALUE : kept.getFirst().number();
        beginChange();
        try {
            drop(place(shown, oldest));
            add(fresh.stream().filter(row -> row.number() >= oldest).filter(wanted).toList());
        } finally {
            endChange();
        }
    }

    /** Lets other rows through. */
    void filter(Predicate<? super EventRow> newWanted) {
        wanted = newWanted;
        List<EventRow> now =
                kept.stream().filter(wanted).collect(Collectors.toCollection(ArrayList::new));
        if (now.equals(shown)) {
            return;
        }
        List<EventRow> old = shown;
        beginChange();
        try {
            shown = now;
            nextReplace(0, now.size(), old);
        } finally {
            endChange();
        }
    }

    @Override
    public EventRow get(int index) {
        return shown.get(index);
    }

    @Override
    public int size() {
        return shown.size();
    }

    @Override
    public int indexOf(@Nullable Object row) {
        if (!(row instanceof EventRow wantedRow)) {
            return -1;
        }
        int index = place(shown, wantedRow.number());
        return index < shown.size() && shown.get(index) == wantedRow ? index : -1;
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    private void drop(int count) {
        if (count > 0) {
            List<EventRow> oldest = shown.subList(0, count);
            List<EventRow> gone = List.copyOf(oldest);
            oldest.clear();
            nextRemove(0, gone);
        }
    }

    private void add(List<EventRow> fresh) {
        if (!fresh.isEmpty()) {
            shown.addAll(fresh);
            nextAdd(shown.size() - fresh.size(), shown.size());
        }
    }

    /** Returns the index of the first row whose number is not below. */
    private static int place(List<EventRow> rows, long number) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
