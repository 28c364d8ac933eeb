package leasehold.ui.window;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import leasehold.monitor.Target;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.fx.Theme;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;

/** The window: its toolbar, and the page of the target in front. */
public final class WindowController implements Disposable {

    private final TargetsModel targets;
    private final Prompts prompts;
    private final Theme theme;
    private final Function<TargetModel, Room<?>> pageOf;
    private final Map<TargetModel, Room<?>> pages = new HashMap<>();
    private final Bag bag = new Bag();
    private Subscription ofCurrent = Subscription.EMPTY;

    @FXML private StackPane layers;
    @FXML private StackPane host;
    @FXML private MenuButton menu;
    @FXML private Label purpose;
    @FXML private Button release;
    @FXML private Button revoke;
    @FXML private Button close;
    @FXML private ToggleGroup looks;

    /**
     * Creates the window.
     *
     * @param pageOf makes the page of a target
     */
    public WindowController(
            TargetsModel targets,
            Prompts prompts,
            Theme theme,
            Function<TargetModel, Room<?>> pageOf) {
        this.targets = targets;
        this.prompts = prompts;
        this.theme = theme;
        this.pageOf = pageOf;
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
        bag.add(LookMenu.bind(looks, theme));
        bag.add(targets.current().subscribe(this::show));
        bag.add(TargetMenu.bind(menu, targets, prompts));
        layers.sceneProperty().subscribe(scene -> Shortcuts.of(this, scene));
    }

    @FXML
    void acquire() {
        current().acquire();
    }

    @FXML
    private void release() {
        current().release();
    }

    @FXML
    private void revoke() {
        var leases = current().leases().selectedLiving();
        if (!leases.isEmpty()) {
            prompts.revoke(new RevokeModel(current(), leases));
        }
    }

    @FXML
    void closeSession() {
        if (current().card().closable()) {
            prompts.close(new CloseModel(current(), false));
        }
    }

    void bring(Topic topic) {
        current().details().topic().set(topic);
    }

    boolean inFront(Topic topic) {
        return current().details().topic().get() == topic;
    }

    @FXML
    private void connect() {
        prompts.connect();
    }

    @FXML
    void toggleDetails() {
        var open = current().details().open();
        open.set(!open.get());
    }

    @Override
    public void dispose() {
        ofCurrent.unsubscribe();
        bag.close();
        pages.values().forEach(Room::dispose);
        pages.clear();
    }

    private TargetModel current() {
        return targets.current().get();
    }

    private void show(TargetModel target) {
        ofCurrent.unsubscribe();
        host.getChildren().setAll(pages.computeIfAbsent(target, pageOf).root());
        menu.setText(target.name());
        boolean test = target.kind() == Target.Kind.TEST;
        purpose.setText(target.words().texts().word(target.kind()));
        purpose.getStyleClass().setAll("label", test ? "tag" : "tag-production");
        revoke.disableProperty().bind(nothingToRevoke(target));
        release.disableProperty().bind(target.mine().isEqualTo(0));
        close.disableProperty().bind(nothingToClose(target));
        ofCurrent =
                () -> {
                    revoke.disableProperty().unbind();
                    release.disableProperty().unbind();
                    close.disableProperty().unbind();
                };
    }

    private static BooleanBinding nothingToClose(TargetModel target) {
        return Bindings.createBooleanBinding(() -> !target.card().closable(), target.card().text());
    }

    private static BooleanBinding nothingToRevoke(TargetModel target) {
        return Bindings.createBooleanBinding(
                () -> target.leases().selectedLiving().isEmpty(),
                target.leases().selected(),
                target.second());
    }
}
