package leasehold.ui.leases;

import javafx.css.PseudoClass;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.MarkCell;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;

/** The state of a lease; strikes its whole row through once the lease has ended. */
final class StateCell extends MarkCell<LeaseRow, LeaseRecord> {

    private static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");

    private final Texts texts;

    StateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void show(LeaseRecord lease) {
        Look look = Look.of(lease.state());
        show(look.icon(), look.tone(), texts.word(lease.state()), texts.hint(lease.state()));
        styleRow(GHOST, lease.ended());
    }

    @Override
    protected void clear() {
        super.clear();
        styleRow(GHOST, false);
    }
}
