package leasehold.ui.failures;

import leasehold.monitor.FailureGroup;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;

/** Whether anybody has looked at a cause. */
final class FailureStateCell extends RecordCell<FailureRow, FailureGroup> {

    private final StateMark mark = new StateMark();
    private final Texts texts;

    FailureStateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void show(FailureGroup group) {
        Look look = Look.of(group);
        mark.show(look.icon(), look.tone(), FailureColumns.state(texts, group));
        setGraphic(mark);
    }
}
