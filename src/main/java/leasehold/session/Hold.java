package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that answers all callers for a while, so that no crowd and no loop locks a user out
 * (rule 8). Everything is guarded.
 */
final class Hold {

    private final Machine machine;
    private final Shell shell;
    private @Nullable Failure failure;
    private long until;
    private long cites;
    private Subscription timer = Subscription.NONE;

    Hold(Machine machine) {
        this.machine = machine;
        this.shell = machine.shell;
    }

    /** Returns the failure, if there is one. */
    @Nullable Failure failure() {
        return failure;
    }

    /** Returns the number of the event that is to blame. */
    long cites() {
        return failure == null ? 0 : cites;
    }

    Optional<SessionSnapshot.Hold> info() {
        return Optional.ofNullable(failure)
                .map(held -> new SessionSnapshot.Hold(shell.clock.at(until), held));
    }

    /** Begins, if the failure is of a kind to be held, and returns until when. */
    Optional<Instant> begin(Failure failed, long number, long nanos) {
        Duration length = shell.policy.failureHold();
        if (!failed.category().held() || length.isZero()) {
            return Optional.empty();
        }
        failure = failed;
        cites = number;
        until = nanos + length.toNanos();
        timer.close();
        timer = shell.after(length, this::over);
        return Optional.of(shell.clock.at(until));
    }

    void lift(long nanos) {
        if (failure != null) {
            stop();
            failure = null;
            machine.journal.place(nanos, 0, SessionEvent.HoldLifted::new);
        }
    }

    /** The timer of a hold that was lifted does nothing to the next, however late it runs. */
    private void over(long nanos) {
        if (nanos - until >= 0) {
            lift(nanos);
        }
    }

    void stop() {
        timer.close();
    }
}
