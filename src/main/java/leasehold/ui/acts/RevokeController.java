package leasehold.ui.acts;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Question;
import leasehold.ui.fx.Reason;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.RevokeModel.Line;
import leasehold.ui.model.Texts;

/**
 * Asks before leases are revoked; bound to the leases that were selected when it opened. Stays to
 * say what came of each if some had ended before.
 */
public final class RevokeController extends Question {

    private final RevokeModel model;
    private final Texts texts;

    @FXML private Label title;
    @FXML private GridPane leases;
    @FXML private Label more;
    @FXML private Label effect;
    @FXML private ReasonBox reason;
    @FXML private Button cancel;
    @FXML private Reason mayAct;
    @FXML private Button revoke;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public RevokeController(RevokeModel model, Texts texts, Runnable close) {
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
        title.setText(texts.get("revoke.title", model.size()));
        list(model.named());
        more.setText(texts.get("revoke.more", model.more()));
        Nodes.show(more, model.more() > 0);
        effect.textProperty().bind(model.effect());
        reason.bind(model.grounds(), mayAct);
        revoke.setText(texts.get("revoke.act", model.size()));
    }

    @FXML
    private void revoke() {
        List<Line> others = model.revoke();
        if (others.isEmpty()) {
            cancel();
        } else {
            say(others);
        }
    }

    private void say(List<Line> others) {
        title.setText(model.result(others.size()));
        list(others);
        List.of(more, effect, reason, mayAct).forEach(asked -> Nodes.show(asked, false));
        cancel.setText(texts.get("dialog.close"));
        cancel.requestFocus();
    }

    private void list(List<Line> lines) {
        leases.getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            leases.addRow(
                    row,
                    styled(line.id(), "num"),
                    styled(line.client(), "name"),
                    styled(line.holder(), "name"),
                    styled(line.last(), "num"));
        }
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
