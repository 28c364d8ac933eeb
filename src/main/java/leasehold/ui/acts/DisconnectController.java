package leasehold.ui.acts;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import leasehold.ui.fx.Question;
import leasehold.ui.model.DisconnectModel;
import leasehold.ui.model.Texts;

/** Asks before a target with a session is disconnected. */
public final class DisconnectController extends Question {

    private final DisconnectModel model;
    private final Texts texts;

    @FXML private Label title;
    @FXML private Label effect;
    @FXML private Button cancel;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public DisconnectController(DisconnectModel model, Texts texts, Runnable close) {
        super(close);
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Node first() {
        return cancel;
    }

    @FXML
    private void initialize() {
        title.setText(texts.get("disconnect.title", model.name()));
        effect.setText(model.effect());
    }

    @FXML
    private void act() {
        cancel();
        model.disconnect();
    }
}
