package leasehold.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Real threads that are counted, so that a test can wait until nothing runs any more but what is held at a gate. Nobody
 * sleeps.
 */
public final class CountedThreads implements SessionThreads {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final SessionThreads real = SessionThreads.ofVirtual();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int busy;
    private int held;
    private long started;

    @Override
    public Thread start(String name, boolean platform, Runnable task) {
        add(1, 0);
        return real.start(name, platform, () -> {
            try {
                task.run();
            } finally {
                add(-1, 0);
            }
        });
    }

    /** A feed that has caught up need not wait: in tests every event wakes it. */
    @Override
    public void rest(long millis) {}

    /** Notes that the current thread, one of these, is held at a gate. */
    void enterGate() {
        add(-1, 1);
    }

    /** Notes that it goes on. */
    void leaveGate() {
        add(1, -1);
    }

    /** Waits until every thread has ended or is held at a gate. */
    public void settle() {
        lock.lock();
        try {
            long left = LONGEST.toNanos();
            while (busy > 0) {
                if (left <= 0) {
                    throw new AssertionError(busy + " threads do not settle");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while settling", e);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many threads live: busy ones and held ones. */
    public int alive() {
        lock.lock();
        try {
            return busy + held;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many threads were ever started. */
    public long started() {
        lock.lock();
        try {
            return started;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no thread lives. */
    public boolean awaitNone(long seconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (busy + held > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return busy + held == 0;
        } finally {
            lock.unlock();
        }
    }

    private void add(int toBusy, int toHeld) {
        lock.lock();
        try {
            busy += toBusy;
            held += toHeld;
            if (toBusy > 0 && toHeld == 0) {
                started++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
