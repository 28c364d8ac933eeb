package leasehold.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The one beat of the window: ten times a second while something changes, once a second while only
 * clocks tick, not at all while nothing does or nobody looks. One hop to the toolkit's thread per
 * beat, however many events there are.
 */
public final class Heartbeat implements AutoCloseable {

    private static final long QUICK_NANOS = 100_000_000;
    private static final long SLOW_NANOS = 1_000_000_000;
    private static final long BUDGET_NANOS = 8_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Pulse> pulses = new ArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("leasehold-beat").factory());
    private @Nullable Future<?> pending;
    private long due;
    private long last = System.nanoTime() - QUICK_NANOS;
    private boolean hidden;
    private boolean closed;

    /** What is done at a beat, on the toolkit's thread. */
    @FunctionalInterface
    public interface Pulse {

        /**
         * Does its work.
         *
         * @param deadline what is not done by then, on {@link System#nanoTime}, waits for the next
         *     beat
         */
        Pace beat(long deadline);
    }

    /** How soon the next beat is wanted. */
    public enum Pace {
        /** In a tenth of a second: there is more to show. */
        QUICK,
        /** In a second: a clock ticks. */
        SLOW,
        /** When woken. */
        REST
    }

    /** Adds what is to be done at each beat. On the toolkit's thread. */
    public Subscription add(Pulse pulse) {
        FxExecutor.require();
        pulses.add(pulse);
        wake();
        return () -> pulses.remove(pulse);
    }

    /** Asks for a beat as soon as one may be. From any thread; cheap. */
    public void wake() {
        schedule(QUICK_NANOS);
    }

    /** Stops the beat while nobody looks. On the toolkit's thread. */
    public void hide(boolean isHidden) {
        FxExecutor.require();
        hidden = isHidden;
        if (!hidden) {
            wake();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            timer.shutdownNow();
        } finally {
            lock.unlock();
        }
    }

    private void schedule(long afterLast) {
        lock.lock();
        try {
            long wanted = last + afterLast;
            if (closed || (pending != null && due - wanted <= 0)) {
                return;
            }
            if (pending != null) {
                pending.cancel(false);
            }
            due = wanted;
            long wait = Math.max(0, wanted - System.nanoTime());
            pending =
                    timer.schedule(() -> Platform.runLater(this::beat), wait, TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    }

    private void beat() {
        long now = System.nanoTime();
        started(now);
        if (hidden) {
            return;
        }
        Pace pace = Pace.REST;
        for (Pulse pulse : List.copyOf(pulses)) {
            Pace wanted = beat(pulse, now + BUDGET_NANOS);
            pace = wanted.compareTo(pace) < 0 ? wanted : pace;
        }
        switch (pace) {
            case QUICK -> schedule(QUICK_NANOS);
            case SLOW -> schedule(SLOW_NANOS);
            case REST -> {}
        }
    }

    /** One that fails is told like any exception here, and keeps no other from its beat. */
    private static Pace beat(Pulse pulse, long until) {
        try {
            return pulse.beat(until);
        } catch (RuntimeException | Error e) {
            Faults.tell(e);
            return Pace.SLOW;
        }
    }

    private void started(long now) {
        lock.lock();
        try {
            pending = null;
            last = now;
        } finally {
            lock.unlock();
        }
    }
}
