package leasehold.ui.window;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.PauseModel;
import leasehold.ui.model.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says above the tables that they are paused, since when, and what came since. */
public final class PauseBanner extends HBox {

    private final Label said = new Label();
    private final Button resume = new Button();

    /** Creates a banner that is not shown. */
    public PauseBanner() {
        FontIcon icon = new FontIcon("ci-pause-filled");
        icon.getStyleClass().addAll("ic16", "st-warn");
        said.setId("pause-said");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        resume.setId("resume");
        getStyleClass().add("pause-banner");
        getChildren().addAll(icon, said, resume);
        Nodes.show(this, false);
    }

    Subscription follow(PauseModel pause, Texts texts) {
        resume.setText(texts.get("pause.resume"));
        resume.setOnAction(_ -> pause.on().set(false));
        said.textProperty().bind(pause.text());
        return Subscription.combine(
                pause.on().subscribe(on -> Nodes.show(this, on)), said.textProperty()::unbind);
    }
}
