package leasehold.ui.fx;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is painted from the record of its row.
 *
 * @param <R> the rows
 * @param <V> their records
 */
public abstract class RecordCell<R, V> extends TableCell<R, V> {

    /** Paints a record. */
    protected abstract void show(V value);

    /**
     * Paints nothing. A graphic stays in the cell unseen: to put it back in would style it anew.
     */
    protected void clear() {
        setText(null);
        setTooltip(null);
    }

    @Override
    protected final void updateItem(@Nullable V item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            clear();
        } else {
            show(item);
        }
        if (getGraphic() != null) {
            getGraphic().setVisible(!isEmpty() && item != null);
        }
    }
}
