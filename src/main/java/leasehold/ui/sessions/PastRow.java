package leasehold.ui.sessions;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import leasehold.ui.model.SessionRow;

/** A row that is told from the others when its session is of a former run. */
final class PastRow extends TableRow<SessionRow> {

    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    @Override
    protected void updateItem(SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(PAST, !empty && row != null && row.past());
    }
}
