package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The machine's time. Timers run on one daemon platform thread, made when the first is set; it only
 * starts work (rule 29).
 */
final class SystemTime implements SessionTime, AutoCloseable {

    private final ScheduledThreadPoolExecutor timers;

    SystemTime(String name) {
        timers =
                new ScheduledThreadPoolExecutor(
                        1,
                        task ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name(name + "-timer")
                                        .inheritInheritableThreadLocals(false)
                                        .unstarted(task));
        timers.setRemoveOnCancelPolicy(true);
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public Subscription after(Duration delay, Runnable action) {
        if (timers.isShutdown()) {
            return Subscription.NONE;
        }
        ScheduledFuture<?> timer = timers.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    /** Ends the timer thread, unless this is it, and waits for it. */
    @Override
    public void close() {
        timers.shutdownNow();
    }
}
