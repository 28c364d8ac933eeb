package leasehold.ui.window;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Formats;
import leasehold.ui.model.StatusModel;
import leasehold.ui.model.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says in the status bar, only then, that the view is behind or has skipped something. */
public final class ViewTrouble extends HBox {

    private final Label lag = label("lag", "ci-time");
    private final Label skipped = label("skipped", "ci-warning-alt-filled");

    /** Creates it with nothing to say. */
    public ViewTrouble() {
        getStyleClass().add("view-trouble");
        getChildren().addAll(lag, skipped);
    }

    Subscription follow(StatusModel status, Texts texts) {
        return Subscription.combine(
                status.lag()
                        .subscribe(
                                behind ->
                                        show(
                                                lag,
                                                behind.isPositive(),
                                                texts.get("status.lag", Formats.duration(behind)))),
                status.counters()
                        .subscribe(
                                counters ->
                                        show(
                                                skipped,
                                                counters.missed() > 0,
                                                texts.get("status.skipped", counters.missed()))));
    }

    private static void show(Label label, boolean shown, String text) {
        Nodes.show(label, shown);
        label.setText(text);
    }

    private static Label label(String id, String icon) {
        FontIcon graphic = new FontIcon(icon);
        graphic.getStyleClass().addAll("ic12", "st-warn");
        Label label = new Label("", graphic);
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
