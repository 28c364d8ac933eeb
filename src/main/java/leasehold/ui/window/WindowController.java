package leasehold.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.fx.Small;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;

/** The window: the toolbar, and the page of the target in front. */
public final class WindowController implements Disposable {

    private final TargetsModel targets;
    private final Acts acts;
    private final Function<TargetModel, Room<?>> pageOf;
    private final Consumer<? super List<Path>> opens;
    private final Bag bag = new Bag();

    @FXML private StackPane layers;
    @FXML private VBox body;
    @FXML private StackPane host;
    @FXML private ToolbarController toolbarController;

    /**
     * Creates the window.
     *
     * @param pageOf makes the page of a target
     * @param opens opens files that are dropped here
     */
    public WindowController(
            TargetsModel targets,
            Prompts prompts,
            Function<TargetModel, Room<?>> pageOf,
            Consumer<? super List<Path>> opens) {
        this.targets = targets;
        acts = new Acts(targets, prompts);
        this.pageOf = pageOf;
        this.opens = opens;
    }

    /** Returns the root, on which dialogs are laid. */
    public StackPane layers() {
        return layers;
    }

    /** Puts the focus where no key does anything unasked. */
    public void rest() {
        host.requestFocus();
    }

    @FXML
    private void initialize() {
        bag.add(Pages.bind(host, targets, pageOf));
        FileDrop.on(layers, body, opens);
        layers.widthProperty()
                .subscribe(width -> toolbarController.narrow(Small.isNarrow(width.doubleValue())));
        layers.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                Shortcuts.bind(acts, body, scene);
                            }
                        });
    }

    @Override
    public void dispose() {
        toolbarController.dispose();
        bag.close();
    }
}
