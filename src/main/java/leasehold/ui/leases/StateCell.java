package leasehold.ui.leases;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;
import org.jspecify.annotations.Nullable;

/** The state of a lease; strikes its whole row through once the lease has ended. */
final class StateCell extends TableCell<LeaseRow, LeaseRecord> {

    private static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");

    private final StateMark mark = new StateMark();
    private final Tooltip hint = new Tooltip();
    private final Texts texts;

    StateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable LeaseRecord lease, boolean empty) {
        super.updateItem(lease, empty);
        boolean shown = !empty && lease != null;
        if (shown) {
            Look look = Look.of(lease.state());
            mark.show(look.icon(), look.tone(), texts.word(lease.state()));
            hint.setText(texts.hint(lease.state()));
        }
        setGraphic(shown ? mark : null);
        setTooltip(shown ? hint : null);
        if (getTableRow() != null) {
            getTableRow().pseudoClassStateChanged(GHOST, shown && lease.ended());
        }
    }
}
