package leasehold.ui.fx;

import java.util.function.Function;
import javafx.scene.control.Tooltip;

/**
 * A cell with a text that is short for something, all of which is in its tooltip.
 *
 * @param <R> the rows
 * @param <V> their records
 */
final class HintedCell<R, V> extends RecordCell<R, V> {

    private final Function<V, String> text;
    private final Function<V, String> hint;
    private final Tooltip whole = new Tooltip();

    HintedCell(Function<V, String> text, Function<V, String> hint) {
        this.text = text;
        this.hint = hint;
    }

    @Override
    protected void show(V value) {
        String said = hint.apply(value);
        setText(text.apply(value));
        whole.setText(said);
        setTooltip(said.isEmpty() ? null : whole);
    }
}
