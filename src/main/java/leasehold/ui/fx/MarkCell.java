package leasehold.ui.fx;

import javafx.scene.control.Tooltip;

/**
 * A cell that shows the state of its row.
 *
 * @param <R> the rows
 * @param <V> their records
 */
public abstract class MarkCell<R, V> extends RecordCell<R, V> {

    private final StateMark mark = new StateMark();
    private final Tooltip hint = new Tooltip();

    /**
     * Shows a state.
     *
     * @param icon the icon's name
     * @param tone the colour's token
     * @param explained what the word means, when the hand rests on it
     */
    protected final void show(String icon, String tone, String word, String explained) {
        mark.show(icon, tone, word);
        hint.setText(explained);
        setGraphic(mark);
        setTooltip(hint);
    }
}
