package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened, in the order of its number (rule 25). Immutable, and free of secrets
 * (rule 30).
 *
 * <p>The state of a controller follows from its events: {@code Opening} → OPENING, {@code Opened}
 * and {@code Resumed} → OPEN, {@code Lingering} → LINGERING, {@code Closing} → CLOSING, {@code
 * ShutDown} → SHUT_DOWN; {@code Closed}, {@code StrayListed} and {@code OpenFailed} → CLOSED, if
 * they are about the current session; after an {@code OpenFailed} that a {@code Closing} of the
 * same session follows, its call is waited for first. The current session is the one of the last
 * {@code Opening}, until it ends or is {@code Retiring}.
 */
public sealed interface SessionEvent {

    /** Returns when and where it happened. */
    Stamp stamp();

    /** Returns its number: per controller, increasing by one. */
    default long number() {
        return stamp().number();
    }

    /** Returns the wall time. */
    default Instant at() {
        return stamp().at();
    }

    /** Returns the monotonic time in nanoseconds. */
    default long nanos() {
        return stamp().nanos();
    }

    /**
     * Returns the number of the session it is about; 0 if it is about none, as {@code Requested}
     * and {@code GaveUp} are. A {@code Refused} names the one that was current.
     */
    default long epoch() {
        return stamp().epoch();
    }

    /**
     * When and where something happened.
     *
     * @param number its number
     * @param at the wall time
     * @param nanos the monotonic time
     * @param epoch the number of the session; 0 if none
     */
    record Stamp(long number, Instant at, long nanos, long epoch) {}

    /** An event of one lease, or of one request for a lease. */
    sealed interface OfLease extends SessionEvent {

        /** Returns the lease's id. */
        long lease();

        /** Returns the name the client gave itself. */
        String client();
    }

    /** Somebody asked, and must wait. */
    record Requested(Stamp stamp, LeaseInfo info) implements OfLease {
        @Override
        public long lease() {
            return info.id();
        }

        @Override
        public String client() {
            return info.client();
        }
    }

    /** A lease was granted. */
    record Granted(Stamp stamp, LeaseInfo info) implements OfLease {
        @Override
        public long lease() {
            return info.id();
        }

        @Override
        public String client() {
            return info.client();
        }
    }

    /**
     * A request got nothing.
     *
     * @param holder who asked
     * @param cites the number of the {@link OpenFailed} that is to blame; 0 if none is
     */
    record Refused(
            Stamp stamp, long lease, String client, Holder holder, Failure failure, long cites)
            implements OfLease {}

    /** A request was ended by its asker. */
    record GaveUp(Stamp stamp, long lease, String client, long waitNanos) implements OfLease {}

    /** A lease ended. */
    record Ended(Stamp stamp, long lease, String client, LeaseEnd end, long heldNanos)
            implements OfLease {}

    /** A lease's time to live was started anew. */
    record Renewed(Stamp stamp, long lease, String client, Instant expiresAt) implements OfLease {}

    /** A lease is held longer than the policy's threshold; once. */
    record Overdue(Stamp stamp, long lease, String client, Holder holder, long heldNanos)
            implements OfLease {}

    /** A lease that was overdue has ended. */
    record AllClear(Stamp stamp, long lease, String client) implements OfLease {}

    /**
     * The holder of a lease was garbage-collected without releasing it. If reclaimed, its end
     * follows.
     */
    record Abandoned(
            Stamp stamp,
            long lease,
            String client,
            Holder holder,
            long heldNanos,
            boolean reclaimed)
            implements OfLease {}

    /** The session of a lease was lost, and is being opened anew under it. */
    record Detached(Stamp stamp, long lease, String client) implements OfLease {}

    /** A detached lease stands for a new session. */
    record Reattached(Stamp stamp, long lease, String client, long formerEpoch)
            implements OfLease {}

    /** A lease was released after it had been ended by somebody else; once. */
    record LateRelease(Stamp stamp, long lease, String client, LeaseEnd end) implements OfLease {}

    /**
     * A session is being opened.
     *
     * @param lease the id of the request that caused it; 0 for a reopening
     * @param client who asked; empty for a reopening
     * @param givesUpAt when the opening is given up
     * @param attempts how many attempts the policy allows
     */
    record Opening(Stamp stamp, long lease, String client, Instant givesUpAt, int attempts)
            implements SessionEvent {}

