package leasehold.ui.failures;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import leasehold.monitor.FailureGroup;
import leasehold.ui.fx.TickingCell;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;

/** How often a cause occurred: in each of the last minutes as bars, and in all. */
final class CountCell extends TickingCell<FailureRow, FailureGroup> {

    private final Bars bars = new Bars();
    private final Label number = new Label();
    private final HBox box;
    private final Formats formats;

    CountCell(TargetModel target) {
        super(target.second());
        formats = target.words().formats();
        number.getStyleClass().add("cell-text");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new HBox(bars, gap, number);
        box.getStyleClass().add("held");
    }

    @Override
    protected boolean ticks(FailureGroup group) {
        return group.isRecent(formats.now());
    }

    @Override
    protected void paint(FailureGroup group) {
        bars.show(group.recent().at(formats.now()).counts());
        number.setText(Formats.number(group.count()));
        setGraphic(box);
    }
}
