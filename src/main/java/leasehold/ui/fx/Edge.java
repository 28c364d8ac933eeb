package leasehold.ui.fx;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The edge of a table at which its new rows come, as it is sorted now. Whoever stands there
 * follows; at the bottom only if he went there, for a list that still fits has both edges in view.
 */
final class Edge {

    private final TableView<?> table;
    private final Viewport<?> viewport;
    private final Newest unsorted;
    private final Map<String, Newest> ascending = new HashMap<>();
    private BooleanSupplier atEnd = () -> true;
    private Runnable toEnd = () -> {};
    private boolean following;

    /**
     * Creates the edge of a table.
     *
     * @param unsorted where new rows come while the table is not sorted
     */
    Edge(TableView<?> table, Viewport<?> viewport, Newest unsorted) {
        this.table = table;
        this.viewport = viewport;
        this.unsorted = unsorted;
        // The flow still is as it was before the change when this is told.
        table.heightProperty().subscribe(this::keep);
    }

    /** Says where new rows come while a column sorts in ascending order. */
    void order(String column, Newest whenAscending) {
        ascending.put(column, whenAscending);
    }

    /** Says that the table shows a stretch of a list, whose last rows may have to be fetched. */
    void beyond(BooleanSupplier isAtEnd, Runnable bringEnd) {
        atEnd = isAtEnd;
        toEnd = bringEnd;
    }

    /** Returns where new rows come now. */
    Newest newest() {
        if (table.getSortOrder().isEmpty()) {
            return unsorted;
        }
        TableColumn<?, ?> column = table.getSortOrder().getFirst();
        Newest newest = ascending.getOrDefault(column.getId(), Newest.ANYWHERE);
        return column.getSortType() == TableColumn.SortType.ASCENDING ? newest : newest.turned();
    }

    /** Tells whether the view stands where new rows come. */
    boolean reached() {
        return switch (newest()) {
            case FIRST -> viewport.atTop();
            case LAST -> atEnd.getAsBoolean() && viewport.atBottom();
            case ANYWHERE -> true;
        };
    }

    /** Tells whether the view follows what is new. */
    boolean follows() {
        boolean reached = newest() != Newest.ANYWHERE && reached();
        following = reached && (following || !viewport.whole());
        return following;
    }

    /** Goes to the edge, and follows from now on. */
    void follow() {
        following = true;
        go();
    }

    /** Goes to the edge. */
    void go() {
        switch (newest()) {
            case FIRST -> viewport.top();
            case LAST -> {
                if (!atEnd.getAsBoolean()) {
                    toEnd.run();
                }
                viewport.bottom();
            }
            case ANYWHERE -> {}
        }
    }

    private void keep() {
        if (follows()) {
            go();
        }
    }
}
