package leasehold.ui.target;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import leasehold.ui.fx.Question;
import leasehold.ui.model.RecordingsModel.Refusal;
import leasehold.ui.model.Texts;

/** Says why a file was not opened. */
public final class RefusedController extends Question {

    private final Refusal refusal;
    private final Texts texts;

    @FXML private Label title;
    @FXML private Label why;
    @FXML private Button end;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public RefusedController(Refusal refusal, Texts texts, Runnable close) {
        super(close);
        this.refusal = refusal;
        this.texts = texts;
    }

    @Override
    public Node first() {
        return end;
    }

    @FXML
    private void initialize() {
        title.setText(texts.get("recording.refused", refusal.name()));
        why.setText(refusal.why());
    }
}
