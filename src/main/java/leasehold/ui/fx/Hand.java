package leasehold.ui.fx;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.event.EventType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Tells whether the hand is on a table's rows: for two seconds after the last pointer move, wheel
 * or key over it, and while its menu or a dialog is open. A key with Ctrl is a command and no hand;
 * where there are no rows there is none either.
 */
final class Hand {

    private static final long STAYS_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final Set<EventType<MouseEvent>> TOUCHES =
            Set.of(MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_PRESSED);

    private final TableView<?> table;
    private final LongSupplier nanos;
    private long last;
    private boolean touched;

    /**
     * Watches the hand over a table.
     *
     * @param nanos tells the time, as {@link System#nanoTime} does
     */
    Hand(TableView<?> table, LongSupplier nanos) {
        this.table = table;
        this.nanos = nanos;
        TOUCHES.forEach(type -> table.addEventFilter(type, _ -> touch()));
        table.addEventFilter(ScrollEvent.SCROLL, _ -> touch());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Tells whether the hand is on the rows. */
    boolean on() {
        return busyElsewhere() || (touched && nanos.getAsLong() - last < STAYS_NANOS);
    }

    /** Takes the hand off the rows until it moves again. */
    void off() {
        touched = false;
    }

    private boolean busyElsewhere() {
        boolean menu = table.getContextMenu() != null && table.getContextMenu().isShowing();
        return menu || table.isDisabled();
    }

    private void key(KeyEvent key) {
        if (!key.isShortcutDown()) {
            touch();
        }
    }

    private void touch() {
        touched = table.getItems() != null && !table.getItems().isEmpty();
        last = nanos.getAsLong();
    }
}
