package leasehold.ui.leases;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.TickingCell;
import leasehold.ui.model.Formats;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.TargetModel;

/** How long a lease is held: a bar up to the threshold, a chip past it. */
final class HeldCell extends TickingCell<LeaseRow, LeaseRecord> {

    private static final double BAR = 40;

    private final Region front = new Region();
    private final StackPane bar = new StackPane(front);
    private final Label chip;
    private final Label time = new Label();
    private final HBox box;
    private final TargetModel target;

    HeldCell(TargetModel target) {
        super(target.second());
        this.target = target;
        bar.getStyleClass().add("bar-back");
        front.getStyleClass().add("bar-front");
        StackPane.setAlignment(front, Pos.CENTER_LEFT);
        chip = new Label(target.words().texts().get("leases.overdue"));
        chip.getStyleClass().add("over-chip");
        time.getStyleClass().add("cell-text");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new HBox(bar, chip, gap, time);
        box.getStyleClass().add("held");
    }

    @Override
    protected boolean ticks(LeaseRecord lease) {
        return lease.held();
    }

    @Override
    protected void paint(LeaseRecord lease) {
        Optional<Duration> held = LeaseRow.heldFor(lease, target.words().formats().now());
        time.setText(held.map(Formats::duration).orElse(Formats.MISSING));
        boolean overdue = lease.overdue() && lease.held();
        double part = part(held);
        Nodes.show(chip, overdue);
        Nodes.show(bar, lease.held() && !overdue && part > 0);
        Nodes.mark(time, "late", overdue);
        double width = Math.max(1, Math.rint(BAR * Math.min(1, part)));
        front.setMinWidth(width);
        front.setMaxWidth(width);
        setGraphic(box);
    }

    private double part(Optional<Duration> held) {
        return held.map(time -> Formats.part(time, target.overdueAfter())).orElse(0.0);
    }
}
