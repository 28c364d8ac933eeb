package leasehold.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.Rooms.Room;
import org.jspecify.annotations.Nullable;

/**
 * Shows dialogs as cards above the window, which cannot be used meanwhile. Escape closes the
 * uppermost. A dialog is disposed of when it closes, and the focus goes back to where it was.
 */
public final class Dialogs {

    private final StackPane layers;
    private final Deque<Layer> open = new ArrayDeque<>();

    private record Layer(StackPane scrim, Room<?> room, Optional<Node> focus) {}

    /**
     * Creates the place of a window's dialogs.
     *
     * @param layers the window's root; what it contains so far is the window
     */
    public Dialogs(StackPane layers) {
        this.layers = layers;
    }

    /**
     * Opens a dialog.
     *
     * @param first what has the focus
     */
    public void open(Room<?> room, Node first) {
        FxExecutor.require();
        @Nullable Node owner = layers.getScene() == null ? null : layers.getScene().getFocusOwner();
        StackPane scrim = scrim(room.root());
        open.push(new Layer(scrim, room, Optional.ofNullable(owner)));
        layers.getChildren().getLast().setDisable(true);
        layers.getChildren().add(scrim);
        first.requestFocus();
    }

    /** Closes the uppermost dialog, if one is open. */
    public void close() {
        FxExecutor.require();
        if (open.isEmpty()) {
            return;
        }
        Layer layer = open.pop();
        layers.getChildren().remove(layer.scrim());
        layers.getChildren().getLast().setDisable(false);
        layer.room().dispose();
        layer.focus().ifPresent(Node::requestFocus);
    }

    /** Returns the window's root. */
    public Node layers() {
        return layers;
    }

    /** Closes all dialogs. */
    public void closeAll() {
        while (isOpen()) {
            close();
        }
    }

    /** Tells whether a dialog is open. */
    public boolean isOpen() {
        return !open.isEmpty();
    }

    private StackPane scrim(Parent card) {
        if (card instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        StackPane scrim = new StackPane(card);
        scrim.getStyleClass().add("scrim");
        scrim.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        key.consume();
                        close();
                    }
                });
        return scrim;
    }
}
