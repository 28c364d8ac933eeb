package leasehold.ui.fx;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Fits the columns of a table into its width: one column takes the rest, and where that would be
 * too little, others fold in a given order. There is no sideways scrolling.
 */
public final class Fold {

    private static final double SCROLL_BAR = 16;

    private final TableView<?> table;
    private final TableColumn<?, ?> rest;
    private final List<? extends TableColumn<?, ?>> folding;
    private final double least;

    private Fold(
            TableView<?> table, TableColumn<?, ?> rest, List<? extends TableColumn<?, ?>> folding) {
        this.table = table;
        this.rest = rest;
        this.folding = folding;
        least = rest.getMinWidth();
        table.widthProperty().subscribe(this::fit);
    }

    /**
     * Fits columns from now on.
     *
     * @param rest takes what is left, at least its minimum width
     * @param folding fold in this order
     */
    public static void columns(
            TableView<?> table, TableColumn<?, ?> rest, List<? extends TableColumn<?, ?>> folding) {
        new Fold(table, rest, folding);
    }

    private void fit() {
        double width = table.getWidth() - SCROLL_BAR;
        if (width <= 0) {
            return;
        }
        double others = 0;
        for (TableColumn<?, ?> column : table.getColumns()) {
            others += column == rest ? 0 : column.getPrefWidth();
        }
        for (TableColumn<?, ?> column : folding) {
            boolean folded = width - others < least;
            column.setVisible(!folded);
            others -= folded ? column.getPrefWidth() : 0;
        }
        rest.setPrefWidth(Math.max(least, width - others));
    }
}
