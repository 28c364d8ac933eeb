package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The machine's time. Timers run on one daemon platform thread, made when the first is set; it only
 * starts work (rule 29).
 */
final class SystemTime implements SessionTime, AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor timers;
    private volatile @Nullable Thread thread;

    SystemTime(String name) {
        timers = new ScheduledThreadPoolExecutor(1, task -> thread(name, task));
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

    /** Returns how many timers are set, for whoever looks for what was left behind. */
    int timers() {
        return timers.getQueue().size();
    }

    /** Ends the timer thread and, unless this is it, waits for it. */
    @Override
    public void close() {
        timers.shutdownNow();
        Thread timer = thread;
        try {
            if (timer != null && timer != Thread.currentThread()) {
                timer.join(SHORT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(String name, Runnable task) {
        Thread timer =
                Thread.ofPlatform()
                        .daemon()
                        .name(name + "-timer")
                        .inheritInheritableThreadLocals(false)
                        .unstarted(task);
        thread = timer;
        return timer;
    }
}
