package leasehold.ui.fx;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/**
 * What makes a table of live rows bear being used: selection and place are kept by row, nothing
 * changes place under the hand, and what is new is followed at the edge and counted elsewhere.
 *
 * @param <R> the rows, stable objects
 */
public final class LiveTable<R> {

    private final TableView<R> table;
    private final Pill pill;
    private final Hand hand;
    private final RowKeeper<R> keeper;
    private final Viewport<R> viewport;
    private final Edge edge;
    private Runnable scrolled = () -> {};
    private boolean changing;

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
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Says where new rows come while a column sorts in ascending order; anywhere if not said. */
    public LiveTable<R> order(String column, Newest whenAscending) {
        edge.order(column, whenAscending);
        return this;
    }

    /**
     * Counts what is new until that is taken back.
     *
     * @param fresh how many rows are new
     * @param recount is run when rows were scrolled into view
     */
    public Subscription counting(ReadOnlyIntegerProperty fresh, Runnable recount) {
        scrolled = recount;
        Runnable show = () -> pill.show(fresh.get(), edge.newest());
        return Subscription.combine(
                fresh.subscribe(show),
                table.comparatorProperty().subscribe(show),
                () -> scrolled = () -> {});
    }

    /** Tells whether the hand is on the rows, so that nothing may change place. */
    public boolean held() {
        return hand.on();
    }

    /** Tells whether the view stands where new rows come. */
    public boolean atEdge() {
        return edge.reached();
    }

    /** Returns the rows that can be seen. */
    public Set<R> visible() {
        return viewport.visible();
    }

    /** Changes the rows, and keeps what was selected and where everything was, or follows. */
    public void around(Runnable change) {
        boolean follows = edge.follows();
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

    private void key(KeyEvent key) {
        boolean plain = !key.isShiftDown() && !key.isControlDown() && !key.isMetaDown();
        if (key.getCode() == KeyCode.END && plain && edge.newest() != Newest.ANYWHERE) {
            key.consume();
            follow();
        }
    }

    private void look() {
        if (!changing) {
            scrolled.run();
        }
    }
}
