package leasehold.history;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.session.LeaseEnd;
import leasehold.session.SessionEvent;

/** What kind of event an entry of the record is, under a name like {@code lease.granted}. */
public enum EventKind {
    /** Somebody asked, and must wait. */
    LEASE_REQUESTED("lease.requested"),
    /** A lease was granted. */
    LEASE_GRANTED("lease.granted"),
    /** A request got nothing. */
    LEASE_REFUSED("lease.refused"),
    /** A request was ended by its asker. */
    LEASE_GAVE_UP("lease.gaveUp"),
    /** A lease was given back by its holder. */
    LEASE_RELEASED("lease.released"),
    /** A lease was granted at the instant its asker had given up. */
    LEASE_UNCLAIMED("lease.unclaimed"),
    /** A lease was taken away by a deadline. */
    LEASE_REVOKED("lease.revoked"),
    /** A lease's time to live ran out. */
    LEASE_EXPIRED("lease.expired"),
    /** A lease was taken back, for its holder was collected without releasing it. */
    LEASE_RECLAIMED("lease.reclaimed"),
    /** A lease ended with its session. */
    LEASE_LOST("lease.lost"),
    /** A lease's time to live was started anew. */
    LEASE_RENEWED("lease.renewed"),
    /** A lease is held longer than the threshold. */
    LEASE_OVERDUE("lease.overdue"),
    /** A lease that was overdue has ended. */
    LEASE_ALL_CLEAR("lease.allClear"),
    /** The holder of a lease was collected without releasing it. */
    LEASE_ABANDONED("lease.abandoned"),
    /** The session of a lease was lost, and is being opened anew. */
    LEASE_DETACHED("lease.detached"),
    /** A detached lease stands for a new session. */
    LEASE_REATTACHED("lease.reattached"),
    /** A lease was released after its end. */
    LEASE_LATE_RELEASE("lease.lateRelease"),
    /** A session is being opened. */
    SESSION_OPENING("session.opening"),
    /** An attempt to open failed. */
    SESSION_ATTEMPT_FAILED("session.attemptFailed"),
    /** An opening failed. */
    SESSION_OPEN_FAILED("session.openFailed"),
    /** A session is open. */
    SESSION_OPENED("session.opened"),
    /** A session is kept for a while with no lease. */
    SESSION_LINGERING("session.lingering"),
    /** A client came while the session lingered. */
    SESSION_RESUMED("session.resumed"),
    /** A session is past its maximum age. */
    SESSION_RETIRING("session.retiring"),
    /** A session is being closed. */
    SESSION_CLOSING("session.closing"),
    /** A session is closed. */
    SESSION_CLOSED("session.closed"),
    /** Closing failed or hangs. */
    SESSION_CLOSE_FAILED("session.closeFailed"),
    /** The server has dropped the session. */
    SESSION_LOST("session.lost"),
    /** A beat failed. */
    SESSION_BEAT_FAILED("session.beatFailed"),
    /** A call is listed as a stray. */
    SESSION_STRAY_LISTED("session.strayListed"),
    /** The session of a stray is closed after all. */
    SESSION_STRAY_RESOLVED("session.strayResolved"),
    /** The session is closed as asked. */
    SESSION_DRAINED("session.drained"),
    /** A failure no longer answers every caller. */
    SESSION_HOLD_LIFTED("session.holdLifted"),
    /** The controller ends. */
    SESSION_SHUTTING_DOWN("session.shuttingDown"),
    /** The controller has ended. */
    SESSION_SHUT_DOWN("session.shutDown"),
    /** An operator took a lease away. */
    OPERATOR_REVOKED("operator.revoked"),
    /** An operator has the session closed, with time for its holders. */
    OPERATOR_DRAINING("operator.draining"),
    /** An operator had the close of a stray tried again. */
    OPERATOR_STRAY_RETRIED("operator.strayRetried"),
    /** An operator took a stray off the list. */
    OPERATOR_STRAY_FORGOTTEN("operator.strayForgotten"),
    /** Events were missed. */
    MONITOR_GAP("monitor.gap"),
    /** The record goes on after a restart. */
    MONITOR_SEAM("monitor.seam");