    /**
     * An attempt to open failed.
     *
     * @param retryIn after which wait the next is made; empty if none is
     */
    record AttemptFailed(
            Stamp stamp, int attempt, Failure failure, long tookNanos, Optional<Duration> retryIn)
            implements SessionEvent {}

    /**
     * An opening failed; everybody who waited is refused. Where the backend's call still runs, or
     * yielded a session that cannot be described, {@code Closing} follows. Where the opening was
     * being aborted when its failure came, and the failure is one to be held, {@code Closing} came
     * before and {@code Closed} follows; such a failure is told even if it comes after the opening
     * timed out, which was told then.
     *
     * @param heldUntil until when the failure answers all callers; empty if it does not
     */
    record OpenFailed(
            Stamp stamp, int attempts, Failure failure, long tookNanos, Optional<Instant> heldUntil)
            implements SessionEvent {}

    /**
     * A session is open.
     *
     * @param serverId the server's name for it
     */
    record Opened(
            Stamp stamp,
            int attempt,
            long tookNanos,
            String serverId,
            Map<String, String> attributes)
            implements SessionEvent {}

    /**
     * The last lease ended, and the session is kept for a while.
     *
     * @param until when it closes
     * @param client whose lease was the last
     */
    record Lingering(Stamp stamp, Instant until, long lease, String client)
            implements SessionEvent {}

    /** A client came while the session lingered. */
    record Resumed(Stamp stamp) implements SessionEvent {}

    /** The session is past its maximum age and kept only for its holders. */
    record Retiring(Stamp stamp, int held) implements SessionEvent {}

    /**
     * A session is being closed, or the opening of one aborted.
     *
     * @param client whose lease was the last; empty if it was not a lease that closed it
     * @param by the operator's act that closes it, if one does
     */
    record Closing(Stamp stamp, CloseReason reason, String client, Optional<Act> by)
            implements SessionEvent {}

    /**
     * A session is closed. Comes after its last lease ended.
     *
     * @param tookNanos how long closing took
     * @param granted how many leases it was given in all
     * @param peak how many it had at most
     */
    record Closed(Stamp stamp, CloseReason reason, long tookNanos, long granted, int peak)
            implements SessionEvent {}

    /**
     * A close failed or outlived its timeout, so that the server may still hold the session; it is
     * a stray now.
     *
     * @param by the operator's act that closed it, if one did
     */
    record CloseFailed(Stamp stamp, Failure failure, long tookNanos, Optional<Act> by)
            implements SessionEvent {}

    /** The server has dropped the session. */
    record Lost(Stamp stamp, Failure failure, int held) implements SessionEvent {}

    /**
     * A beat failed, which is not yet a loss.
     *
     * @param failingNanos for how long beats have been failing
     */
    record BeatFailed(Stamp stamp, Failure failure, long failingNanos) implements SessionEvent {}

    /**
     * A call is listed as a stray: a close that failed or hangs, or an aborted opening that has not
     * returned; or the close of one that is listed was tried, and failed.
     */
    record StrayListed(Stamp stamp, StrayInfo.Kind kind, Failure failure) implements SessionEvent {}

    /** An operator had the close of a stray tried again. */
    record StrayRetried(Stamp stamp, Act by) implements SessionEvent {}

    /** The session of a stray is closed after all, or never was. */
    record StrayResolved(Stamp stamp) implements SessionEvent {}

    /** An operator took a stray off the list. */
    record StrayForgotten(Stamp stamp, Act by) implements SessionEvent {}

    /** Requests are refused, and the held leases are waited for. */
    record Draining(Stamp stamp, Instant until, int held, Act by) implements SessionEvent {}

    /** The session is closed as asked; requests are accepted again. */
    record Drained(Stamp stamp) implements SessionEvent {}

    /** The failure that answered every caller no longer does. */
    record HoldLifted(Stamp stamp) implements SessionEvent {}

    /** The controller ends: requests are refused, and the held leases are waited for. */
    record ShuttingDown(Stamp stamp, Instant until, int held) implements SessionEvent {}

    /** The controller has ended. The last event. */
    record ShutDown(Stamp stamp) implements SessionEvent {}
}
