package leasehold.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * Holds one control, and says why while it is off: in a tooltip, which JavaFX does not show over a
 * control that is disabled, and in the control's accessible help.
 */
public final class Reason extends StackPane {

    private final Tooltip tooltip = new Tooltip();

    /** Has the control's own tooltip name its key, too. */
    public void hint(Keys key) {
        if (getChildren().getFirst() instanceof Control control && control.getTooltip() != null) {
            Tooltip own = control.getTooltip();
            own.setText("%s (%s)".formatted(own.getText(), key.text()));
        }
    }

    /**
     * Turns the control off, or on if there is no reason.
     *
     * @param why why it is off; empty if it is not
     */
    public void refuse(String why) {
        if (why.equals(tooltip.getText())) {
            return;
        }
        Tooltip.uninstall(this, tooltip);
        tooltip.setText(why);
        boolean off = !why.isEmpty();
        if (off) {
            Tooltip.install(this, tooltip);
        }
        for (Node control : getChildren()) {
            control.setDisable(off);
            control.setAccessibleHelp(off ? why : null);
        }
    }
}
