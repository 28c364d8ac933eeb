package leasehold.ui.window;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Choices;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.Reason;
import leasehold.ui.fx.StateMark;
import leasehold.ui.fx.Theme;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;

/** The toolbar: which target is in front, and what can be done to it. */
public final class ToolbarController implements Disposable {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final TargetsModel targets;
    private final Prompts prompts;
    private final Acts acts;
    private final Theme theme;
    private final Bag bag = new Bag();
    private Subscription ofCurrent = Subscription.EMPTY;

    @FXML private HBox toolbar;
    @FXML private MenuButton menu;
    @FXML private Label name;
    @FXML private StateMark others;
    @FXML private Label purpose;
    @FXML private Reason mayAcquire;
    @FXML private Reason mayAcquireAs;
    @FXML private Reason mayRelease;
    @FXML private Reason mayRevoke;
    @FXML private Reason mayPause;
    @FXML private Reason mayExport;
    @FXML private ToggleButton pause;
    @FXML private ToggleGroup looks;

    /** Creates the toolbar. */
    public ToolbarController(TargetsModel targets, Prompts prompts, Theme theme) {
        this.targets = targets;
        this.prompts = prompts;
        acts = new Acts(targets, prompts);
        this.theme = theme;
    }

    /** Makes do with less room, or takes it again. */
    void narrow(boolean isNarrow) {
        toolbar.pseudoClassStateChanged(NARROW, isNarrow);
    }

    @FXML
    private void initialize() {
        mayAcquire.hint(Keys.ACQUIRE);
        mayRelease.hint(Keys.RELEASE);
        mayRevoke.hint(Keys.REVOKE);
        mayPause.hint(Keys.PAUSE);
        mayExport.hint(Keys.EXPORT);
        bag.add(Choices.bind(looks, theme.mode()));
        bag.add(targets.current().subscribe(this::show));
        bag.add(TargetMenu.bind(menu, name, others, targets, prompts));
    }

    @FXML
    private void acquire() {
        acts.acquire();
    }

    @FXML
    private void acquireAs() {
        acts.acquireAs();
    }

    @FXML
    private void release() {
        acts.release();
    }

    @FXML
    private void revoke() {
        acts.revoke();
    }

    @FXML
    private void export() {
        acts.export();
    }

    @FXML
    private void toggleDetails() {
        acts.toggleDetails();
    }

    @FXML
    private void showKeys() {
        acts.showKeys();
    }

    @Override
    public void dispose() {
        ofCurrent.unsubscribe();
        bag.close();
    }

    private void show(TargetModel target) {
        ofCurrent.unsubscribe();
        TargetRow.tag(purpose, target);
        pause.selectedProperty().bindBidirectional(target.pause().on());
        ofCurrent =
                Subscription.combine(
                        () -> pause.selectedProperty().unbindBidirectional(target.pause().on()),
                        target.permits().any().subscribe(mayAcquire::refuse),
                        target.permits().any().subscribe(mayAcquireAs::refuse),
                        target.permits().release().subscribe(mayRelease::refuse),
                        target.permits().revoke().subscribe(mayRevoke::refuse),
                        target.permits().pause().subscribe(mayPause::refuse),
                        target.permits().export().subscribe(mayExport::refuse));
    }
}
