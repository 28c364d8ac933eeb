package leasehold.ui.fx;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.control.TableView;

/**
 * What makes a table of live rows bear being used: selection and place are kept by row, and nothing
 * changes place under the hand.
 *
 * @param <R> the rows, stable objects
 */
public final class LiveTable<R> {

    private final Hand hand;
    private final RowKeeper<R> keeper;
    private final Viewport<R> viewport;

    /**
     * Attaches to a table.
     *
     * @param onSelected is told what is selected whenever that has changed
     */
    public LiveTable(TableView<R> table, Consumer<? super List<R>> onSelected) {
        this(table, onSelected, System::nanoTime);
    }

    /**
     * Attaches to a table.
     *
     * @param nanos tells the time, as {@link System#nanoTime} does
     */
    public LiveTable(TableView<R> table, Consumer<? super List<R>> onSelected, LongSupplier nanos) {
        hand = new Hand(table, nanos);
        keeper = new RowKeeper<>(table, onSelected);
        viewport = new Viewport<>(table);
    }

    /** Tells whether the hand is on the rows, so that nothing may change place. */
    public boolean held() {
        return hand.on();
    }

    /** Returns the rows that can be seen. */
    public Set<R> visible() {
        return viewport.visible();
    }

    /** Changes the rows, and keeps what was selected and where everything was. */
    public void around(Runnable change) {
        keeper.around(change);
    }

    /** Selects a row and brings it into view. */
    public void reveal(R row) {
        keeper.reveal(row);
    }
}
