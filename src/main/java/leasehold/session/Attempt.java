package leasehold.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import leasehold.backend.OpenAttempt;
import org.jspecify.annotations.Nullable;

/** One attempt to open a session, as the backend sees it. */
final class Attempt implements OpenAttempt {

    private static final Runnable NOTHING = () -> {};
    private final Machine machine;
    private final Opening opening;
    private final int number;
    final long began;
    private final AtomicReference<Runnable> hook = new AtomicReference<>(NOTHING);
    private volatile boolean unwanted;

    /** What the backend's open yielded. Written by its thread before it reports. */
    @Nullable LiveSession yielded;

    /** Whether the call has returned. Guarded. */
    boolean returned;

    /** A loss that was reported before open returned. Guarded. */
    @Nullable Failure lost;

    /** The running call. Written with the lock held. */
    volatile Calls.@Nullable Call call;

    Attempt(Machine machine, Opening opening, int number, long began) {
        this.machine = machine;
        this.opening = opening;
        this.number = number;
        this.began = began;
    }

    @Override
    public long epoch() {
        return opening.epoch;
    }

    @Override
    public int attempt() {
        return number;
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, opening.deadline - machine.shell.clock.read()));
    }

    @Override
    public void onAbort(Runnable hook) {
        this.hook.set(Objects.requireNonNull(hook, "hook"));
        if (unwanted) {
            runHook();
        }
    }

    @Override
    public void reportLost(Throwable cause) {
        machine.lost(this, machine.calls.failure(Objects.requireNonNull(cause, "cause")));
    }

    /** Interrupts the call, then runs its hook. Called without the lock. */
    void abort() {
        unwanted = true;
        Calls.Call running = call;
        if (running != null) {
            running.interrupt();
        }
        runHook();
    }

    /** The call has returned: unless it was unwanted before, its hook is forgotten. */
    void over() {
        if (!unwanted) {
            hook.set(NOTHING);
        }
    }

    @Override
    public String toString() {
        return "attempt " + number + " of " + machine.shell.name + '#' + epoch();
    }

    private void runHook() {
        hook.getAndSet(NOTHING).run();
    }
}
