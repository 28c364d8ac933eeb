package leasehold.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import leasehold.backend.FailureCategory;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes that failed or outlived their timeouts: listed until they are resolved or an
 * operator forgets them (rules 4, 20). Methods with a parameter {@code nanos} are guarded; the
 * others of an operator take the lock.
 */
final class Strays {

    private static final Failure SHUT_DOWN =
            Failure.of(FailureCategory.SHUTDOWN, "the controller is shut down");

    private final Machine machine;
    private final Shell shell;
    private final Map<Long, Stray> strays = new TreeMap<>();
    private boolean ended;

    Strays(Machine machine) {
        this.machine = machine;
        this.shell = machine.shell;
    }

    private static final class Stray {
        final long epoch;
        final long since;
        StrayInfo.Kind kind;
        boolean running;
        Calls.@Nullable Call call;
        @Nullable LiveSession session;
        @Nullable Failure failure;
        @Nullable Retry retry;

        Stray(long epoch, StrayInfo.Kind kind, boolean running, long since) {
            this.epoch = epoch;
            this.kind = kind;
            this.running = running;
            this.since = since;
        }
    }

    /** An operator's retry; {@code called} once the backend's close was called for it. */
    private static final class Retry {
        final Answers<CloseReport> report;
        final long began;
        Subscription patience = Subscription.NONE;
        boolean called;

        Retry(Shell shell, long began) {
            this.report = new Answers<>(shell, "retried");
            this.began = began;
        }
    }

    List<StrayInfo> list() {
        return strays.values().stream()
                .map(
                        stray ->
                                new StrayInfo(
                                        stray.epoch,
                                        stray.kind,
                                        shell.clock.at(stray.since),
                                        stray.running,
                                        Optional.ofNullable(stray.failure)))
                .toList();
    }

    void listOpen(Opening opening, Attempt attempt, long nanos) {
        Stray stray = new Stray(opening.epoch, StrayInfo.Kind.OPEN, true, nanos);
        stray.call = attempt.call;
        String text = "the aborted opening has not returned within " + shell.policy.abortTimeout();
        enlist(stray, Failure.of(FailureCategory.TIMEOUT, text), nanos);
    }

    void listClose(LiveSession session, Failure failure, boolean running, long nanos) {
        Stray stray = new Stray(session.epoch, StrayInfo.Kind.CLOSE, running, nanos);
        stray.session = session;
        stray.call = session.closing();
        stray.failure = running ? null : failure;
        enlist(stray, failure, nanos);
    }

    /**
     * An open came back after all; a session it yields is closed, whether it is still listed or
     * not.
     */
    void openReturned(long epoch, @Nullable LiveSession session, long nanos) {
        Stray stray = strays.get(epoch);
        if (session == null) {
            if (stray != null) {
                resolve(stray, nanos);
            }
            return;
        }
        if (stray == null) {
            closeForgotten(session, nanos);
            return;
        }
        stray.kind = StrayInfo.Kind.CLOSE;
        stray.session = session;
        Retry retry = stray.retry;
        if (retry == null) {
            call(stray, session, nanos);
        } else {
            callAgain(stray, retry, session, nanos);
        }
    }

    /** A forgotten open yielded a session after all: it is listed again if it cannot be closed. */
    private void closeForgotten(LiveSession session, long nanos) {
        Stray late = new Stray(session.epoch, StrayInfo.Kind.CLOSE, true, nanos);
        late.session = session;
        Duration timeout = shell.policy.closeTimeout();
        Failure outlived =
                Failure.of(FailureCategory.TIMEOUT, "closing took longer than " + timeout);
        Subscription patience =
                ended
                        ? Subscription.NONE
                        : shell.after(timeout, now -> enlist(late, outlived, now));
        late.call = session.callClose(nanos, thrown -> lateReturned(late, patience, thrown));
    }

    /** Called without the lock. */
    private void lateReturned(Stray late, Subscription patience, @Nullable Throwable thrown) {
        Failure failure = thrown == null ? null : machine.calls.failure(thrown);
        shell.locked(
                nanos -> {
                    patience.close();
                    late.running = false;
                    late.call = null;
                    if (strays.get(late.epoch) == late) {
                        closeReturned(late.epoch, failure, nanos);
                    } else if (failure != null && !ended) {
                        late.failure = failure;
                        enlist(late, failure, nanos);
                    }
                });
    }

