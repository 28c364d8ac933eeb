package leasehold.session;

import java.util.function.LongConsumer;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionLostException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server, now and then, whether the session lives (rule 13). A beat never overlaps
 * another, nor the close, save one that ignores its interrupt for longer than the abort timeout.
 * Everything is guarded.
 */
final class Heartbeat {

    private static final LongConsumer NOTHING = _ -> {};

    private final Machine machine;
    private final Shell shell;
    private final LiveSession session;
    private Subscription next = Subscription.NONE;
    private Subscription silence = Subscription.NONE;
    private Subscription patience = Subscription.NONE;
    private Calls.@Nullable Call running;
    private @Nullable Failure failing;
    private long failingSince;
    private boolean ended;
    private LongConsumer then = NOTHING;

    Heartbeat(Machine machine, LiveSession session) {
        this.machine = machine;
        this.shell = machine.shell;
        this.session = session;
    }

    void begin(long nanos) {
        if (!shell.policy.keepAlive().isZero()) {
            next = shell.after(shell.policy.keepAlive(), this::beat);
        }
    }

    /**
     * Ends the beats, and goes on with {@code then} once none runs, or has ignored its interrupt
     * for too long.
     */
    void end(LongConsumer then, long nanos) {
        stop();
        if (running == null) {
            then.accept(nanos);
        } else {
            this.then = then;
            patience = shell.after(shell.policy.abortTimeout(), this::goOn);
        }
    }

    /** Ends the beats; nobody waits for the one that still runs. */
    void stop() {
        ended = true;
        then = NOTHING;
        next.close();
        silence.close();
        patience.close();
        Calls.Call beat = running;
        if (beat != null) {
            shell.later(beat::interrupt);
        }
    }

    private void beat(long nanos) {
        if (ended) {
            return;
        }
        next = shell.after(shell.policy.keepAlive(), this::beat);
        if (running != null) {
            return;
        }
        if (failing == null) {
            failingSince = nanos;
            silence.close();
            silence = shell.after(shell.policy.lossAfter(), now -> silent(nanos, now));
        }
        running =
                machine.calls.start(
                        StrayInfo.Kind.BEAT,
                        session.epoch,
                        nanos,
                        session.backend::keepAlive,
                        this::returned);
    }

    /** Called without the lock. */
    private void returned(@Nullable Throwable thrown) {
        Failure failure = thrown == null ? null : machine.calls.failure(thrown);
        boolean lost = thrown instanceof SessionLostException;
        shell.locked(
                nanos -> {
                    running = null;
                    if (failure != null && lost && session.reachable()) {
                        machine.lose(session, failure, nanos);
                    } else if (ended) {
                        patience.close();
                        goOn(nanos);
                    } else if (failure == null) {
                        failing = null;
                        silence.close();
                    } else {
                        failed(failure, nanos);
                    }
                });
    }

    private void failed(Failure failure, long nanos) {
        failing = failure;
        long failingNanos = Math.max(0, nanos - failingSince);
        machine.journal.place(
                nanos, session.epoch, s -> new SessionEvent.BeatFailed(s, failure, failingNanos));
        if (failingNanos >= shell.policy.lossAfter().toNanos()) {
            machine.lose(session, failure, nanos);
        }
    }

    private void silent(long since, long nanos) {
        if (ended || failingSince != since) {
            return;
        }
        Failure last = failing;
        if (last != null) {
            machine.lose(session, last, nanos);
        } else if (running != null) {
            String text = "no answer to a beat for " + shell.policy.lossAfter();
            machine.lose(session, Failure.of(FailureCategory.TIMEOUT, text), nanos);
        }
    }

    private void goOn(long nanos) {
        LongConsumer due = then;
        then = NOTHING;
        due.accept(nanos);
    }
}
