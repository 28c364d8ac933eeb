package leasehold.ui.acts;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import leasehold.ui.fx.Numbers;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.Texts;

/** Asks before the session is closed: with time for its holders, or now. */
public final class CloseController {

    private static final int STEP = 5;

    private final CloseModel model;
    private final Texts texts;
    private final Runnable close;

    @FXML private Label held;
    @FXML private RadioButton drain;
    @FXML private Spinner<Integer> seconds;
    @FXML private RadioButton now;
    @FXML private TextField reason;
    @FXML private Button act;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public CloseController(CloseModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
    }

    /** Returns what has the focus first. */
    public TextField reason() {
        return reason;
    }

    @FXML
    private void initialize() {
        held.setText(model.held());
        Numbers.whole(seconds, CloseModel.LONGEST_SECONDS, STEP, model.seconds().get());
        seconds.disableProperty().bind(now.selectedProperty());
        drain.setSelected(!model.now().get());
        now.setSelected(model.now().get());
        now.selectedProperty()
                .subscribe(atOnce -> act.setText(texts.get(atOnce ? "close.actNow" : "close.act")));
        reason.textProperty().bindBidirectional(model.reason());
    }

    @FXML
    private void act() {
        model.now().set(now.isSelected());
        model.seconds().set(Numbers.value(seconds));
        close.run();
        model.close();
    }

    @FXML
    private void cancel() {
        close.run();
    }
}
