package leasehold.ui.sessions;

import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.MarkCell;
import leasehold.ui.model.Look;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.Texts;

/** The state of a session. */
final class SessionStateCell extends MarkCell<SessionRow, SessionRecord> {

    private final Texts texts;

    SessionStateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void show(SessionRecord session) {
        Look look = Look.of(session.state());
        show(look.icon(), look.tone(), texts.word(session.state()), texts.hint(session.state()));
    }
}
