package leasehold.ui.window;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
    @FXML private RadioMenuItem light;
    @FXML private RadioMenuItem dark;
    @FXML private RadioMenuItem system;

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
        bag.add(theme.mode().subscribe(this::tick));
        bag.add(targets.current().subscribe(this::show));
        bag.add(targets.all().subscribe(this::list));
        list();
        layers.sceneProperty().subscribe(scene -> Shortcuts.of(this, scene));
    }

    private void tick(Theme.Mode mode) {
        switch (mode) {
            case LIGHT -> light.setSelected(true);
            case DARK -> dark.setSelected(true);
            case SYSTEM -> system.setSelected(true);
        }
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

    void closeSession() {
        if (current().card().closable()) {
            prompts.close(new CloseModel(current(), false));
        }
    }

    void bring(Topic topic) {
        current().details().topic().set(topic);
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

    @FXML
    private void beLight() {
        theme.mode().set(Theme.Mode.LIGHT);
    }

    @FXML
    private void beDark() {
        theme.mode().set(Theme.Mode.DARK);
    }

    @FXML
    private void beAsSystem() {
        theme.mode().set(Theme.Mode.SYSTEM);
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
        menu.setText(target.target().name());
        boolean test = target.target().kind() == Target.Kind.TEST;
        purpose.setText(target.words().texts().word(target.target().kind()));
        purpose.getStyleClass().setAll("label", test ? "tag" : "tag-production");
        var living =
                Bindings.createBooleanBinding(
                        () ->
                                target.leases().selected().stream()
                                        .noneMatch(row -> row.lease().held()),
                        target.leases().selected(),
                        target.second());
        revoke.disableProperty().bind(living);
        release.disableProperty().bind(target.mine().isEqualTo(0));
        ofCurrent =
                () -> {
                    revoke.disableProperty().unbind();
                    release.disableProperty().unbind();
                    living.dispose();
                };
    }

    private void list() {
        menu.getItems().clear();
        for (TargetModel target : targets.all()) {
            MenuItem item = new MenuItem(target.target().name());
            item.setOnAction(_ -> targets.current().set(target));
            menu.getItems().add(item);
        }
        MenuItem connect = new MenuItem(current().words().texts().get("window.connect"));
        connect.setId("connect");
        connect.setOnAction(_ -> connect());
        menu.getItems().addAll(new SeparatorMenuItem(), connect);
    }
}
