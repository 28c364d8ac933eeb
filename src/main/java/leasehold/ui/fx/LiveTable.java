package leasehold.ui.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * What all tables of changing rows have in common: rows sorted as the headers say, selection and
 * scrolling kept by row, keys.
 *
 * @param <R> the rows, stable objects
 */
public final class LiveTable<R> implements Disposable {

    private final TableView<R> table;
    private final RowKeeper<R> keeper;
    private final ObservableList<R> rows;
    private final Bag bag = new Bag();
    private Runnable count = () -> {};
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    /**
     * Shows rows in a table.
     *
     * @param frame takes what runs every change of the rows
     * @param onSelected is told what is selected whenever that has changed
     */
    public LiveTable(
            TableView<R> table,
            ObservableList<R> rows,
            Consumer<Consumer<Runnable>> frame,
            Consumer<? super List<R>> onSelected) {
        this.table = table;
        this.rows = rows;
        SortedList<R> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        keeper = new RowKeeper<>(table, onSelected);
        frame.accept(keeper::around);
        bag.add(() -> frame.accept(Runnable::run));
        bag.add(() -> table.setItems(null));
        table.setOnKeyPressed(this::pressed);
    }

    /** Sets what a key does while the table has the focus. */
    public LiveTable<R> on(KeyCode key, Runnable action, KeyCombination.Modifier... with) {
        keys.put(new KeyCodeCombination(key, with), action);
        return this;
    }

    /** Has a chip and a part of the filter follow each other. */
    public LiveTable<R> chip(ToggleButton chip, BooleanProperty filter) {
        chip.selectedProperty().bindBidirectional(filter);
        bag.add(() -> chip.selectedProperty().unbindBidirectional(filter));
        bag.add(filter.subscribe((_, _) -> count.run()));
        return this;
    }

    /** Has something done now, and whenever there are other rows or a chip was pressed. */
    public LiveTable<R> counting(Runnable action) {
        count = action;
        bag.add(rows.subscribe(action));
        action.run();
        return this;
    }

    /** Selects a row and brings it into view. */
    public void reveal(R row) {
        keeper.reveal(row);
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void pressed(KeyEvent key) {
        keys.forEach(
                (combination, action) -> {
                    if (combination.match(key)) {
                        key.consume();
                        action.run();
                    }
                });
    }
}
