package leasehold.ui.fx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * What of a table's rows is in view, to the pixel.
 *
 * @param <R> the rows
 */
final class Viewport<R> {

    private final TableView<R> table;

    /** A row in view. */
    record Seen<R>(R row, int index, double top) {}

    Viewport(TableView<R> table) {
        this.table = table;
    }

    /** Returns the rows that can be seen; none if the table cannot. */
    Set<R> visible() {
        Set<R> rows = new HashSet<>();
        if (Nodes.shown(table)) {
            rows().forEach(seen -> rows.add(seen.row()));
        }
        return rows;
    }

    /** Returns the rows in view, from the top. */
    List<Seen<R>> rows() {
        return flow().map(this::rows).orElse(List.of());
    }

    /** Scrolls the first of some rows that is still there to where it was. */
    void restore(List<Seen<R>> rows) {
        // The flow has to know the new number of rows before it can be scrolled among them.
        table.layout();
        for (Seen<R> seen : rows) {
            int index = table.getItems().indexOf(seen.row());
            if (index >= 0) {
                flow().ifPresent(flow -> scroll(flow, index, seen.top()));
                return;
            }
        }
    }

    private void scroll(VirtualFlow<?> flow, int index, double top) {
        flow.scrollToTop(index);
        flow.scrollPixels(-top);
        table.layout();
    }

    private List<Seen<R>> rows(VirtualFlow<?> flow) {
        @Nullable IndexedCell<?> first = flow.getFirstVisibleCell();
        @Nullable IndexedCell<?> last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return List.of();
        }
        List<Seen<R>> rows = new ArrayList<>();
        int end = Math.min(last.getIndex(), table.getItems().size() - 1);
        for (int i = first.getIndex(); i <= end; i++) {
            IndexedCell<?> cell = flow.getVisibleCell(i);
            if (cell != null) {
                rows.add(new Seen<>(table.getItems().get(i), i, cell.getLayoutY()));
            }
        }
        return rows;
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                ? Optional.of(flow)
                : Optional.empty();
    }
}
