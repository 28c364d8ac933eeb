package leasehold.ui.sessions;

import java.time.Duration;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.TickingCell;
import leasehold.ui.model.Formats;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;

/** How long a session is or was open. */
final class OpenForCell extends TickingCell<SessionRow, SessionRecord> {

    private final TargetModel target;

    OpenForCell(TargetModel target) {
        super(target.second());
        this.target = target;
    }

    @Override
    protected boolean ticks(SessionRecord session) {
        return session.closedAt().isEmpty();
    }

    @Override
    protected void paint(SessionRecord session) {
        setText(text(target, session));
    }

    static String text(TargetModel target, SessionRecord session) {
        return session.openFor(target.words().formats().now())
                .filter(Duration::isPositive)
                .map(Formats::duration)
                .orElse(Formats.MISSING);
    }
}
