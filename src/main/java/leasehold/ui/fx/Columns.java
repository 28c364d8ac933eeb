package leasehold.ui.fx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
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

    private final Function<R, ? extends ObservableValue<V>> record;
    private final List<Column> columns = new ArrayList<>();

    private final class Column {
        final TableColumn<R, V> column;
        final Function<V, String> text;

        Column(TableColumn<R, V> column, Function<V, String> text) {
            this.column = column;
            this.text = text;
        }
    }

    /** Creates columns over the rows' records. */
    public Columns(Function<R, ? extends ObservableValue<V>> record) {
        this.record = record;
    }

    /** Sets up a column of texts. */
    public Columns<R, V> text(
            TableColumn<R, V> column, Function<V, String> text, Comparator<V> order) {
        return cells(column, text, order, () -> new Text<>(text, OverrunStyle.ELLIPSIS));
    }

    /** Sets up a column of texts whose end matters as much as their beginning. */
    public Columns<R, V> site(
            TableColumn<R, V> column, Function<V, String> text, Comparator<V> order) {
        return cells(column, text, order, () -> new Text<>(text, OverrunStyle.CENTER_ELLIPSIS));
    }

    /** Sets up a column of cells of its own. The text is what is copied. */
    public Columns<R, V> cells(
            TableColumn<R, V> column,
            Function<V, String> text,
            Comparator<V> order,
            Supplier<? extends TableCell<R, V>> cell) {
        column.setCellValueFactory(row -> record.apply(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order);
        columns.add(new Column(column, text));
        return this;
    }

    /** Copies the selected rows as they are shown, with a header, a tab between two columns. */
    public void copy(TableView<R> table) {
        List<Column> visible = columns.stream().filter(c -> c.column.isVisible()).toList();
        List<String> lines = new ArrayList<>();
        lines.add(visible.stream().map(c -> c.column.getText()).collect(Collectors.joining("\t")));
        for (R row : table.getSelectionModel().getSelectedItems()) {
            V value = record.apply(row).getValue();
            lines.add(
                    visible.stream()
                            .map(c -> c.text.apply(value))
                            .collect(Collectors.joining("\t")));
        }
        copy(String.join("\n", lines));
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
