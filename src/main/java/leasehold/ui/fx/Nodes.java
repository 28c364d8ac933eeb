package leasehold.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Small changes of nodes. */
public final class Nodes {

    private static final String TONE = "st-";

    private Nodes() {}

    /** Shows a node, or takes it out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Gives a node a style class, or takes it away. */
    public static void mark(Node node, String styleClass, boolean on) {
        if (!on) {
            node.getStyleClass().remove(styleClass);
        } else if (!node.getStyleClass().contains(styleClass)) {
            node.getStyleClass().add(styleClass);
        }
    }

    /** Gives a node the colour of a state, by its token, in place of the one that it had. */
    public static void tone(Node node, String token) {
        String wanted = TONE + token;
        if (!node.getStyleClass().contains(wanted)) {
            node.getStyleClass().removeIf(former -> former.startsWith(TONE));
            node.getStyleClass().add(wanted);
        }
    }

    /** Has a tooltip tell all of a text where it is cut, and only there. */
    public static void tellWhereCut(Labeled labeled) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(labeled.textProperty());
        labeled.textTruncatedProperty().subscribe(cut -> labeled.setTooltip(cut ? whole : null));
    }

    /** Tells whether a node can be seen: it, and all that it is in, is shown in a window. */
    public static boolean shown(Node node) {
        @Nullable Node outer = node;
        while (outer != null && outer.isVisible()) {
            outer = outer.getParent();
        }
        return outer == null
                && node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }
}
