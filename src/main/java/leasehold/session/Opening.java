package leasehold.session;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.session.Transitions.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * One opening of the session: its attempts, its time, and its abort (rules 4, 7, 8). It is its own
 * stamp: a timer or a return of an opening that is no longer the controller's does nothing to the
 * one that is. Everything is guarded, unless it says otherwise.
 */
final class Opening {

    private static final LiveSession.Description UNDESCRIBED =
            new LiveSession.Description("", Map.of());

    final long epoch;
    final long lease;
    final String client;
    final long began;
    final long deadline;
    private final Machine machine;
    private final Shell shell;
    private final Map<FailureCategory, Integer> failures = new EnumMap<>(FailureCategory.class);
    private final Answers<ReleaseOutcome> outcome;
    private int attempts;
    private @Nullable Attempt attempt;
    private Subscription timeout = Subscription.NONE;
    private Subscription backoff = Subscription.NONE;
    private Subscription patience = Subscription.NONE;
    private boolean astray;
    private boolean failed;
    private CloseCause cause = CloseCause.of(CloseReason.ABORTED);

    Opening(Machine machine, long epoch, @Nullable Waiter asker, long nanos) {
        this.machine = machine;
        this.shell = machine.shell;
        this.outcome = new Answers<>(shell, "outcome");
        this.epoch = epoch;
        this.lease = asker == null ? 0 : asker.core.id;
        this.client = asker == null ? "" : asker.core.request.client();
        this.began = nanos;
        this.deadline = nanos + shell.policy.openTimeout().toNanos();
    }

    int attempts() {
        return attempts;
    }

    boolean givenUp() {
        return machine.state() == SessionState.CLOSING;
    }

    /**
     * Returns what the release of the last detached lease says once the aborted reopening is over.
     */
    CompletionStage<ReleaseOutcome> outcome() {
        return outcome.ask();
    }

    void begin(long nanos) {
        int allowed = shell.policy.retry().attempts();
        machine.journal.place(
                nanos,
                epoch,
                s ->
                        new SessionEvent.Opening(
                                s,
                                lease,
                                client,
                                s.at().plus(shell.policy.openTimeout()),
                                allowed));
        timeout = shell.at(deadline, nanos, this::timedOut);
        tryNow(nanos);
    }

    /** Ends the wait between two attempts, if there is one. */
    void hurry(long nanos) {
        if (attempt == null && !givenUp()) {
            tryNow(nanos);
        }
    }

    /** The timer of a wait that was ended does nothing, however late it runs. */
    private void backoffOver(Attempt failed, long nanos) {
        if (machine.opening() == this && failed.attempt() == attempts) {
            hurry(nanos);
        }
    }

    /** Says why the opening is about to be given up. */
    void because(CloseCause why) {
        cause = why;
    }

    /** Aborts the running call, and waits for it to return, a while. Done on entering CLOSING. */
    void abort(long nanos) {
        stopTimers();
        machine.journal.place(nanos, epoch, cause::closing);
        Attempt running = attempt;
        if (running == null) {
            closed(nanos);
            return;
        }
        machine.calls.tell(StrayInfo.Kind.ABORT, epoch, nanos, running::abort);
        patience = shell.after(shell.policy.abortTimeout(), this::outlived);
    }

    private void tryNow(long nanos) {
        backoff.close();
        attempts++;
        Attempt next = new Attempt(machine, this, attempts, nanos);
        attempt = next;
        next.call =
                machine.calls.start(
                        StrayInfo.Kind.OPEN,
                        epoch,
                        nanos,
                        () -> open(next),
                        thrown -> returned(next, thrown));
    }

    /** Runs on the backend's thread. */
    private void open(Attempt running) throws Exception {
        BackendSession session = machine.calls.backend().open(running);
        if (session == null) {
            throw new BackendException(
                    FailureCategory.PROTOCOL, "the backend's open returned nothing");
        }
        LiveSession.Description said = UNDESCRIBED;
        try {
            said = describe(session);
        } catch (Throwable t) {
            throw new BackendException(
                    FailureCategory.PROTOCOL, "the backend's session could not be described", t);
        } finally {
            running.yielded = new LiveSession(machine, this, session, said, running.attempt());
        }
    }

    private LiveSession.Description describe(BackendSession session) {
        Map<String, String> masked = new HashMap<>();
        session.attributes().forEach((key, value) -> masked.put(masked(key), masked(value)));
        return new LiveSession.Description(masked(session.id()), Map.copyOf(masked));
    }

    private String masked(String text) {
        return Failure.masked(text, machine.calls.backend()::mask);
    }

    /** Called without the lock. */
    private void returned(Attempt which, @Nullable Throwable thrown) {
        which.over();
        Failure failure = thrown == null ? null : machine.calls.failure(thrown);
        shell.locked(nanos -> take(which, failure, nanos));
    }

