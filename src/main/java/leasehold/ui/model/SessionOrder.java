package leasehold.ui.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.SessionRecord.State;
import leasehold.session.CloseReason;

/** Orders of sessions that stay as they are while time passes. */
public final class SessionOrder {

    /**
     * Open shortest first: those that never were, then those that are over by how long they were
     * open, then those that live, newest opened first. What lives grows, and so is not compared by
     * its length.
     */
    public static final Comparator<SessionRecord> OPEN_FOR =
            comparing(SessionOrder::kind)
                    .thenComparing(SessionOrder::wasOpen)
                    .thenComparing(SessionOrder::openedAt, reverseOrder());

    /**
     * By why it was closed, in the order of the reasons; then openings that failed; then others.
     */
    public static final Comparator<SessionRecord> WHY = comparing(SessionOrder::why);

    private enum Kind {
        NEVER,
        OVER,
        LIVES
    }

    private SessionOrder() {}

    private static Kind kind(SessionRecord session) {
        if (session.opening().openedAt().isEmpty()) {
            return Kind.NEVER;
        }
        return session.closedAt().isPresent() ? Kind.OVER : Kind.LIVES;
    }

    private static Duration wasOpen(SessionRecord session) {
        return session.closedAt().flatMap(session::openFor).orElse(Duration.ZERO);
    }

    private static Instant openedAt(SessionRecord session) {
        return session.opening().openedAt().orElse(Instant.MIN);
    }

    private static int why(SessionRecord session) {
        int reasons = CloseReason.values().length;
        return session.ending()
                .flatMap(SessionRecord.Ending::why)
                .map(CloseReason::ordinal)
                .orElse(session.state() == State.OPEN_FAILED ? reasons : reasons + 1);
    }
}
