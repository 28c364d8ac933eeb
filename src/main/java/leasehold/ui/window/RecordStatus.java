package leasehold.ui.window;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.RecordLine;
import leasehold.ui.model.RecordLine.Health;
import leasehold.ui.model.RecordModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says in the status bar how large the record on disk is, or what is wrong with it. */
public final class RecordStatus extends HBox {

    private final FontIcon icon = new FontIcon("ci-warning-alt-filled");
    private final Label said = new Label();
    private final Tooltip hint = new Tooltip();

    /** Creates it with nothing to say. */
    public RecordStatus() {
        getStyleClass().add("record-status");
        icon.getStyleClass().add("ic12");
        said.setId("record-line");
        said.setMinWidth(USE_PREF_SIZE);
        said.setTooltip(hint);
        Region gap = new Region();
        gap.getStyleClass().add("status-gap");
        getChildren().addAll(said, gap);
        Nodes.show(this, false);
    }

    Subscription follow(Optional<RecordModel> record) {
        return record.map(model -> model.line().subscribe(line -> line.ifPresent(this::show)))
                .orElse(Subscription.EMPTY);
    }

    /** A graphic that is there but hidden would stay so: the label asks only when it gets one. */
    void show(RecordLine line) {
        Nodes.show(this, true);
        said.setText(line.text());
        hint.setText(line.hint());
        Nodes.mark(icon, "st-warn", line.health() == Health.WARN);
        Nodes.mark(icon, "st-fail", line.health() == Health.FAIL);
        Nodes.mark(said, "status-alarm", line.health() == Health.FAIL);
        said.setGraphic(line.health() == Health.WELL ? null : icon);
    }
}
