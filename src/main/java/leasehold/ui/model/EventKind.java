package leasehold.ui.model;

import java.util.List;
import leasehold.session.SessionEvent;

/** The names of events, as {@code lease.granted}. */
public final class EventKind {

    /** All names. */
    public static final List<String> ALL =
            List.of(
                    "lease.requested",
                    "lease.granted",
                    "lease.refused",
                    "lease.gaveUp",
                    "lease.ended",
                    "lease.renewed",
                    "lease.overdue",
                    "lease.allClear",
                    "lease.abandoned",
                    "lease.detached",
                    "lease.reattached",
                    "lease.lateRelease",
                    "session.opening",
                    "session.attemptFailed",
                    "session.openFailed",
                    "session.opened",
                    "session.lingering",
                    "session.resumed",
                    "session.retiring",
                    "session.closing",
                    "session.closed",
                    "session.closeFailed",
                    "session.lost",
                    "session.beatFailed",
                    "session.strayListed",
                    "operator.strayRetried",
                    "session.strayResolved",
                    "operator.strayForgotten",
                    "operator.draining",
                    "session.drained",
                    "session.holdLifted",
                    "session.shuttingDown",
                    "session.shutDown");

    private EventKind() {}

    /** Returns the name of an event. */
    public static String of(SessionEvent event) {
        return switch (event) {
            case SessionEvent.OfLease ofLease -> "lease." + ofLease(ofLease);
            case SessionEvent.StrayRetried _ -> "operator.strayRetried";
            case SessionEvent.StrayForgotten _ -> "operator.strayForgotten";
            case SessionEvent.Draining _ -> "operator.draining";
            default -> "session." + lower(event.getClass().getSimpleName());
        };
    }

    private static String ofLease(SessionEvent.OfLease event) {
        return lower(event.getClass().getSimpleName());
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
