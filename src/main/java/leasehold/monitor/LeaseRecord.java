package leasehold.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leasehold.session.Act;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseInfo;

/**
 * What an operator knows of a lease, or of a request for one, at one moment. Immutable.
 *
 * @param info what was known when it was asked for or granted
 * @param state what it is now
 * @param epoch the number of its session; 0 while waiting
 * @param grantNanos when it was granted, on the controller's monotonic clock; 0 while waiting
 * @param expiresAt when it expires, if it does
 * @param overdue whether it is held longer than the policy's threshold
 * @param finish how it ended, once it has
 * @param renewals how often it was renewed, as far as that was seen
 */
public record LeaseRecord(
        LeaseInfo info,
        LeaseState state,
        long epoch,
        long grantNanos,
        Optional<Instant> expiresAt,
        boolean overdue,
        Optional<Finish> finish,
        int renewals) {

    /**
     * The end of a lease, or of a request.
     *
     * @param at when
     * @param heldNanos how long it was held; 0 for a request
     * @param by the operator's act that ended it, if one did
     * @param failure the failure that ended it, if one did
     */
    public record Finish(Instant at, long heldNanos, Optional<Act> by, Optional<Failure> failure) {

        static Finish plain(Instant at) {
            return new Finish(at, 0, Optional.empty(), Optional.empty());
        }
    }

    /** Returns its id. */
    public long id() {
        return info.id();
    }

    /** Returns the name the client gave itself. */
    public String client() {
        return info.client();
    }

    /** Returns who really asked. */
    public Holder holder() {
        return info.holder();
    }

    /** Returns what for; may be empty. */
    public String purpose() {
        return info.purpose();
    }

    /** Returns what ties it to a request elsewhere; may be empty. */
    public String correlationId() {
        return info.correlationId();
    }

    /** Returns when it was asked for. */
    public Instant requestedAt() {
        return info.requestedAt();
    }

    /** Returns when it was granted; empty while waiting. */
    public Optional<Instant> grantedAt() {
        return info.grantedAt();
    }

    /** Returns how long it waited, in nanoseconds; 0 if it was granted at once or still waits. */
    public long waitNanos() {
        return info.waitNanos();
    }

    /** Tells whether it caused the session to be opened. */
    public boolean opener() {
        return info.opener();
    }

    /** Tells whether it was granted and has not ended. */
    public boolean held() {
        return finish.isEmpty() && state != LeaseState.WAITING;
    }

    /** Tells whether it has ended, or was answered with nothing. */
    public boolean ended() {
        return finish.isPresent();
    }

    /**
     * Returns what a snapshot tells of a lease.
     *
     * @param at the wall time of the snapshot
     * @param nanos the monotonic time of the snapshot
     */
    static LeaseRecord of(LeaseInfo info, Instant at, long nanos) {
        LeaseState state =
                switch (info.state()) {
                    case WAITING -> LeaseState.WAITING;
                    case HELD -> LeaseState.HELD;
                    case DETACHED -> LeaseState.DETACHED;
                };
        long granted =
                info.grantedAt()
                        .map(
                                instant ->
                                        nanos
                                                - (long)
                                                        Durations.nanos(
                                                                Duration.between(instant, at)))
                        .orElse(0L);
        return new LeaseRecord(
                info,
                state,
                info.epoch(),
                granted,
                info.expiresAt(),
                info.overdue(),
                Optional.empty(),
                0);
    }

    /** Returns what is known of a lease granted at the given monotonic time. */
    static LeaseRecord granted(LeaseInfo info, long nanos) {
        return new LeaseRecord(
                info,
                LeaseState.HELD,
                info.epoch(),
                nanos,
                info.expiresAt(),
                info.overdue(),
                Optional.empty(),
                0);
    }

    /**
     * Tells whether this, which a snapshot says, is no news. A snapshot calls held what was
     * reported abandoned.
     */
    boolean agreesWith(LeaseRecord known) {
        boolean sameState =
                state == known.state
                        || (state == LeaseState.HELD && known.state == LeaseState.ABANDONED);
        return sameState
                && epoch == known.epoch
                && overdue == known.overdue
                && expiresAt.equals(known.expiresAt);
    }

    LeaseRecord with(LeaseState newState) {
        return new LeaseRecord(
                info, newState, epoch, grantNanos, expiresAt, overdue, finish, renewals);
    }

    LeaseRecord reattached(long newEpoch) {
        return new LeaseRecord(
                info, LeaseState.HELD, newEpoch, grantNanos, expiresAt, overdue, finish, renewals);
    }

    LeaseRecord renewed(Instant until) {
        return new LeaseRecord(
                info, state, epoch, grantNanos, Optional.of(until), overdue, finish, renewals + 1);
    }

    /** A snapshot does not tell how often a lease was renewed. */
    LeaseRecord renewedAs(LeaseRecord known) {
        return new LeaseRecord(
                info, state, epoch, grantNanos, expiresAt, overdue, finish, known.renewals);
    }

    LeaseRecord overdue(boolean isOverdue) {
        return new LeaseRecord(
                info, state, epoch, grantNanos, expiresAt, isOverdue, finish, renewals);
    }

    LeaseRecord finished(LeaseState endState, Finish end) {
        return new LeaseRecord(
                info, endState, epoch, grantNanos, expiresAt, overdue, Optional.of(end), renewals);
    }
}
