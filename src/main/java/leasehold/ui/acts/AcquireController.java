package leasehold.ui.acts;

import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Numbers;
import leasehold.ui.fx.Question;
import leasehold.ui.model.AcquireModel;

/** Asks under which name leases are acquired, what for, for how long, and how many. */
public final class AcquireController extends Question {

    private final AcquireModel model;
    private final StringBinding wrong;

    @FXML private TextField client;
    @FXML private TextField purpose;
    @FXML private TextField expiry;
    @FXML private Label expiryWrong;
    @FXML private Spinner<Integer> count;
    @FXML private Button act;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public AcquireController(AcquireModel model, Runnable close) {
        super(close);
        this.model = model;
        wrong = model.wrong();
    }

    @Override
    public Node first() {
        return client;
    }

    @FXML
    private void initialize() {
        client.textProperty().bindBidirectional(model.client());
        purpose.textProperty().bindBidirectional(model.purpose());
        expiry.textProperty().bindBidirectional(model.expiry());
        Numbers.whole(count, AcquireModel.MOST, 1, model.count().get());
        expiryWrong.textProperty().bind(wrong);
        act.disableProperty().bind(wrong.isNotEmpty());
        wrong.subscribe(text -> Nodes.mark(expiry, "wrong", !text.isEmpty()));
    }

    @FXML
    private void act() {
        model.count().set(Numbers.value(count));
        cancel();
        model.acquire();
    }
}