    /** A close came back. */
    void closeReturned(long epoch, @Nullable Failure failure, long nanos) {
        Stray stray = strays.get(epoch);
        if (stray == null) {
            return;
        }
        stray.running = false;
        stray.call = null;
        if (failure == null) {
            resolve(stray, nanos);
            return;
        }
        stray.failure = failure;
        machine.journal.place(
                nanos, epoch, s -> new SessionEvent.StrayListed(s, StrayInfo.Kind.CLOSE, failure));
        Retry retry = stray.retry;
        LiveSession session = stray.session;
        if (retry != null && !retry.called && session != null) {
            callAgain(stray, retry, session, nanos);
        } else {
            endRetry(stray, Optional.of(failure), nanos);
        }
    }

    /**
     * Tries a close again; what still runs is interrupted first, for calls of one session never
     * overlap.
     */
    CompletionStage<CloseReport> retry(long epoch, Act by) {
        return shell.asked(nanos -> retry(epoch, by, nanos));
    }

    boolean forget(long epoch, Act by) {
        return shell.asked(nanos -> forget(epoch, by, nanos));
    }

    /** The controller has ended: nothing is tried any more. */
    void end(long nanos) {
        ended = true;
        strays.values().forEach(stray -> endRetry(stray, Optional.of(SHUT_DOWN), nanos));
    }

    private CompletionStage<CloseReport> retry(long epoch, Act by, long nanos) {
        Stray stray = strays.get(epoch);
        if (stray == null) {
            return refused(
                    epoch,
                    Failure.of(
                            FailureCategory.PROTOCOL,
                            "session " + epoch + " is not listed as unclosed"));
        }
        if (ended) {
            return refused(epoch, SHUT_DOWN);
        }
        Retry retry = stray.retry;
        if (retry == null) {
            machine.journal.place(nanos, epoch, s -> new SessionEvent.StrayRetried(s, by));
            retry = new Retry(shell, nanos);
            stray.retry = retry;
            begin(stray, retry, nanos);
        }
        return retry.report.ask();
    }

    private static CompletionStage<CloseReport> refused(long epoch, Failure failure) {
        return CompletableFuture.completedStage(
                new CloseReport(epoch, List.of(), Duration.ZERO, Optional.of(failure)));
    }

    private boolean forget(long epoch, Act by, long nanos) {
        Stray stray = strays.remove(epoch);
        if (stray == null) {
            return false;
        }
        machine.journal.place(nanos, epoch, s -> new SessionEvent.StrayForgotten(s, by));
        endRetry(
                stray,
                Optional.of(Failure.of(FailureCategory.UNKNOWN, "forgotten by " + by)),
                nanos);
        return true;
    }

    private void enlist(Stray stray, Failure failure, long nanos) {
        strays.put(stray.epoch, stray);
        machine.ending.closeFailed(failure);
        StrayInfo.Kind kind = stray.kind;
        machine.journal.place(
                nanos, stray.epoch, s -> new SessionEvent.StrayListed(s, kind, failure));
    }

    private void begin(Stray stray, Retry retry, long nanos) {
        Calls.Call running = stray.call;
        LiveSession session = stray.session;
        if (running != null) {
            shell.later(running::interrupt);
            retry.patience =
                    shell.after(shell.policy.abortTimeout(), now -> giveUp(stray, retry, now));
        } else if (session != null) {
            callAgain(stray, retry, session, nanos);
        }
    }

    private void callAgain(Stray stray, Retry retry, LiveSession session, long nanos) {
        retry.called = true;
        retry.patience.close();
        retry.patience = shell.after(shell.policy.closeTimeout(), now -> giveUp(stray, retry, now));
        call(stray, session, nanos);
    }

    private void call(Stray stray, LiveSession session, long nanos) {
        stray.running = true;
        stray.call = session.callClose(nanos, thrown -> closeReturned(stray.epoch, thrown));
    }

    /** Called without the lock. */
    private void closeReturned(long epoch, @Nullable Throwable thrown) {
        Failure failure = thrown == null ? null : machine.calls.failure(thrown);
        shell.locked(nanos -> closeReturned(epoch, failure, nanos));
    }

    private void giveUp(Stray stray, Retry retry, long nanos) {
        if (stray.retry == retry) {
            String text = "the call of session " + stray.epoch + " still runs";
            endRetry(stray, Optional.of(Failure.of(FailureCategory.TIMEOUT, text)), nanos);
        }
    }

    private void resolve(Stray stray, long nanos) {
        strays.remove(stray.epoch);
        machine.journal.place(nanos, stray.epoch, SessionEvent.StrayResolved::new);
        endRetry(stray, Optional.empty(), nanos);
    }

    private void endRetry(Stray stray, Optional<Failure> failure, long nanos) {
        Retry retry = stray.retry;
        stray.retry = null;
        if (retry != null) {
            retry.patience.close();
            CloseReport report =
                    new CloseReport(
                            stray.epoch,
                            List.of(),
                            Duration.ofNanos(Math.max(0, nanos - retry.began)),
                            failure);
            retry.report.tell(report);
        }
    }
}
