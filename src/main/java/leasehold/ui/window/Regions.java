package leasehold.ui.window;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import leasehold.ui.fx.Nodes;

/** The regions of the window: toolbar, card, tabs, side pane, strip. */
final class Regions {

    private static final String TABS = "#tabs";
    private static final List<String> IN_ORDER =
            List.of("#toolbar", "#card", TABS, "#side", "#strip");

    private Regions() {}

    /** Moves the focus to the next region, or the previous one if negative, and around. */
    static void move(Parent body, int by) {
        List<Node> regions =
                IN_ORDER.stream()
                        .map(body::lookup)
                        .filter(region -> region != null && entrance(region).isPresent())
                        .toList();
        int here = -1;
        for (int i = 0; i < regions.size(); i++) {
            here = holdsFocus(regions.get(i)) ? i : here;
        }
        int from = here < 0 && by < 0 ? 0 : here;
        entrance(regions.get(Math.floorMod(from + by, regions.size())))
                .ifPresent(Node::requestFocus);
    }

    /** Focuses what is found and can be seen; tells whether there is such a node. */
    static boolean focus(Parent body, String selector) {
        Optional<Node> found = seen(body, selector);
        found.ifPresent(Node::requestFocus);
        return found.isPresent();
    }

    /** In the tabs it is the table that matters. */
    private static Optional<Node> entrance(Node region) {
        boolean tabs = TABS.equals("#" + region.getId());
        return tabs ? seen(region, ".table-view") : first(region);
    }

    private static Optional<Node> seen(Node below, String selector) {
        return below.lookupAll(selector).stream().filter(Nodes::shown).findFirst();
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(Regions::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean holdsFocus(Node region) {
        Node owner = region.getScene().getFocusOwner();
        return Stream.iterate(owner, Objects::nonNull, Node::getParent)
                .anyMatch(node -> node == region);
    }
}
