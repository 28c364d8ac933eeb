package leasehold.ui.sessions;

import java.time.Duration;
import javafx.util.Subscription;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.model.Formats;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;

/** How long a session is or was open. Ticks while it is seen. */
final class OpenForCell extends RecordCell<SessionRow, SessionRecord> {

    private final TargetModel target;
    private Subscription ticks = Subscription.EMPTY;

    OpenForCell(TargetModel target) {
        this.target = target;
    }

    @Override
    protected void show(SessionRecord session) {
        ticks.unsubscribe();
        ticks =
                session.closedAt().isEmpty()
                        ? target.second().subscribe((_, _) -> setText(text(target, session)))
                        : Subscription.EMPTY;
        setText(text(target, session));
    }

    @Override
    protected void clear() {
        super.clear();
        ticks.unsubscribe();
        ticks = Subscription.EMPTY;
    }

    static String text(TargetModel target, SessionRecord session) {
        return session.openFor(target.words().formats().now())
                .filter(Duration::isPositive)
                .map(Formats::duration)
                .orElse(Formats.MISSING);
    }
}
