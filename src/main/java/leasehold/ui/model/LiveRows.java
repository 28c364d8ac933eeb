package leasehold.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;

/**
 * The rows of a table that lives, in the order in which they came. While the table is held nothing
 * changes place: what is new waits and is counted, what has gone stays a little longer. A model
 * adds and removes as it likes, and settles once a beat.
 *
 * @param <R> the rows, stable objects
 */
public final class LiveRows<R> {

    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final FilteredList<R> shown = new FilteredList<>(rows, this::passes);
    private final Set<R> waiting = new LinkedHashSet<>();
    private final Set<R> leaving = new LinkedHashSet<>();
    private final Set<R> unseen = new HashSet<>();
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper();
    private final boolean newestFirst;
    private Predicate<? super R> filter = _ -> true;
    private boolean filtered;
    private boolean stale;
    private LiveView<R> view = LiveView.nobody();

    /**
     * Creates no rows yet.
     *
     * @param newestFirst whether what is new comes before what there is, or after it
     */
    LiveRows(boolean newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** Returns the rows that the filter lets through. */
    public ObservableList<R> shown() {
        return shown;
    }

    /** Returns how many rows are new and not yet to be seen. */
    public ReadOnlyIntegerProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    /**
     * Has a table show the rows, until that is taken back.
     *
     * @param held tells whether nothing may change place
     * @param atEdge tells whether the view stands where new rows come
     * @param visible tells which rows can be seen
     * @param around runs every change of the rows
     */
    public Subscription shownBy(
            BooleanSupplier held,
            BooleanSupplier atEdge,
            Supplier<? extends Set<R>> visible,
            Consumer<Runnable> around) {
        view = new LiveView<>(held, atEdge, visible, around);
        return () -> view = LiveView.nobody();
    }

    /** Adds rows, oldest first. */
    void add(Collection<? extends R> added) {
        waiting.addAll(added);
    }

    /** Adds rows at the far end at once: they are old, and no news. */
    void addOldest(List<? extends R> older) {
        List<? extends R> inOrder = newestFirst ? older : older.reversed();
        view.around().accept(() -> rows.addAll(newestFirst ? rows.size() : 0, inOrder));
        count();
    }

    /** Removes rows; those that have never been shown never will be. */
    void remove(Collection<? extends R> removed) {
        for (R row : removed) {
            if (!waiting.remove(row)) {
                leaving.add(row);
            }
        }
    }

    /** Returns the rows that can be seen. */
    Set<R> visible() {
        return view.visible().get();
    }

    /** Lets only so many rows stay that have gone, and in any case those that can be seen. */
    void stayAtMost(int most) {
        if (leaving.size() > most) {
            Set<R> seen = visible();
            Set<R> out =
                    leaving.stream()
                            .filter(row -> !seen.contains(row))
                            .limit(leaving.size() - most)
                            .collect(Collectors.toSet());
            leaving.removeAll(out);
            unseen.removeAll(out);
            view.around().accept(() -> drop(out));
        }
    }

    /** Filters anew, at once: whoever sets a filter wants to see what comes of it. */
    void filter(Predicate<? super R> newFilter, boolean isFiltered) {
        filter = newFilter;
        filtered = isFiltered;
        if (otherwise()) {
            view.around().accept(this::refilter);
        }
        count();
    }

    /** Notes that rows have changed, so that the filter may decide otherwise. */
    void changed() {
        stale = filtered;
    }

    /** Counts what is new and was not seen yet, for instance when the table was scrolled. */
    public void count() {
        if (view.atEdge().getAsBoolean()) {
            unseen.clear();
        } else if (!unseen.isEmpty()) {
            unseen.removeAll(visible());
        }
        fresh.set(filtered ? passing() : waiting.size() + unseen.size());
    }

    /** Lets the changes in, unless the table is held, and counts what is new. */
    void settle() {
        if (waits() && !view.held().getAsBoolean()) {
            view.around().accept(this::letIn);
        }
        count();
    }

    /** Lets the changes in at once, for somebody wants to see them. */
    void catchUp() {
        view.around().accept(this::letIn);
        count();
    }

    /** Tells whether changes wait for the table to be let go. */
    boolean waits() {
        return stale || !waiting.isEmpty() || !leaving.isEmpty();
    }

    private void letIn() {
        drop(leaving);
        unseen.removeAll(leaving);
        leaving.clear();
        if (!waiting.isEmpty()) {
            if (!rows.isEmpty()) {
                unseen.addAll(waiting);
            }
            List<R> added = new ArrayList<>(waiting);
            rows.addAll(newestFirst ? 0 : rows.size(), newestFirst ? added.reversed() : added);
            waiting.clear();
        }
        if (stale && otherwise()) {
            refilter();
        }
        stale = false;
    }

    private int passing() {
        Stream<R> fromShown = shown.stream().filter(unseen::contains);
        return (int) Stream.concat(waiting.stream().filter(filter), fromShown).count();
    }

    private void refilter() {
        shown.setPredicate(this::passes);
    }

    private boolean passes(R row) {
        return filter.test(row);
    }

    /** Tells whether the filter decides otherwise than it did: to show anew what is shown costs. */
    private boolean otherwise() {
        int at = 0;
        for (R row : rows) {
            boolean was = at < shown.size() && shown.get(at) == row;
            if (passes(row) != was) {
                return true;
            }
            at += was ? 1 : 0;
        }
        return false;
    }

    /** One change; a run at either end, as an old end that is cut off, costs no search. */
    private void drop(Set<R> gone) {
        int count = gone.size();
        int rest = rows.size() - count;
        if (count == 0) {
            return;
        }
        if (gone.containsAll(rows.subList(0, Math.min(count, rows.size())))) {
            rows.replaceRange(0, count, List.of());
        } else if (gone.containsAll(rows.subList(rest, rows.size()))) {
            rows.replaceRange(rest, rows.size(), List.of());
        } else {
            rows.removeAll(gone);
        }
    }
}
