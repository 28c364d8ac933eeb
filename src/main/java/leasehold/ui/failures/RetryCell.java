package leasehold.ui.failures;

import leasehold.monitor.FailureGroup;
import leasehold.ui.fx.TickingCell;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.TargetModel;

/** What the controller does by itself after a failure, counted down. */
final class RetryCell extends TickingCell<FailureRow, FailureGroup> {

    private final TargetModel target;

    RetryCell(TargetModel target) {
        super(target.second());
        this.target = target;
    }

    @Override
    protected boolean ticks(FailureGroup group) {
        return group.nextTry().isPresent();
    }

    @Override
    protected void paint(FailureGroup group) {
        setText(target.details().retry(group));
    }
}
