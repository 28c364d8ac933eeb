package leasehold.ui.window;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.RecordingModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says above the tables how far a recording is read, or why it cannot be read to its end. */
public final class ReadingBanner extends HBox {

    private final FontIcon icon = new FontIcon("ci-warning-alt-filled");
    private final Label said = new Label();
    private final ProgressBar bar = new ProgressBar();

    /** Creates a banner that is not shown. */
    public ReadingBanner() {
        icon.getStyleClass().addAll("ic16", "st-warn");
        said.setId("reading-said");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Nodes.tellWhereCut(said);
        bar.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, said, bar);
        Nodes.show(this, false);
    }

    Subscription follow(RecordingModel recording) {
        return Subscription.combine(
                recording.said().subscribe(text -> show(text, recording.reading())),
                recording.part().subscribe(part -> bar.setProgress(part.doubleValue())));
    }

    private void show(String text, boolean reading) {
        Nodes.show(this, !text.isEmpty());
        said.setText(text);
        Nodes.show(icon, !reading);
        Nodes.show(bar, reading);
        getStyleClass().setAll(reading ? "reading-banner" : "pause-banner");
    }
}
