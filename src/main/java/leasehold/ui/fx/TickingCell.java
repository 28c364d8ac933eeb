package leasehold.ui.fx;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.util.Subscription;

/**
 * A cell whose record reads differently as time passes: painted anew by a clock while it is seen.
 *
 * @param <R> the rows
 * @param <V> their records
 */
public abstract class TickingCell<R, V> extends RecordCell<R, V> {

    private final ReadOnlyLongProperty clock;
    private Subscription ticks = Subscription.EMPTY;

    /** Creates a cell that is painted anew whenever a clock has changed. */
    protected TickingCell(ReadOnlyLongProperty clock) {
        this.clock = clock;
    }

    /** Tells whether a record reads differently as time passes. */
    protected abstract boolean ticks(V value);

    /** Paints a record as of now. */
    protected abstract void paint(V value);

    @Override
    protected final void show(V value) {
        ticks.unsubscribe();
        ticks = ticks(value) ? clock.subscribe((_, _) -> paint(value)) : Subscription.EMPTY;
        paint(value);
    }

    @Override
    protected void clear() {
        super.clear();
        ticks.unsubscribe();
        ticks = Subscription.EMPTY;
    }
}
