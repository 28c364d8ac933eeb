package leasehold.ui.sessions;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.Look;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.Texts;
import org.jspecify.annotations.Nullable;

/** The state of a session. */
final class SessionStateCell extends TableCell<SessionRow, SessionRecord> {

    private final StateMark mark = new StateMark();
    private final Tooltip hint = new Tooltip();
    private final Texts texts;

    SessionStateCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable SessionRecord session, boolean empty) {
        super.updateItem(session, empty);
        boolean shown = !empty && session != null;
        if (shown) {
            Look look = Look.of(session.state());
            mark.show(look.icon(), look.tone(), texts.word(session.state()));
            hint.setText(texts.hint(session.state()));
        }
        setGraphic(shown ? mark : null);
        setTooltip(shown ? hint : null);
    }
}
