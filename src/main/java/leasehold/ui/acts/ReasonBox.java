package leasehold.ui.acts;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Reason;
import leasehold.ui.model.Grounds;

/** Where an operator says why, for a button that waits for it. */
public final class ReasonBox extends VBox {

    private final TextField field = new TextField();
    private final Label title = new Label();

    /** Creates an empty box. */
    public ReasonBox() {
        getStyleClass().add("reason-box");
        title.getStyleClass().add("section");
        title.setLabelFor(field);
        getChildren().addAll(title, field);
    }

    /** Returns where it is typed. */
    TextField field() {
        return field;
    }

    /** Has what is typed be the grounds of an act, whose button is off while they lack. */
    void bind(Grounds grounds, Reason mayAct) {
        field.setId(getId() + "-field");
        title.textProperty().bind(grounds.title());
        field.textProperty().bindBidirectional(grounds.reason());
        grounds.lacking().subscribe(mayAct::refuse);
    }
}
