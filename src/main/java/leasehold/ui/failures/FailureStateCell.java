package leasehold.ui.failures;

import javafx.scene.control.TableCell;
import leasehold.monitor.FailureGroup;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;
import org.jspecify.annotations.Nullable;

/** Whether anybody has looked at a cause. */
final class FailureStateCell extends TableCell<FailureRow, FailureGroup> {

    private final StateMark mark = new StateMark();
    private final Texts texts;

    FailureStateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable FailureGroup group, boolean empty) {
        super.updateItem(group, empty);
        boolean shown = !empty && group != null;
        if (shown) {
            Look look = Look.of(group);
            mark.show(look.icon(), look.tone(), FailuresController.state(texts, group));
        }
        setGraphic(shown ? mark : null);
    }
}
