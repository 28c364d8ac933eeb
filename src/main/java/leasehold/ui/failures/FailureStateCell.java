package leasehold.ui.failures;

import javafx.css.PseudoClass;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.Standing;
import leasehold.ui.fx.MarkCell;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;

/** How an operator stands to a cause; a muted one has its whole row muted. */
final class FailureStateCell extends MarkCell<FailureRow, FailureGroup> {

    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private final Texts texts;

    FailureStateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void show(FailureGroup group) {
        Look look = Look.of(group.standing());
        show(look.icon(), look.tone(), texts.word(group.standing()), texts.hint(group.standing()));
        styleRow(MUTED, group.standing() == Standing.MUTED);
    }

    @Override
    protected void clear() {
        super.clear();
        styleRow(MUTED, false);
    }
}
