package leasehold.ui.fx;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/**
 * What makes a table of live rows bear being used: rows sorted as the headers say, selection and
 * place kept by row, nothing changing place under the hand, what is new followed at the edge and
 * counted elsewhere, and keys.
 *
 * @param <R> the rows, stable objects
 */
public final class LiveTable<R> implements Disposable {

    private static final int MOST_SELECTED = 100_000;
    private static final KeyCombination START = new KeyCodeCombination(KeyCode.HOME);
    private static final KeyCombination SELECT_ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final TableView<R> table;
    private final Pill pill;
    private final Hand hand;
    private final RowKeeper<R> keeper;
    private final Viewport<R> viewport;
    private final Edge edge;
    private final Bag bag = new Bag();
    private final Map<Keys, Runnable> keys = new EnumMap<>(Keys.class);
    private Runnable count = () -> {};
    private Runnable scrolled = () -> {};
    private Optional<LongScroll<R>> whole = Optional.empty();
    private boolean changing;

    /**
     * What makes the rows wait for the table.
     *
     * @param <R> the rows
     */
    @FunctionalInterface
    public interface Source<R> {

        /**
         * Has a table show the rows, until that is taken back.
         *
         * @param held tells whether nothing may change place
         * @param atEdge tells whether the view stands where new rows come
         * @param visible tells which rows can be seen
         * @param around runs every change of the rows
         */
        Subscription shownBy(
                BooleanSupplier held,
                BooleanSupplier atEdge,
                Supplier<? extends Set<R>> visible,
                Consumer<Runnable> around);
    }

    /**
     * Attaches to a table.
     *
     * @param pill counts over the table what is new
     * @param unsorted where new rows come while the table is not sorted
     * @param onSelected is told what is selected whenever that has changed
     */
    public LiveTable(
            TableView<R> table, Pill pill, Newest unsorted, Consumer<? super List<R>> onSelected) {
        this(table, pill, unsorted, onSelected, System::nanoTime);
    }

    /**
     * Attaches to a table.
     *
     * @param nanos tells the time, as {@link System#nanoTime} does
     */
    public LiveTable(
            TableView<R> table,
            Pill pill,
            Newest unsorted,
            Consumer<? super List<R>> onSelected,
            LongSupplier nanos) {
        this.table = table;
        this.pill = pill;
        hand = new Hand(table, nanos);
        keeper = new RowKeeper<>(table, onSelected);
        viewport = new Viewport<>(table);
        edge = new Edge(table, viewport, unsorted);
        viewport.onScroll(this::look);
        pill.setOnAction(_ -> follow());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::end);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::selectAll);
        table.setOnKeyPressed(this::pressed);
    }

    /**
     * Shows rows.
     *
     * @param source the rows, as far as they wait for the table
     * @param fresh how many rows are new
     * @param recount is run when rows were scrolled into view
     */
    public LiveTable<R> showing(
            ObservableList<R> rows,
            Source<R> source,
            ReadOnlyIntegerProperty fresh,
            Runnable recount) {
        table.setItems(sortable() ? sorted(rows) : rows);
        scrolled = recount;
        Runnable show = () -> pill.show(fresh.get(), edge.newest());
        bag.add(() -> table.setItems(null));
        bag.add(source.shownBy(hand::on, edge::reached, viewport::visible, this::around));
        bag.add(fresh.subscribe(show));
        bag.add(table.comparatorProperty().subscribe(show));
        bag.add(() -> scrolled = () -> {});
        return this;
    }

    /** Says that the rows are a stretch of a list, and which bar stands for all of it. */
    public LiveTable<R> reaching(Reach<R> reach, ScrollBar bar) {
        LongScroll<R> scroll = new LongScroll<>(table, viewport, bar, reach);
        edge.beyond(scroll::atEnd, scroll::toEnd);
        keeper.keeping(reach.has());
        whole = Optional.of(scroll);
        return this;
    }

    /** Says where new rows come while a column sorts in ascending order; anywhere if not said. */
    public LiveTable<R> order(String column, Newest whenAscending) {
        edge.order(column, whenAscending);
        return this;
    }

    /** Sets what a key does while the table has the focus. */
    public LiveTable<R> on(Keys key, Runnable action) {
        keys.put(key, action);
        return this;
    }

    /** Has the selected rows copied as the columns show them. */
    public LiveTable<R> copying(Columns<R, ?> columns) {
        return on(Keys.COPY, columns::copy).on(Keys.COPY_AS, columns::copyAs);
    }

    /** Has a chip and a part of the filter follow each other. */
    public LiveTable<R> chip(ToggleButton chip, BooleanProperty filter) {
        bag.bind(chip.selectedProperty(), filter);
        bag.add(chip.selectedProperty().subscribe((_, _) -> count.run()));
        return this;
    }

    /** Has something done now, and whenever there are other rows or chips are pressed. */
    public LiveTable<R> counting(Runnable counted) {
        count = counted;
        bag.add(table.getItems().subscribe(counted));
        counted.run();
        return this;
    }

    /** Goes where new rows come and follows them from now on, whatever the hand does. */
    public void follow() {
        hand.off();
        edge.follow();
        look();
    }

    /** Selects a row and brings it into view. */
    public void reveal(R row) {
        keeper.reveal(row);
    }

    /** Selects the row that stands so many rows below what is selected. */
    public void step(int by) {
        keeper.step(by);
    }

    @Override
    public void dispose() {
        bag.close();
    }

    /** Changes the rows, and keeps what was selected and where everything was, or follows. */
    private void around(Runnable change) {
        boolean follows = whole.filter(LongScroll::going).isEmpty() && edge.follows();
        changing = true;
        try {
            keeper.around(change);
            if (follows) {
                edge.go();
            }
            table.layout();
        } finally {
            changing = false;
        }
        whole.ifPresent(LongScroll::look);
    }

    private boolean sortable() {
        return table.getColumns().stream().anyMatch(TableColumn::isSortable);
    }

    private ObservableList<R> sorted(ObservableList<R> rows) {
        SortedList<R> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        return sorted;
    }

    /** The table itself would only go to its last row. */
    private void end(KeyEvent key) {
        if (Keys.FOLLOW.pressed(key) && edge.newest() != Newest.ANYWHERE) {
            key.consume();
            follow();
        }
        if (START.match(key) && whole.isPresent()) {
            key.consume();
            whole.get().toStart();
        }
    }

    /** Of very many rows only the last are selected: each costs memory, and is to be acted on. */
    private void selectAll(KeyEvent key) {
        int rows = table.getItems().size();
        if (SELECT_ALL.match(key) && rows > MOST_SELECTED) {
            key.consume();
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectRange(rows - MOST_SELECTED, rows);
        }
    }

    private void pressed(KeyEvent key) {
        keys.forEach(
                (known, action) -> {
                    if (known.pressed(key)) {
                        key.consume();
                        action.run();
                    }
                });
    }

    private void look() {
        if (!changing) {
            scrolled.run();
            whole.ifPresent(LongScroll::look);
        }
    }
}
