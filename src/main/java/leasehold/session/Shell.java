package leasehold.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the parts of one controller share: its settings, its lock, and what is to be done once the
 * lock is left.
 *
 * <p>Every part says "guarded" of what is read and written with the lock held. No code of a
 * backend, listener or caller runs under it (rule 28): such work is noted by {@link #later} and
 * done by {@link #leave}.
 */
final class Shell {

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    private static final double MIDDLE = 0.5;
    private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 8 : 0;
    private static final int PAUSES = 200;

    final String name;
    final SessionPolicy policy;
    final Clock clock;
    private final RandomGenerator random;
    final Errands errands = new Errands(this);
    private final SessionTime time;
    private final SessionThreads threads;
    private final ReentrantLock lock = new ReentrantLock();
    private List<Runnable> effects = new ArrayList<>();

    Shell(
            String name,
            SessionPolicy policy,
            SessionTime time,
            SessionThreads threads,
            RandomGenerator random) {
        this.name = name;
        this.policy = policy;
        this.time = time;
        this.threads = threads;
        this.random = random;
        this.clock = new Clock(time);
    }

    /**
     * Takes the lock. What is done under it is so short that parking a thread, and having the owner
     * wake it, costs many times more; and looking too often slows the owner down. So who finds it
     * taken keeps away for some microseconds and looks again, a few times, before it parks.
     */
    void enter() {
        for (int look = 0; look < LOOKS; look++) {
            if (lock.tryLock()) {
                return;
            }
            for (int pause = 0; pause < PAUSES; pause++) {
                Thread.onSpinWait();
            }
        }
        lock.lock();
    }

    /** Leaves the lock, then does what was noted under it, in that order. */
    void leave() {
        if (effects.isEmpty()) {
            lock.unlock();
            return;
        }
        List<Runnable> due = effects;
        effects = new ArrayList<>();
        lock.unlock();
        due.forEach(this::perform);
    }

    /** Notes what to do once the lock is left. Guarded. */
    void later(Runnable effect) {
        effects.add(effect);
    }

    /** Takes an input: reads the clock, then the lock. */
    void locked(LongConsumer input) {
        long nanos = clock.read();
        enter();
        try {
            input.accept(nanos);
        } finally {
            leave();
        }
    }

    /** Takes an input and returns what is answered. */
    <T> T asked(LongFunction<T> input) {
        long nanos = clock.read();
        enter();
        try {
            return input.apply(nanos);
        } finally {
            leave();
        }
    }

    /** Returns a number from 0 to below 1; the middle where randomness fails. Guarded. */
    double chance() {
        try {
            double chance = random.nextDouble();
            return chance >= 0 && chance < 1 ? chance : MIDDLE;
        } catch (Throwable e) {
            LOG.error("{}: no randomness", name, e);
            return MIDDLE;
        }
    }

    /** Takes an input after a time. Guarded; a time that cannot set a timer is not to blame. */
    Subscription after(Duration delay, LongConsumer input) {
        try {
            Subscription timer = time.after(delay, () -> perform(() -> locked(input)));
            return timer == null || timer == Subscription.NONE
                    ? Subscription.NONE
                    : () -> perform(timer::close);
        } catch (Throwable e) {
            LOG.error("{}: a timer of {} could not be set", name, delay, e);
            return Subscription.NONE;
        }
    }

    /** Takes an input at a monotonic time. Guarded. */
    Subscription at(long due, long nanos, LongConsumer input) {
        return after(Duration.ofNanos(Math.max(0, due - nanos)), input);
    }

    /** Starts a thread of the controller. Called without the lock. */
    Thread start(String what, boolean platform, Runnable task) {
        return threads.start(threadName(what), platform, task);
    }

    /** Returns the name of a thread of the controller. */
    String threadName(String what) {
        return name + '-' + what;
    }

    void rest() throws InterruptedException {
        threads.rest(1);
    }

    private void perform(Runnable effect) {
        try {
            effect.run();
        } catch (Throwable e) {
            LOG.error("{}: a timer or an effect failed", name, e);
        }
    }
}
