package leasehold.monitor;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import leasehold.history.PastState;
import leasehold.monitor.SessionRecord.Ending;
import leasehold.monitor.SessionRecord.Opening;
import leasehold.monitor.SessionRecord.State;
import leasehold.monitor.SessionRecord.Use;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo;
import org.jspecify.annotations.Nullable;

/** What is known of one session while it changes. Confined to the feed's lock. */
final class SessionAccount {

    private final long epoch;
    private final Instant askedAt;
    private State state = State.OPENING;
    private String openedBy;
    private int attempts;
    private @Nullable Instant openedAt;
    private long tookNanos;
    private String serverId = "";
    private Map<String, String> attributes = Map.of();
    private int held;
    private int peak;
    private long granted;
    private @Nullable Instant closedAt;
    private @Nullable CloseReason why;
    private @Nullable Act by;
    private String lastClient = "";
    private long closeNanos;
    private int failures;
    private @Nullable Failure lastFailure;

    SessionAccount(long epoch, Instant askedAt, String openedBy) {
        this.epoch = epoch;
        this.askedAt = askedAt;
        this.openedBy = openedBy;
    }

    long epoch() {
        return epoch;
    }

    /** Tells whether it is over, whatever became of it. */
    boolean over() {
        return closedAt != null;
    }

    /** Tells whether the server may still hold it. */
    boolean unclosed() {
        return state == State.UNCLOSED;
    }

    void attemptFailed(SessionEvent.AttemptFailed e) {
        attempts = Math.max(attempts, e.attempt());
        failed(e.failure());
    }

    void openFailed(SessionEvent.OpenFailed e) {
        state = State.OPEN_FAILED;
        attempts = e.attempts();
        tookNanos = e.tookNanos();
        closedAt = e.at();
        if (!e.failure().equals(lastFailure)) {
            failed(e.failure());
        }
    }

    void opened(SessionEvent.Opened e) {
        state = State.OPEN;
        attempts = e.attempt();
        openedAt = e.at();
        tookNanos = e.tookNanos();
        serverId = e.serverId();
        attributes = e.attributes();
    }

    void lingering(String client) {
        state = State.LINGERING;
        lastClient = client;
    }

    void state(State now) {
        state = now;
    }

    void stateIf(State before, State now) {
        state = state == before ? now : state;
    }

    void closing(SessionEvent.Closing e) {
        if (state != State.OPEN_FAILED) {
            state = State.CLOSING;
            why = e.reason();
            by = e.by().orElse(null);
        }
        lastClient = e.client().isEmpty() ? lastClient : e.client();
    }

    void closed(SessionEvent.Closed e) {
        granted = e.granted();
        peak = e.peak();
        held = 0;
        closeNanos = e.tookNanos();
        if (state != State.OPEN_FAILED) {
            state = e.reason() == CloseReason.LOST ? State.LOST : State.CLOSED;
            why = e.reason();
            closedAt = e.at();
        }
    }

    void lost(SessionEvent.Lost e) {
        state = State.LOST;
        why = CloseReason.LOST;
        failed(e.failure());
    }

    void closeFailed(SessionEvent.CloseFailed e) {
        closeNanos = e.tookNanos();
        failed(e.failure());
        unclosed(e.at());
    }

    void unclosed(Instant at) {
        state = State.UNCLOSED;
        closedAt = closedAt == null ? at : closedAt;
    }

    void resolved() {
        state = openedAt == null && why == null ? State.OPEN_FAILED : State.CLOSED;
    }

    void failed(Failure failure) {
        failures++;
        lastFailure = failure;
    }

    void granted() {
        granted++;
        joined();
    }

    /** So many leases were granted so far. */
    void goesOn(long leases, int most) {
        granted = leases;
        peak = most;
    }

    /** The record ends here. */
    void cut(Instant at) {
        unseen(at);
        state = State.CUT;
    }

    /** It is open, and so many leases hold it. */
    void holds(int leases) {
        state = state == State.OPENING || state == State.LINGERING ? State.OPEN : state;
        held = leases;
        peak = Math.max(peak, held);
        granted = Math.max(granted, held);
    }

    void joined() {
        held++;
        peak = Math.max(peak, held);
    }

    void left() {
        held = Math.max(0, held - 1);
    }

    void unseen(Instant at) {
        state = State.UNSEEN;
        closedAt = at;
        held = 0;
    }

    void reset(SessionInfo info, boolean draining) {
        state = state(info.phase(), draining);
        openedBy = info.askedBy();
        attempts = info.attempt();
        openedAt = info.openedAt().orElse(null);
        tookNanos = info.tookNanos();
        serverId = info.serverId();
        attributes = info.attributes();
        held = info.held();
        peak = info.peak();
        granted = info.granted();
    }

    /** Takes what a record says; it does not say how long the opening took. */
    void reset(PastState.Session session, boolean draining) {
        state = state(session.phase(), draining);
        openedBy = session.askedBy();
        openedAt = session.openedAt().orElse(null);
        serverId = session.serverId();
        held = 0;
    }

    SessionRecord record() {
        return new SessionRecord(
                epoch,
                state,
                askedAt,
                new Opening(
                        openedBy,
                        attempts,
                        Optional.ofNullable(openedAt),
                        tookNanos,
                        serverId,
                        attributes),
                new Use(held, peak, granted),
                ending(),
                failures,
                Optional.ofNullable(lastFailure));
    }

    private Optional<Ending> ending() {
        if (closedAt == null && why == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Ending(
                        Optional.ofNullable(closedAt),
                        Optional.ofNullable(why),
                        lastClient,
                        Optional.ofNullable(by),
                        closeNanos));
    }

    private static State state(SessionInfo.Phase phase, boolean draining) {
        return switch (phase) {
            case OPENING -> State.OPENING;
            case OPEN -> draining ? State.DRAINING : State.OPEN;
            case LINGERING -> State.LINGERING;
            case RETIRING -> State.RETIRING;
            case CLOSING -> State.CLOSING;
        };
    }
}
