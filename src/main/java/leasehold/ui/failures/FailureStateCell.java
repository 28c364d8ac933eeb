package leasehold.ui.failures;

import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.Standing;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;

/** How an operator stands to a cause; a muted one has its whole row muted. */
final class FailureStateCell extends RecordCell<FailureRow, FailureGroup> {

    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private final StateMark mark = new StateMark();
    private final Tooltip hint = new Tooltip();
    private final Texts texts;

    FailureStateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void show(FailureGroup group) {
        Look look = Look.of(group.standing());
        mark.show(look.icon(), look.tone(), texts.word(group.standing()));
        hint.setText(texts.hint(group.standing()));
        setGraphic(mark);
        setTooltip(hint);
        mute(group.standing() == Standing.MUTED);
    }

    @Override
    protected void clear() {
        super.clear();
        mute(false);
    }

    private void mute(boolean muted) {
        if (getTableRow() != null) {
            getTableRow().pseudoClassStateChanged(MUTED, muted);
        }
    }
}
