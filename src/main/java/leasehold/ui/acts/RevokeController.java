package leasehold.ui.acts;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.RevokeModel.Line;
import leasehold.ui.model.Texts;

/** Asks before leases are revoked; bound to the leases that were selected when it opened. */
public final class RevokeController {

    private final RevokeModel model;
    private final Texts texts;
    private final Runnable close;

    @FXML private Label title;
    @FXML private GridPane leases;
    @FXML private Label more;
    @FXML private Label effect;
    @FXML private Label reasonTitle;
    @FXML private TextField reason;
    @FXML private Button revoke;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public RevokeController(RevokeModel model, Texts texts, Runnable close) {
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
        int size = model.size();
        title.setText(texts.get("revoke.title", size));
        int row = 0;
        for (Line line : model.named()) {
            add(row++, line);
        }
        more.setText(texts.get("revoke.more", model.more()));
        Nodes.show(more, model.more() > 0);
        effect.setText(model.effect());
        reasonTitle.setText(texts.get(size > 1 ? "revoke.reason.required" : "revoke.reason"));
        reason.textProperty().bindBidirectional(model.reason());
        revoke.setText(texts.get("revoke.act", size));
        revoke.disableProperty().bind(model.allowed().not());
    }

    @FXML
    private void revoke() {
        close.run();
        model.revoke();
    }

    @FXML
    private void cancel() {
        close.run();
    }

    private void add(int row, Line line) {
        leases.addRow(
                row,
                styled(line.id(), "num"),
                styled(line.client(), "name"),
                styled(line.holder(), "name"),
                styled(line.heldFor(), "num"));
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
