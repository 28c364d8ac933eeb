package leasehold.ui.fx;

import javafx.scene.Node;

/** Small changes of nodes. */
public final class Nodes {

    private Nodes() {}

    /** Shows a node, or takes it out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Gives a node a style class, or takes it away. */
    public static void mark(Node node, String styleClass, boolean on) {
        node.getStyleClass().remove(styleClass);
        if (on) {
            node.getStyleClass().add(styleClass);
        }
    }
}