    private static final Map<String, EventKind> BY_TEXT =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventKind::text, k -> k));

    private final String text;

    EventKind(String text) {
        this.text = text;
    }

    /** Returns its name, as {@code lease.granted}. */
    public String text() {
        return text;
    }

    /** Tells whether an event of this kind is one of a lease, or of a request for one. */
    boolean isOfLease() {
        return text.startsWith("lease.") || this == OPERATOR_REVOKED;
    }

    /** Tells whether an event of this kind may carry a failure. */
    public boolean mayCarryFailure() {
        return switch (this) {
            case LEASE_REFUSED, LEASE_LOST, LEASE_LATE_RELEASE -> true;
            case SESSION_ATTEMPT_FAILED, SESSION_OPEN_FAILED, SESSION_CLOSE_FAILED -> true;
            case SESSION_LOST, SESSION_BEAT_FAILED, SESSION_STRAY_LISTED -> true;
            default -> false;
        };
    }

    /** Returns the kind of that name, if there is one. */
    public static Optional<EventKind> named(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** Returns the kind of an entry of the record. */
    public static EventKind of(Entry entry) {
        return switch (entry) {
            case Entry.Happened happened -> of(happened.event());
            case Entry.Missed _ -> MONITOR_GAP;
            case Entry.Seam _ -> MONITOR_SEAM;
        };
    }

    /** Returns the kind of an event. */
    public static EventKind of(SessionEvent event) {
        return switch (event) {
            case SessionEvent.OfLease of -> ofLease(of);
            case SessionEvent.Opening _ -> SESSION_OPENING;
            case SessionEvent.AttemptFailed _ -> SESSION_ATTEMPT_FAILED;
            case SessionEvent.OpenFailed _ -> SESSION_OPEN_FAILED;
            case SessionEvent.Opened _ -> SESSION_OPENED;
            case SessionEvent.Lingering _ -> SESSION_LINGERING;
            case SessionEvent.Resumed _ -> SESSION_RESUMED;
            case SessionEvent.Retiring _ -> SESSION_RETIRING;
            case SessionEvent.Closing _ -> SESSION_CLOSING;
            case SessionEvent.Closed _ -> SESSION_CLOSED;
            case SessionEvent.CloseFailed _ -> SESSION_CLOSE_FAILED;
            case SessionEvent.Lost _ -> SESSION_LOST;
            case SessionEvent.BeatFailed _ -> SESSION_BEAT_FAILED;
            case SessionEvent.StrayListed _ -> SESSION_STRAY_LISTED;
            case SessionEvent.StrayRetried _ -> OPERATOR_STRAY_RETRIED;
            case SessionEvent.StrayResolved _ -> SESSION_STRAY_RESOLVED;
            case SessionEvent.StrayForgotten _ -> OPERATOR_STRAY_FORGOTTEN;
            case SessionEvent.Draining _ -> OPERATOR_DRAINING;
            case SessionEvent.Drained _ -> SESSION_DRAINED;
            case SessionEvent.HoldLifted _ -> SESSION_HOLD_LIFTED;
            case SessionEvent.ShuttingDown _ -> SESSION_SHUTTING_DOWN;
            case SessionEvent.ShutDown _ -> SESSION_SHUT_DOWN;
        };
    }

    private static EventKind ofLease(SessionEvent.OfLease event) {
        return switch (event) {
            case SessionEvent.Requested _ -> LEASE_REQUESTED;
            case SessionEvent.Granted _ -> LEASE_GRANTED;
            case SessionEvent.Refused _ -> LEASE_REFUSED;
            case SessionEvent.GaveUp _ -> LEASE_GAVE_UP;
            case SessionEvent.Ended ended -> of(ended.end());
            case SessionEvent.Renewed _ -> LEASE_RENEWED;
            case SessionEvent.Overdue _ -> LEASE_OVERDUE;
            case SessionEvent.AllClear _ -> LEASE_ALL_CLEAR;
            case SessionEvent.Abandoned _ -> LEASE_ABANDONED;
            case SessionEvent.Detached _ -> LEASE_DETACHED;
            case SessionEvent.Reattached _ -> LEASE_REATTACHED;
            case SessionEvent.LateRelease _ -> LEASE_LATE_RELEASE;
        };
    }

    private static EventKind of(LeaseEnd end) {
        return switch (end.kind()) {
            case RELEASED -> LEASE_RELEASED;
            case UNCLAIMED -> LEASE_UNCLAIMED;
            case REVOKED -> end.by().isPresent() ? OPERATOR_REVOKED : LEASE_REVOKED;
            case EXPIRED -> LEASE_EXPIRED;
            case ABANDONED -> LEASE_RECLAIMED;
            case LOST -> LEASE_LOST;
        };
    }
}
