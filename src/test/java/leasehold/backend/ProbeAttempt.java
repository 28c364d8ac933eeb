package leasehold.backend;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** An attempt that keeps what the backend says to it, and aborts as the controller does. */
public final class ProbeAttempt implements OpenAttempt {

    private final long epoch;
    private final int attempt;
    private final long until;
    private final List<Throwable> losses = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> hook = new AtomicReference<>(ProbeAttempt::noHook);

    /** Creates an attempt with the given time left from now. */
    public ProbeAttempt(long epoch, int attempt, Duration remaining) {
        this.epoch = epoch;
        this.attempt = attempt;
        this.until = System.nanoTime() + remaining.toNanos();
    }

    /** Creates the first attempt of the first opening, with plenty of time. */
    public static ProbeAttempt patient() {
        return new ProbeAttempt(1, 1, Duration.ofMinutes(1));
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    @Override
    public void onAbort(Runnable hook) {
        this.hook.set(hook);
    }

    @Override
    public void reportLost(Throwable cause) {
        losses.add(cause);
    }

    /** Returns the losses reported so far. */
    public List<Throwable> losses() {
        return losses;
    }

    /** Aborts the opening that runs on the given thread. */
    public void abort(Thread opening) {
        opening.interrupt();
        hook.getAndSet(ProbeAttempt::noHook).run();
    }

    private static void noHook() {}
}
