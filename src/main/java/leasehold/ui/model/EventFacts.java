package leasehold.ui.model;

import java.util.Optional;
import leasehold.session.Act;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.OfLease;

/** What events of several kinds have in common. */
final class EventFacts {

    private EventFacts() {}

    /** Returns the id of the lease it is about; 0 if it is about none. */
    static long lease(SessionEvent event) {
        return switch (event) {
            case OfLease e -> e.lease();
            case SessionEvent.Opening e -> e.lease();
            case SessionEvent.Lingering e -> e.lease();
            default -> 0;
        };
    }

    /** Returns the client it is about; empty if it is about none. */
    static String client(SessionEvent event) {
        return switch (event) {
            case OfLease e -> e.client();
            case SessionEvent.Opening e -> e.client();
            case SessionEvent.Lingering e -> e.client();
            case SessionEvent.Closing e -> e.client();
            default -> "";
        };
    }

    /** Returns how long that took which it ends: a wait, a hold, an opening; 0 if nothing. */
    static long tookNanos(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Granted e -> e.info().waitNanos();
            case SessionEvent.GaveUp e -> e.waitNanos();
            case SessionEvent.Ended e -> e.heldNanos();
            case SessionEvent.Overdue e -> e.heldNanos();
            case SessionEvent.Abandoned e -> e.heldNanos();
            case SessionEvent.AttemptFailed e -> e.tookNanos();
            case SessionEvent.OpenFailed e -> e.tookNanos();
            case SessionEvent.Opened e -> e.tookNanos();
            case SessionEvent.Closed e -> e.tookNanos();
            case SessionEvent.CloseFailed e -> e.tookNanos();
            case SessionEvent.BeatFailed e -> e.failingNanos();
            default -> 0;
        };
    }

    /** Returns what failed, if something did. */
    static Optional<Failure> failure(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Refused e -> Optional.of(e.failure());
            case SessionEvent.Ended e -> e.end().cause();
            case SessionEvent.AttemptFailed e -> Optional.of(e.failure());
            case SessionEvent.OpenFailed e -> Optional.of(e.failure());
            case SessionEvent.CloseFailed e -> Optional.of(e.failure());
            case SessionEvent.Lost e -> Optional.of(e.failure());
            case SessionEvent.BeatFailed e -> Optional.of(e.failure());
            case SessionEvent.StrayListed e -> Optional.of(e.failure());
            default -> Optional.empty();
        };
    }

    /** Returns the operator's act that brought it about, if one did. */
    static Optional<Act> by(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Ended e -> e.end().by();
            case SessionEvent.Closing e -> e.by();
            case SessionEvent.CloseFailed e -> e.by();
            case SessionEvent.StrayRetried e -> Optional.of(e.by());
            case SessionEvent.StrayForgotten e -> Optional.of(e.by());
            case SessionEvent.Draining e -> Optional.of(e.by());
            default -> Optional.empty();
        };
    }

    /** Returns who asked for or holds the lease, if it says so. */
    static Optional<Holder> holder(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Requested e -> Optional.of(e.info().holder());
            case SessionEvent.Granted e -> Optional.of(e.info().holder());
            case SessionEvent.Refused e -> Optional.of(e.holder());
            case SessionEvent.Overdue e -> Optional.of(e.holder());
            case SessionEvent.Abandoned e -> Optional.of(e.holder());
            default -> Optional.empty();
        };
    }

    /** Returns what it was asked for; empty if it does not say so. */
    static String purpose(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Requested e -> e.info().purpose();
            case SessionEvent.Granted e -> e.info().purpose();
            default -> "";
        };
    }
}
