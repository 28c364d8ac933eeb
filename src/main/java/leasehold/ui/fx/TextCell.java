package leasehold.ui.fx;

import java.util.function.Function;
import javafx.scene.control.OverrunStyle;

/**
 * A cell with a text, all of which is in its tooltip where it is cut.
 *
 * @param <R> the rows
 * @param <V> their records
 */
public class TextCell<R, V> extends RecordCell<R, V> {

    private final Function<V, String> text;

    /** Creates a cell for texts, and says where they are cut. */
    public TextCell(Function<V, String> text, OverrunStyle overrun) {
        this.text = text;
        setTextOverrun(overrun);
        Nodes.tellWhereCut(this);
    }

    @Override
    protected void show(V value) {
        setText(text.apply(value));
    }

    @Override
    protected void clear() {
        setText(null);
    }
}
