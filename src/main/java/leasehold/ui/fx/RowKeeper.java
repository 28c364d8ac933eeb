package leasehold.ui.fx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a table's selection, and what is at its top edge, where they are while its rows change: by
 * row, never by index. At the edge where new rows come they are let in.
 *
 * @param <R> the rows, stable objects
 */
public final class RowKeeper<R> {

    private final TableView<R> table;
    private final Consumer<? super List<R>> onSelected;
    private boolean newestLast;
    private boolean changing;

    /**
     * Creates the keeper of a table.
     *
     * @param onSelected is told what is selected whenever that has changed
     */
    public RowKeeper(TableView<R> table, Consumer<? super List<R>> onSelected) {
        this.table = table;
        this.onSelected = onSelected;
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<R>) _ -> told());
    }

    /** Says that new rows come at the bottom, not at the top. */
    public RowKeeper<R> newestLast() {
        newestLast = true;
        return this;
    }

    /** Changes the rows. */
    public void around(Runnable change) {
        List<R> selected = selected();
        boolean atEnd = newestLast && atEnd();
        @Nullable Anchor<R> anchor = atEnd ? null : anchor();
        changing = true;
        try {
            change.run();
            select(selected);
        } finally {
            changing = false;
        }
        if (atEnd) {
            scrollToEnd();
        } else if (anchor != null) {
            anchor.restore(table);
        }
        // The next change may come before the next pulse, and asks where the rows are.
        table.layout();
        if (!selected.equals(selected())) {
            told();
        }
    }

    /** Selects a row and brings it into view. */
    public void reveal(R row) {
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(row);
        table.scrollTo(row);
        table.requestFocus();
    }

    private void told() {
        if (!changing) {
            onSelected.accept(selected());
        }
    }

    private List<R> selected() {
        List<R> rows = new ArrayList<>(table.getSelectionModel().getSelectedItems());
        rows.removeIf(row -> row == null);
        return List.copyOf(rows);
    }

    private void select(List<R> wanted) {
        if (wanted.equals(selected())) {
            return;
        }
        Set<R> rows = new HashSet<>(wanted);
        table.getSelectionModel().clearSelection();
        List<R> items = table.getItems();
        int[] indices =
                IntStream.range(0, items.size()).filter(i -> rows.remove(items.get(i))).toArray();
        if (indices.length > 0) {
            int[] others = Arrays.copyOfRange(indices, 1, indices.length);
            table.getSelectionModel().selectIndices(indices[0], others);
        }
    }

    private boolean atEnd() {
        @Nullable VirtualFlow<?> flow = flow();
        @Nullable IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        return flow == null
                || last == null
                || last.getIndex() >= table.getItems().size() - 1
                        && last.getLayoutY() + last.getHeight() <= flow.getHeight() + 1;
    }

    /** The table has to know of its new rows before it can scroll to the last of them. */
    private void scrollToEnd() {
        table.layout();
        table.scrollTo(table.getItems().size() - 1);
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private @Nullable Anchor<R> anchor() {
        @Nullable VirtualFlow<?> flow = flow();
        if (flow == null) {
            return null;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        if (!(first instanceof TableRow<?> row) || row.getItem() == null) {
            return null;
        }
        if (first.getIndex() == 0 && first.getLayoutY() >= 0) {
            return null;
        }
        return new Anchor<>(flow, seen(flow, first.getIndex()), first.getLayoutY());
    }

    private List<R> seen(VirtualFlow<?> flow, int first) {
        @Nullable IndexedCell<?> last = flow.getLastVisibleCell();
        int end = last == null ? first + 1 : last.getIndex() + 1;
        List<R> items = table.getItems();
        return List.copyOf(items.subList(first, Math.min(end, items.size())));
    }

    /** The rows that were seen: the first that is still there stays where it was. */
    private record Anchor<R>(VirtualFlow<?> flow, List<R> seen, double offset) {

        void restore(TableView<R> table) {
            for (int i = 0; i < seen.size(); i++) {
                int index = table.getItems().indexOf(seen.get(i));
                if (index >= 0) {
                    flow.scrollToTop(index);
                    flow.scrollPixels(-offset - i * table.getFixedCellSize());
                    return;
                }
            }
        }
    }
}
