package leasehold.ui.leases;

import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;

/** The state of a lease; strikes its whole row through once the lease has ended. */
final class StateCell extends RecordCell<LeaseRow, LeaseRecord> {

    private static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");

    private final StateMark mark = new StateMark();
    private final Tooltip hint = new Tooltip();
    private final Texts texts;

    StateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void show(LeaseRecord lease) {
        Look look = Look.of(lease.state());
        mark.show(look.icon(), look.tone(), texts.word(lease.state()));
        hint.setText(texts.hint(lease.state()));
        setGraphic(mark);
        setTooltip(hint);
        strike(lease.ended());
    }

    @Override
    protected void clear() {
        super.clear();
        strike(false);
    }

    private void strike(boolean ended) {
        if (getTableRow() != null) {
            getTableRow().pseudoClassStateChanged(GHOST, ended);
        }
    }
}
