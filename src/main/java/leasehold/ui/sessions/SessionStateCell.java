package leasehold.ui.sessions;

import javafx.scene.control.Tooltip;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.Look;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.Texts;

/** The state of a session. */
final class SessionStateCell extends RecordCell<SessionRow, SessionRecord> {

    private final StateMark mark = new StateMark();
    private final Tooltip hint = new Tooltip();
    private final Texts texts;

    SessionStateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void show(SessionRecord session) {
        Look look = Look.of(session.state());
        mark.show(look.icon(), look.tone(), texts.word(session.state()));
        hint.setText(texts.hint(session.state()));
        setGraphic(mark);
        setTooltip(hint);
    }
}
