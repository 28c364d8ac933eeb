package leasehold.ui.fx;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/**
 * Sets up the columns of a table whose rows are stable objects with one property, the record that a
 * cell is painted from. Every column has a comparator of its own, on raw values.
 *
 * @param <R> the rows
 * @param <V> their records
 */
public final class Columns<R, V> {

    private final TableView<R> table;
    private final Function<R, ? extends ObservableValue<V>> record;
    private final Comparator<V> ties;
    private final Map<TableColumn<R, ?>, Function<V, String>> texts = new HashMap<>();
    private Optional<ColumnMenu> menu = Optional.empty();

    /**
     * Creates columns over the rows' records.
     *
     * @param ties decides where a column's order does not
     */
    public Columns(
            TableView<R> table,
            Function<R, ? extends ObservableValue<V>> record,
            Comparator<V> ties) {
        this.table = table;
        this.record = record;
        this.ties = ties;
    }

    /** Sets up the column with an id for texts. */
    public Columns<R, V> text(String id, Function<V, String> text, Comparator<V> order) {
        return cells(id, text, order, () -> new TextCell<>(text, OverrunStyle.ELLIPSIS));
    }

    /** Sets up the column with an id for texts whose end matters as much as their beginning. */
    public Columns<R, V> site(String id, Function<V, String> text, Comparator<V> order) {
        return cells(id, text, order, () -> new TextCell<>(text, OverrunStyle.CENTER_ELLIPSIS));
    }

    /**
     * Sets up the column with an id for texts that are short for something.
     *
     * @param hint all of it; empty for nothing
     */
    public Columns<R, V> hinted(
            String id, Function<V, String> text, Function<V, String> hint, Comparator<V> order) {
        return cells(id, text, order, () -> new HintedCell<>(text, hint));
    }

    /** Sets up the column with an id for cells of its own. The text is what is copied. */
    public Columns<R, V> cells(
            String id,
            Function<V, String> text,
            Comparator<V> order,
            Supplier<? extends TableCell<R, V>> cell) {
        TableColumn<R, V> column = column(id);
        column.setCellValueFactory(row -> record.apply(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order.thenComparing(ties));
        texts.put(column, text);
        return this;
    }

    /**
     * Has a column take what is left of the width, and others fold where that is too little, and
     * lets an operator choose which are shown, at the headers.
     *
     * @param folding ids of columns, which fold in this order; those in one text together
     */
    public Columns<R, V> fold(String rest, String... folding) {
        List<List<TableColumn<R, V>>> order =
                Stream.of(folding)
                        .map(ids -> Stream.of(ids.split(" ")).map(this::column).toList())
                        .toList();
        menu = Optional.of(new ColumnMenu(table, Fold.columns(table, column(rest), order)));
        return this;
    }

    /** Lets a column grow up to a width where there is more than enough for the rest. */
    public Columns<R, V> grow(String id, double most) {
        menu.ifPresent(of -> of.growing(column(id), most));
        return this;
    }

    /** Offers the choice of the columns behind a button, too. */
    public void chosenBehind(MenuButton button) {
        menu.ifPresent(of -> of.behind(button));
    }

    /** Returns the column with an id. */
    @SuppressWarnings("unchecked") // every column of the table is made of the rows' records
    public TableColumn<R, V> column(String id) {
        return (TableColumn<R, V>)
                table.getColumns().stream()
                        .filter(column -> id.equals(column.getId()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no column " + id));
    }

    /** Copies the selected rows as they are shown, with tabs between the columns. */
    public void copy() {
        copy(CopyFormat.TSV, selected());
    }

    /** Copies rows in the same way, be they in the table or not. */
    public void copy(List<R> rows) {
        copy(CopyFormat.TSV, rows);
    }

    /** Offers to copy the selected rows in another format. */
    public void copyAs() {
        CopyMenu.show(table, format -> copy(format, selected()));
    }

    /** Offers to copy rows in another format, be they in the table or not. */
    public void copyAs(List<R> rows) {
        CopyMenu.show(table, format -> copy(format, rows));
    }

    private List<R> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void copy(CopyFormat format, List<R> rows) {
        List<TableColumn<R, ?>> visible = List.copyOf(table.getVisibleLeafColumns());
        List<List<String>> cells =
                rows.stream().map(row -> cells(visible, record.apply(row).getValue())).toList();
        copy(format.of(visible.stream().map(Columns::described).toList(), cells));
    }

    private List<String> cells(List<TableColumn<R, ?>> visible, V value) {
        return visible.stream()
                .map(column -> texts.getOrDefault(column, _ -> "").apply(value))
                .toList();
    }

    private static CopyFormat.Column described(TableColumn<?, ?> column) {
        boolean right = column.getStyleClass().contains("num");
        return new CopyFormat.Column(column.getId(), column.getText(), right);
    }

    /** Copies a text. */
    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
