package leasehold.ui.fx;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;

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
        return cells(id, text, order, () -> new Text<>(text, OverrunStyle.ELLIPSIS));
    }

    /** Sets up the column with an id for texts whose end matters as much as their beginning. */
    public Columns<R, V> site(String id, Function<V, String> text, Comparator<V> order) {
        return cells(id, text, order, () -> new Text<>(text, OverrunStyle.CENTER_ELLIPSIS));
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

    /** Has a column take what is left of the width, and others fold where that is too little. */
    public void fold(String rest, String... folding) {
        Fold.columns(table, column(rest), Stream.of(folding).map(this::column).toList());
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

    /** Gives the table the keys that every table has, and some more. */
    public void keys(Map<Keys, Runnable> more) {
        Map<Keys, Runnable> all = new EnumMap<>(more);
        all.put(Keys.COPY, () -> copy(CopyFormat.TSV));
        all.put(Keys.COPY_AS, () -> CopyMenu.show(table, this::copy));
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                pressed ->
                        all.forEach(
                                (key, action) -> {
                                    if (key.pressed(pressed)) {
                                        pressed.consume();
                                        action.run();
                                    }
                                }));
    }

    /** Copies the selected rows, as they are shown, in a format. */
    public void copy(CopyFormat format) {
        List<TableColumn<R, ?>> visible = List.copyOf(table.getVisibleLeafColumns());
        List<List<String>> rows =
                table.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .map(row -> cells(visible, record.apply(row).getValue()))
                        .toList();
        copy(format.of(visible.stream().map(Columns::described).toList(), rows));
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

    private static final class Text<R, V> extends RecordCell<R, V> {

        private final Function<V, String> text;
        private final Tooltip whole = new Tooltip();

        Text(Function<V, String> text, OverrunStyle overrun) {
            this.text = text;
            setTextOverrun(overrun);
            textTruncatedProperty().subscribe(cut -> setTooltip(cut ? whole : null));
        }

        @Override
        protected void show(V value) {
            setText(text.apply(value));
            whole.setText(getText());
        }
    }
}
