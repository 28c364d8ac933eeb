package leasehold.ui.fx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import leasehold.ui.fx.Viewport.Seen;

/**
 * Keeps a table's selection, and what is at its top edge, where they are while its rows change: by
 * row, never by index. At the very top the newest rows are let in.
 *
 * @param <R> the rows, stable objects
 */
public final class RowKeeper<R> {

    private final TableView<R> table;
    private final Viewport<R> viewport;
    private final Consumer<? super List<R>> onSelected;
    private final List<R> beyond = new ArrayList<>();
    private Predicate<R> still = _ -> false;
    private boolean changing;

    /**
     * Creates the keeper of a table.
     *
     * @param onSelected is told what is selected whenever that has changed
     */
    public RowKeeper(TableView<R> table, Consumer<? super List<R>> onSelected) {
        this.table = table;
        viewport = new Viewport<>(table);
        this.onSelected = onSelected;
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<R>) _ -> told());
    }

    /** Says which rows there are though they are not in the table: they stay selected. */
    void keeping(Predicate<R> isStill) {
        still = isStill;
    }

    /** Changes the rows. */
    public void around(Runnable change) {
        List<R> selected = selected();
        List<Seen<R>> anchor = viewport.atTop() ? List.of() : viewport.rows();
        changing = true;
        try {
            change.run();
            select(selected);
        } finally {
            changing = false;
        }
        viewport.restore(anchor);
        List<R> now = selected();
        if (!selected.equals(now)) {
            onSelected.accept(now);
        }
    }

    /** Selects a row and brings it into view. */
    public void reveal(R row) {
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(row);
        table.scrollTo(row);
        table.requestFocus();
    }

    /** Selects the row that stands so many rows below what is selected, or as near as there is. */
    public void step(int by) {
        List<R> rows = table.getItems();
        if (!rows.isEmpty()) {
            int at = table.getSelectionModel().getSelectedIndex();
            int last = rows.size() - 1;
            int start = at < 0 && by < 0 ? rows.size() : at;
            reveal(rows.get(Math.clamp((long) start + by, 0, last)));
        }
    }

    private boolean isBeyond(R row) {
        return still.test(row) && !table.getItems().contains(row);
    }

    /** A list that is sorted has to be looked through; one that is not knows where its rows are. */
    private static <R> int[] indices(List<R> wanted, List<R> items) {
        if (!(items instanceof SortedList<R>)) {
            return wanted.stream().mapToInt(items::indexOf).filter(i -> i >= 0).sorted().toArray();
        }
        Set<R> rows = new HashSet<>(wanted);
        return IntStream.range(0, items.size()).filter(i -> rows.remove(items.get(i))).toArray();
    }

    private void told() {
        if (!changing) {
            beyond.clear();
            onSelected.accept(selected());
        }
    }

    private List<R> selected() {
        List<R> rows = new ArrayList<>(table.getSelectionModel().getSelectedItems());
        rows.removeIf(row -> row == null);
        rows.addAll(beyond);
        return List.copyOf(rows);
    }

    private void select(List<R> wanted) {
        boolean back = beyond.stream().anyMatch(row -> !isBeyond(row));
        if (!back && wanted.equals(selected())) {
            return;
        }
        table.getSelectionModel().clearSelection();
        int[] indices = indices(wanted, table.getItems());
        beyond.clear();
        wanted.stream().filter(this::isBeyond).forEach(beyond::add);
        if (indices.length > 0) {
            int[] others = Arrays.copyOfRange(indices, 1, indices.length);
            table.getSelectionModel().selectIndices(indices[0], others);
        }
    }
}
