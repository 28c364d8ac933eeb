package leasehold.ui.model;

import leasehold.history.EventKind;
import leasehold.monitor.CardState;
import leasehold.monitor.LeaseState;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Standing;

/**
 * How a state looks: icon and colour. Its word is a text of its own.
 *
 * @param icon the icon's name
 * @param tone the colour's token
 */
public record Look(String icon, String tone) {

    /** A lease that is held, and a session that is open. */
    public static final Look OPEN = new Look("ci-circle-filled", "open");

    /** A lease that opened its session. */
    public static final Look OPENER = new Look("ci-flash-filled", "busy");

    /** A recording that is being read. */
    static final Look READING = new Look("ci-in-progress", "busy");

    private static final Look CLOSED = new Look("ci-circle-dash", "closed");
    private static final Look OPENING = new Look("ci-in-progress", "busy");
    private static final Look DRAINING = new Look("ci-logout", "busy");
    private static final Look LINGERING = new Look("ci-hourglass", "linger");
    private static final Look CLOSING = new Look("ci-incomplete", "busy");
    private static final Look FAILED = new Look("ci-misuse", "fail");
    private static final Look LOST = new Look("ci-unlink", "fail");
    private static final Look UNCLOSED = new Look("ci-warning-alt-filled", "warn");
    private static final Look UNKNOWN = new Look("ci-unknown", "warn");
    private static final Look SETTLED = new Look("ci-checkmark-outline", "closed");
    private static final Look RELEASED = new Look("ci-radio-button", "closed");
    private static final Look GAVE_UP = new Look("ci-subtract-alt", "closed");

    /** Returns the look of a lease. */
    public static Look of(LeaseState state) {
        return switch (state) {
            case WAITING -> new Look("ci-pending", "busy");
            case HELD -> OPEN;
            case DETACHED -> new Look("ci-unlink", "busy");
            case RELEASED -> RELEASED;
            case REVOKED -> new Look("ci-error-outline", "revoked");
            case EXPIRED -> new Look("ci-timer", "warn");
            case ABANDONED, UNSEEN -> UNKNOWN;
            case LOST -> LOST;
            case UNCLAIMED, GAVE_UP -> GAVE_UP;
            case REFUSED -> FAILED;
        };
    }

    /** Returns the look of a session. */
    public static Look of(SessionRecord.State state) {
        return switch (state) {
            case OPENING -> OPENING;
            case OPEN -> OPEN;
            case DRAINING, RETIRING -> DRAINING;
            case LINGERING -> LINGERING;
            case CLOSING -> CLOSING;
            case CLOSED, FORGOTTEN -> CLOSED;
            case OPEN_FAILED -> FAILED;
            case LOST -> LOST;
            case UNCLOSED -> UNCLOSED;
            case UNSEEN, CUT -> UNKNOWN;
        };
    }

    /** Returns the look of an event. */
    public static Look of(EventKind kind) {
        return switch (kind) {
            case LEASE_REQUESTED -> of(LeaseState.WAITING);
            case LEASE_GRANTED, SESSION_OPENED, SESSION_RESUMED -> OPEN;
            case LEASE_GAVE_UP, LEASE_UNCLAIMED -> GAVE_UP;
            case LEASE_RELEASED -> RELEASED;
            case LEASE_REVOKED, OPERATOR_REVOKED -> of(LeaseState.REVOKED);
            case LEASE_EXPIRED -> of(LeaseState.EXPIRED);
            case LEASE_RECLAIMED, LEASE_ABANDONED -> UNKNOWN;
            case LEASE_LOST, SESSION_LOST -> LOST;
            case LEASE_DETACHED -> of(LeaseState.DETACHED);
            case LEASE_REATTACHED -> new Look("ci-link", "busy");
            case LEASE_RENEWED, OPERATOR_STRAY_RETRIED -> new Look("ci-renew", "busy");
            case LEASE_OVERDUE, LEASE_LATE_RELEASE -> new Look("ci-warning-alt", "warn");
            case LEASE_ALL_CLEAR, SESSION_STRAY_RESOLVED, SESSION_HOLD_LIFTED -> SETTLED;
            case SESSION_OPENING -> OPENING;
            case LEASE_REFUSED, SESSION_ATTEMPT_FAILED, SESSION_OPEN_FAILED -> FAILED;
            case SESSION_BEAT_FAILED -> new Look("ci-misuse", "warn");
            case SESSION_LINGERING -> LINGERING;
            case SESSION_RETIRING, SESSION_SHUTTING_DOWN, OPERATOR_DRAINING -> DRAINING;
            case SESSION_CLOSING -> CLOSING;
            case SESSION_CLOSED, SESSION_DRAINED, SESSION_SHUT_DOWN -> CLOSED;
            case OPERATOR_STRAY_FORGOTTEN -> CLOSED;
            case SESSION_CLOSE_FAILED, SESSION_STRAY_LISTED, MONITOR_GAP -> UNCLOSED;
            case MONITOR_SEAM -> new Look("ci-restart", "closed");
        };
    }

    /** Returns the look of failures of one cause. */
    public static Look of(Standing standing) {
        return switch (standing) {
            case NEW -> FAILED;
            case SEEN -> SETTLED;
            case MUTED -> new Look("ci-notification-off", "closed");
            case RETURNED -> new Look("ci-redo", "fail");
        };
    }

    /** Returns the look of the session card. */
    public static Look of(CardState state) {
        return switch (state) {
            case CardState.Closed _, CardState.ShutDown _ -> CLOSED;
            case CardState.Opening _ -> OPENING;
            case CardState.Open _ -> OPEN;
            case CardState.Draining _ -> DRAINING;
            case CardState.Lingering _ -> LINGERING;
            case CardState.Closing _ -> CLOSING;
            case CardState.OpenFailed _ -> FAILED;
            case CardState.Lost _ -> LOST;
        };
    }
}
