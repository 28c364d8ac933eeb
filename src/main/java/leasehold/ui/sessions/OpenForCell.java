package leasehold.ui.sessions;

import java.time.Duration;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import leasehold.monitor.SessionRecord;
import leasehold.ui.model.Formats;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;
import org.jspecify.annotations.Nullable;

/** How long a session is or was open. Ticks while it is seen. */
final class OpenForCell extends TableCell<SessionRow, SessionRecord> {

    private final TargetModel target;
    private Subscription ticks = Subscription.EMPTY;

    OpenForCell(TargetModel target) {
        this.target = target;
    }

    @Override
    protected void updateItem(@Nullable SessionRecord session, boolean empty) {
        super.updateItem(session, empty);
        ticks.unsubscribe();
        ticks = Subscription.EMPTY;
        if (empty || session == null) {
            setText(null);
            return;
        }
        setText(text(target, session));
        if (session.closedAt().isEmpty()) {
            ticks = target.second().subscribe((_, _) -> setText(text(target, session)));
        }
    }

    static String text(TargetModel target, SessionRecord session) {
        return session.openFor(target.words().formats().now())
                .filter(Duration::isPositive)
                .map(Formats::duration)
                .orElse(Formats.MISSING);
    }
}
