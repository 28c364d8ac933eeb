package leasehold.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.Rooms;
import org.kordamp.ikonli.javafx.FontIcon;

/** Files that are dropped on the window are opened; while they are held over it, it says so. */
final class FileDrop {

    private final StackPane layers;
    private final Node body;
    private final Consumer<? super List<Path>> opens;
    private final StackPane hint;

    private FileDrop(StackPane layers, Node body, Consumer<? super List<Path>> opens) {
        this.layers = layers;
        this.body = body;
        this.opens = opens;
        hint = hint();
    }

    /**
     * Has a window take files.
     *
     * @param body the window, without the dialogs that are laid on it: behind one it takes none
     */
    static void on(StackPane layers, Node body, Consumer<? super List<Path>> opens) {
        FileDrop drop = new FileDrop(layers, body, opens);
        layers.setOnDragOver(drop::over);
        layers.setOnDragExited(_ -> drop.hide());
        layers.setOnDragDropped(drop::dropped);
    }

    private void over(DragEvent drag) {
        if (!drag.getDragboard().hasFiles() || body.isDisabled()) {
            return;
        }
        drag.acceptTransferModes(TransferMode.COPY);
        drag.consume();
        if (!layers.getChildren().contains(hint)) {
            layers.getChildren().add(hint);
        }
    }

    private void dropped(DragEvent drag) {
        boolean taken = drag.getDragboard().hasFiles() && !body.isDisabled();
        if (taken) {
            opens.accept(drag.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        drag.setDropCompleted(taken);
        drag.consume();
        hide();
    }

    private void hide() {
        layers.getChildren().remove(hint);
    }

    private static StackPane hint() {
        FontIcon icon = new FontIcon("ci-document-import");
        icon.getStyleClass().add("ic28");
        Label said = new Label(Rooms.texts().getString("recording.drop"), icon);
        said.getStyleClass().add("drop-said");
        StackPane hint = new StackPane(said);
        hint.setId("drop-hint");
        hint.getStyleClass().add("drop-hint");
        hint.setMouseTransparent(true);
        return hint;
    }
}
