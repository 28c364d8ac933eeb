package leasehold.ui.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Fits the columns of a table into its width: one column takes the rest, and where that would be
 * too little, others fold in a given order. There is no sideways scrolling, unless by columns that
 * were asked for: what was shown or hidden by hand stays so.
 */
public final class Fold {

    private static final double SCROLL_BAR = 16;
    private static final double ENOUGH = 2;

    private final TableView<?> table;
    private final TableColumn<?, ?> rest;
    private final List<? extends List<? extends TableColumn<?, ?>>> folding;
    private final Map<TableColumn<?, ?>, Boolean> wanted = new HashMap<>();
    private final Set<TableColumn<?, ?>> touched = new HashSet<>();
    private final Map<TableColumn<?, ?>, Double> growing = new LinkedHashMap<>();
    private final Map<TableColumn<?, ?>, Double> usual = new HashMap<>();
    private final double least;

    private Fold(
            TableView<?> table,
            TableColumn<?, ?> rest,
            List<? extends List<? extends TableColumn<?, ?>>> folding) {
        this.table = table;
        this.rest = rest;
        this.folding = folding;
        least = rest.getMinWidth();
        table.getColumns().forEach(column -> wanted.put(column, column.isVisible()));
        table.widthProperty().subscribe(this::fit);
    }

    /**
     * Fits columns from now on.
     *
     * @param rest takes what is left, at least its minimum width
     * @param folding fold in this order; those of one list together
     */
    static Fold columns(
            TableView<?> table,
            TableColumn<?, ?> rest,
            List<? extends List<? extends TableColumn<?, ?>>> folding) {
        return new Fold(table, rest, folding);
    }

    /** Lets a column grow where the rest has more than enough, before the rest does. */
    void growing(TableColumn<?, ?> column, double most) {
        growing.put(column, most);
        fit();
    }

    /** Shows or hides a column by hand. */
    void choose(TableColumn<?, ?> column, boolean shown) {
        wanted.put(column, shown);
        touched.add(column);
        fit();
    }

    private void fit() {
        double width = table.getWidth() - SCROLL_BAR;
        if (width <= 0) {
            return;
        }
        List<TableColumn<?, ?>> shown = new ArrayList<>(table.getColumns());
        shown.removeIf(column -> !wanted.getOrDefault(column, true));
        for (List<? extends TableColumn<?, ?>> together : folding) {
            if (width - others(shown) < least) {
                shown.removeIf(column -> together.contains(column) && !touched.contains(column));
            }
        }
        table.getColumns().forEach(column -> column.setVisible(shown.contains(column)));
        rest.setPrefWidth(Math.max(least, width - others(shown) - grow(shown, width)));
    }

    /** Shares what the rest does not need, and returns how much. */
    private double grow(List<TableColumn<?, ?>> shown, double width) {
        double spare = width - others(shown) - ENOUGH * least;
        double grown = 0;
        for (TableColumn<?, ?> column : growing.keySet()) {
            double more = growing.get(column) - usual(column);
            double given = Math.clamp(shown.contains(column) ? spare - grown : 0, 0, more);
            column.setPrefWidth(usual(column) + given);
            grown += given;
        }
        return grown;
    }

    private double others(List<TableColumn<?, ?>> shown) {
        return shown.stream().filter(column -> column != rest).mapToDouble(this::usual).sum();
    }

    private double usual(TableColumn<?, ?> column) {
        return growing.containsKey(column)
                ? usual.computeIfAbsent(column, TableColumn::getPrefWidth)
                : column.getPrefWidth();
    }
}