    private void take(Attempt which, @Nullable Failure failure, long nanos) {
        Failure result = failure != null ? failure : which.lost;
        LiveSession yielded = which.yielded;
        LiveSession session = which.lost == null ? yielded : null;
        if (which.lost != null && yielded != null) {
            machine.calls.tell(StrayInfo.Kind.LOST, epoch, nanos, yielded.backend::lost);
        }
        which.call = null;
        which.returned = true;
        if (astray) {
            strayReturned(which, session, failure, nanos);
        } else if (givenUp()) {
            endAbort(which, session, failure, nanos);
        } else if (result == null) {
            succeed(Journal.of(session), nanos);
        } else if (session == null) {
            attemptFailed(which, result, nanos);
        } else {
            closeUndescribed(which, session, result, nanos);
        }
    }

    /** A failure to be held counts even now, unless another opening will have its own answer. */
    private void strayReturned(
            Attempt which, @Nullable LiveSession session, @Nullable Failure failure, long nanos) {
        machine.strays.openReturned(epoch, session, nanos);
        if (failure != null && failure.category().held() && machine.awaitsOpening()) {
            if (!failed) {
                tellFailed(which, failure, Optional.empty(), nanos);
            }
            machine.asking.openFailed(this, failure, nanos);
        }
    }

    private void succeed(LiveSession session, long nanos) {
        stopTimers();
        attempt = null;
        machine.opened(session, nanos);
    }

    /** A session that cannot be described is no use, and is closed as any that is unwanted. */
    private void closeUndescribed(Attempt which, LiveSession session, Failure failure, long nanos) {
        tellFailed(which, failure, Optional.empty(), nanos);
        fail(failure, CloseReason.ABORTED, nanos);
        endAbort(which, session, failure, nanos);
    }

    private void endAbort(
            Attempt which, @Nullable LiveSession session, @Nullable Failure failure, long nanos) {
        patience.close();
        attempt = null;
        if (session != null) {
            session.outcome().thenAccept(result -> shell.locked(_ -> outcome.tell(result)));
            session.closeBy(machine.since() + shell.policy.abortTimeout().toNanos(), nanos);
            machine.closeArrived(session, cause, nanos);
            return;
        }
        if (failure != null && failure.category().held()) {
            if (!failed) {
                tellFailed(which, failure, Optional.empty(), nanos);
            }
            machine.asking.openFailed(this, failure, nanos);
        }
        closed(nanos);
    }

    private void attemptFailed(Attempt which, Failure failure, long nanos) {
        attempt = null;
        int seen = failures.merge(failure.category(), 1, Integer::sum);
        Duration delay = shell.policy.retry().delayAfter(attempts, shell.chance());
        boolean again =
                attempts < shell.policy.retry().attempts()
                        && seen <= failure.category().retries()
                        && nanos + delay.toNanos() - deadline < 0;
        tellFailed(which, failure, again ? Optional.of(delay) : Optional.empty(), nanos);
        if (again) {
            backoff = shell.after(delay, now -> backoffOver(which, now));
        } else {
            fail(failure, CloseReason.ABORTED, nanos);
        }
    }

    private void timedOut(long nanos) {
        if (machine.opening() != this || givenUp()) {
            return;
        }
        int made = attempts;
        Failure failure =
                Failure.of(
                        FailureCategory.TIMEOUT,
                        "opening took longer than %s, at attempt %d"
                                .formatted(shell.policy.openTimeout(), made));
        Attempt running = attempt;
        if (running != null) {
            tellFailed(running, failure, Optional.empty(), nanos);
        }
        fail(failure, CloseReason.OPEN_TIMEOUT, nanos);
    }

    private void tellFailed(
            Attempt which, Failure failure, Optional<Duration> retryIn, long nanos) {
        int number = which.attempt();
        long took = Math.max(0, nanos - which.began);
        machine.journal.place(
                nanos,
                epoch,
                s -> new SessionEvent.AttemptFailed(s, number, failure, took, retryIn));
    }

    private void fail(Failure failure, CloseReason reason, long nanos) {
        stopTimers();
        failed = true;
        machine.asking.openFailed(this, failure, nanos);
        machine.holding.loseDetached(failure, nanos);
        if (attempt == null) {
            machine.openingGone(Trigger.OPEN_FAILED, nanos);
        } else {
            because(CloseCause.of(reason));
            machine.become(Trigger.GIVEN_UP, nanos);
        }
    }

    /**
     * The aborted call has not returned in time: it is a stray, and the next opening proceeds (rule
     * 4).
     */
    private void outlived(long nanos) {
        if (machine.opening() != this || attempt == null) {
            return;
        }
        astray = true;
        machine.strays.listOpen(this, attempt, nanos);
        outcome.tell(ReleaseOutcome.DISCONNECT_FAILED);
        machine.openingGone(Trigger.GONE, nanos);
    }

    private void closed(long nanos) {
        CloseReason reason = cause.reason();
        long took = Math.max(0, nanos - machine.since());
        machine.journal.place(nanos, epoch, s -> new SessionEvent.Closed(s, reason, took, 0, 0));
        outcome.tell(ReleaseOutcome.DISCONNECTED);
        machine.openingGone(Trigger.GONE, nanos);
    }

    private void stopTimers() {
        timeout.close();
        backoff.close();
    }
}
