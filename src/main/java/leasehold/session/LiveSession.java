package leasehold.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.session.SessionInfo.Phase;
import leasehold.session.Transitions.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * One open session: how many hold it, how it lingers, ages and closes (rules 14, 16, 17, 20). It is
 * the stamp of its own timers and calls: what comes late finds that the session moved on, and does
 * nothing to its successor. Everything is guarded, unless it says otherwise.
 */
final class LiveSession {

    /** What the backend says of a session, masked; read once, on the backend's thread. */
    record Description(String serverId, Map<String, String> attributes) {}

    final long epoch;
    final BackendSession backend;
    final String serverId;
    final Map<String, String> attributes;
    final String askedBy;
    final int attempt;
    private final Machine machine;
    private final Shell shell;
    private final Heartbeat heartbeat;
    private final Answers<ReleaseOutcome> outcome;
    private final long began;
    private Phase phase = Phase.OPEN;
    private long since;
    private long opened;
    private boolean wasOpen;
    private int held;
    private int peak;
    private long granted;
    private boolean firstTaken;
    private int lingered;
    private @Nullable LeaseCore lastHeld;
    private long lingerUntil;
    private boolean aged;
    private boolean gone;
    private boolean disconnecting;
    private long closeDue;
    private CloseCause cause = CloseCause.of(CloseReason.LAST_RELEASE);
    private Calls.@Nullable Call closing;
    private Duration closeTimeout;
    private Subscription age = Subscription.NONE;
    private Subscription timer = Subscription.NONE;

    /** Called on the backend's thread, before anybody else knows of the session. */
    LiveSession(
            Machine machine,
            Opening opening,
            BackendSession backend,
            Description said,
            int attempt) {
        this.machine = machine;
        this.shell = machine.shell;
        this.backend = backend;
        this.epoch = opening.epoch;
        this.askedBy = opening.client;
        this.began = opening.began;
        this.serverId = said.serverId();
        this.attributes = said.attributes();
        this.attempt = attempt;
        this.outcome = new Answers<>(shell, "outcome");
        this.heartbeat = new Heartbeat(machine, this);
        this.closeTimeout = shell.policy.closeTimeout();
    }

    int held() {
        return held;
    }

    int peak() {
        return peak;
    }

    /** Tells once, of the first lease granted anew, that it is the first. */
    boolean takeFirst() {
        boolean first = !firstTaken;
        firstTaken = true;
        return first;
    }

    long granted() {
        return granted;
    }

    long since() {
        return since;
    }

    /** Returns how long opening took, in nanoseconds; 0 if it was closed on arrival. */
    long took() {
        return wasOpen ? Math.max(0, opened - began) : 0;
    }

    /** Returns when it was opened; empty if it was closed on arrival. */
    Optional<Long> openedNanos() {
        return wasOpen ? Optional.of(opened) : Optional.empty();
    }

    Phase phase() {
        return phase;
    }

    CloseCause cause() {
        return cause;
    }

    /** Tells whether it is past its maximum age. */
    boolean aged() {
        return aged;
    }

    /** Tells whether it is closed, lost or astray, so that nothing changes it any more. */
    boolean gone() {
        return gone;
    }

    /** Tells whether it is not known dead, and its close not called: a loss is news still. */
    boolean reachable() {
        return !gone && !disconnecting;
    }

    /** Returns the call that closes it, if it still runs. */
    Calls.@Nullable Call closing() {
        return closing;
    }

    /** Returns what the release that closes it says, once it is so. */
    CompletionStage<ReleaseOutcome> outcome() {
        return outcome.ask();
    }

    /** Returns when the phase ends by itself. */
    Optional<Long> until() {
        return switch (phase) {
            case LINGERING -> Optional.of(lingerUntil);
            case CLOSING -> Optional.of(closeDue);
            case OPENING, OPEN, RETIRING -> Optional.empty();
        };
    }

    void open(long nanos) {
        opened = nanos;
        wasOpen = true;
        enter(Phase.OPEN, nanos);
        machine.journal.place(
                nanos,
                epoch,
                s -> new SessionEvent.Opened(s, attempt, took(), serverId, attributes));
        SessionPolicy policy = shell.policy;
        if (!policy.maxAge().isZero()) {
            double factor = 1 + policy.maxAgeJitter() * (2 * shell.chance() - 1);
            age =
                    shell.after(
                            Duration.ofNanos(Math.round(policy.maxAge().toNanos() * factor)),
                            this::grownOld);
        }
        heartbeat.begin(nanos);
    }

    void grant() {
        held++;
        granted++;
        peak = Math.max(peak, held);
    }

    void ended() {
        held--;
    }

    /** Says whose lease was the last. */
    void lastLeft(LeaseCore last) {
        lastHeld = last;
    }

    /** Keeps the session for a while. Done on entering LINGERING. */
    void linger(long nanos) {
        enter(Phase.LINGERING, nanos);
        Duration linger = shell.policy.linger();
        lingerUntil = nanos + linger.toNanos();
        LeaseCore last = Journal.of(lastHeld);
        lastHeld = null;
        cause = CloseCause.of(CloseReason.LINGER_ENDED, last);
        int stamp = ++lingered;
        machine.journal.place(
                nanos,
                epoch,
                s ->
                        new SessionEvent.Lingering(
                                s, s.at().plus(linger), last.id, last.request.client()));
        timer = shell.after(linger, now -> lingerOver(stamp, now));
    }

