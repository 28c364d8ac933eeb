package leasehold.ui.acts;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import leasehold.ui.fx.Numbers;
import leasehold.ui.fx.Question;
import leasehold.ui.fx.Reason;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.Texts;

/** Asks before the session is closed: with time for its holders, or now. */
public final class CloseController extends Question {

    private static final int STEP = 5;

    private final CloseModel model;
    private final Texts texts;

    @FXML private Label held;
    @FXML private RadioButton drain;
    @FXML private Spinner<Integer> seconds;
    @FXML private RadioButton now;
    @FXML private ReasonBox reason;
    @FXML private Reason mayAct;
    @FXML private Button act;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public CloseController(CloseModel model, Texts texts, Runnable close) {
        super(close);
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Node first() {
        return reason.field();
    }

    @FXML
    private void initialize() {
        held.textProperty().bind(model.held());
        Numbers.whole(seconds, CloseModel.LONGEST_SECONDS, STEP, model.seconds().get());
        seconds.disableProperty().bind(now.selectedProperty());
        drain.setSelected(!model.now().get());
        now.setSelected(model.now().get());
        now.selectedProperty()
                .subscribe(atOnce -> act.setText(texts.get(atOnce ? "close.actNow" : "close.act")));
        reason.bind(model.grounds(), mayAct);
    }

    @FXML
    private void act() {
        model.now().set(now.isSelected());
        model.seconds().set(Numbers.value(seconds));
        cancel();
        model.close();
    }
}
