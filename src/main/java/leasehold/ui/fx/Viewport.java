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

    private static final double ROUNDING = 0.5;

    private final TableView<R> table;

    /** A row in view. */
    record Seen<R>(R row, int index, double top, double bottom) {}

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
        for (Seen<R> seen : rows) {
            int index = table.getItems().indexOf(seen.row());
            if (index >= 0) {
                flow().ifPresent(flow -> scroll(flow, index, seen));
                return;
            }
        }
    }

    /** Tells whether the first row can be seen in full. */
    boolean atTop() {
        List<Seen<R>> rows = rows();
        return rows.isEmpty()
                || (rows.getFirst().index() == 0 && rows.getFirst().top() > -ROUNDING);
    }

    /** Tells whether the last row can be seen in full. */
    boolean atBottom() {
        List<Seen<R>> rows = rows();
        return rows.isEmpty()
                || (rows.getLast().index() == table.getItems().size() - 1
                        && rows.getLast().bottom() < height() + ROUNDING);
    }

    /** Tells whether all rows can be seen at once. */
    boolean whole() {
        return atTop() && atBottom();
    }

    /** Scrolls to the first row. */
    void top() {
        place(0);
    }

    /** Scrolls to the last row. */
    void bottom() {
        place(1);
    }

    /** Returns how many rows are in view, and of the last one a part. */
    double length() {
        return height() / table.getFixedCellSize();
    }

    /** Returns which row is the first in view, and how much of it is not. */
    double first() {
        List<Seen<R>> rows = rows();
        return rows.isEmpty()
                ? 0
                : rows.getFirst().index() - rows.getFirst().top() / table.getFixedCellSize();
    }

    /** Scrolls so that a row is the first in view, and a part of it is not. */
    void show(double row) {
        int index = (int) Math.max(0, Math.min(row, table.getItems().size() - 1.0));
        table.layout();
        flow().ifPresent(
                        flow -> {
                            flow.scrollToTop(index);
                            table.layout();
                            flow.scrollPixels((row - index) * table.getFixedCellSize());
                            table.layout();
                        });
    }

    /** Has something done whenever the rows are scrolled. */
    void onScroll(Runnable action) {
        table.skinProperty()
                .subscribe(
                        _ ->
                                flow().ifPresent(
                                                flow ->
                                                        flow.positionProperty()
                                                                .subscribe(
                                                                        (_, _) -> action.run())));
    }

    private void place(double position) {
        table.layout();
        flow().ifPresent(
                        flow -> {
                            flow.setPosition(position);
                            flow.requestLayout();
                        });
        table.layout();
    }

    private double height() {
        return flow().map(VirtualFlow::getViewportLength).orElse(0.0);
    }

    /** The flow has to learn the new number of rows before it can be scrolled among them. */
    private void scroll(VirtualFlow<?> flow, int index, Seen<R> seen) {
        if (index < seen.index()) {
            flow.scrollToTop(index);
        }
        table.layout();
        flow.scrollToTop(index);
        // Scrolling by pixels moves the cells that are there, so these come first.
        table.layout();
        flow.scrollPixels(-seen.top());
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
                double top = cell.getLayoutY();
                rows.add(new Seen<>(table.getItems().get(i), i, top, top + cell.getHeight()));
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