    void resume(long nanos) {
        timer.close();
        enter(Phase.OPEN, nanos);
        machine.journal.place(nanos, epoch, SessionEvent.Resumed::new);
    }

    /** Keeps the session only for those who hold it. */
    void retire(long nanos) {
        enter(Phase.RETIRING, nanos);
        int kept = held;
        machine.journal.place(nanos, epoch, s -> new SessionEvent.Retiring(s, kept));
    }

    /** Says why the session is about to be closed. */
    void because(CloseCause why) {
        cause = why;
    }

    /** Has the close, when it comes, be waited for until a time at most. */
    void closeBy(long latest, long nanos) {
        Duration left = Duration.ofNanos(Math.max(0, latest - nanos));
        closeTimeout = left.compareTo(closeTimeout) < 0 ? left : closeTimeout;
    }

    /** Closes the session, after a beat that still runs. */
    void close(long nanos) {
        machine.journal.place(nanos, epoch, cause::closing);
        closeQuietly(nanos);
    }

    /**
     * Closes a session that arrived when nobody wanted it any more; its closing is announced
     * already.
     */
    void closeQuietly(long nanos) {
        stopTimers();
        enter(Phase.CLOSING, nanos);
        closeDue = nanos + shell.policy.abortTimeout().plus(closeTimeout).toNanos();
        heartbeat.end(this::disconnect, nanos);
    }

    /** The server dropped it: nothing is sent to it any more. */
    void lost(Failure failure, long nanos) {
        stopTimers();
        heartbeat.stop();
        gone = true;
        machine.calls.tell(StrayInfo.Kind.LOST, epoch, nanos, backend::lost);
        int holders = held;
        machine.journal.place(nanos, epoch, s -> new SessionEvent.Lost(s, failure, holders));
        if (phase == Phase.CLOSING) {
            outcome.tell(ReleaseOutcome.DISCONNECTED);
        }
    }

    /** Says that it is closed. */
    void closed(CloseReason reason, long nanos) {
        long tookNanos = phase == Phase.CLOSING ? Math.max(0, nanos - since) : 0;
        machine.journal.place(
                nanos, epoch, s -> new SessionEvent.Closed(s, reason, tookNanos, granted, peak));
    }

    /** Calls the backend's close, once more if it failed before. */
    Calls.Call callClose(long nanos, Calls.Report report) {
        return machine.calls.start(StrayInfo.Kind.CLOSE, epoch, nanos, backend::close, report);
    }

    private void disconnect(long nanos) {
        disconnecting = true;
        closeDue = nanos + closeTimeout.toNanos();
        timer = shell.after(closeTimeout, this::closeTimedOut);
        closing = callClose(nanos, this::closeReturned);
    }

    /** Called without the lock. */
    private void closeReturned(@Nullable Throwable thrown) {
        Failure failure = thrown == null ? null : machine.calls.failure(thrown);
        shell.locked(
                nanos -> {
                    timer.close();
                    closing = null;
                    if (gone) {
                        machine.strays.closeReturned(epoch, failure, nanos);
                    } else if (failure != null) {
                        closeFailed(failure, false, nanos);
                    } else {
                        gone = true;
                        closed(cause.reason(), nanos);
                        outcome.tell(ReleaseOutcome.DISCONNECTED);
                        machine.sessionGone(this, nanos);
                    }
                });
    }

    private void closeTimedOut(long nanos) {
        if (!gone) {
            String text = "closing took longer than " + closeTimeout;
            closeFailed(Failure.of(FailureCategory.TIMEOUT, text), true, nanos);
        }
    }

    private void closeFailed(Failure failure, boolean running, long nanos) {
        gone = true;
        long tookNanos = Math.max(0, nanos - since);
        Optional<Act> by = cause.by();
        machine.journal.place(
                nanos, epoch, s -> new SessionEvent.CloseFailed(s, failure, tookNanos, by));
        machine.strays.listClose(this, failure, running, nanos);
        outcome.tell(ReleaseOutcome.DISCONNECT_FAILED);
        machine.sessionGone(this, nanos);
    }

    private void grownOld(long nanos) {
        if (!gone && phase != Phase.CLOSING) {
            aged = true;
            if (phase == Phase.LINGERING) {
                because(CloseCause.of(CloseReason.MAX_AGE));
                machine.become(Trigger.CLOSE, nanos);
            }
        }
    }

    /** An old timer does nothing, however late it runs (rule 17). */
    private void lingerOver(int stamp, long nanos) {
        if (phase == Phase.LINGERING && lingered == stamp && !gone) {
            machine.become(Trigger.CLOSE, nanos);
        }
    }

    private void enter(Phase next, long nanos) {
        phase = next;
        since = nanos;
    }

    private void stopTimers() {
        age.close();
        timer.close();
    }
}
