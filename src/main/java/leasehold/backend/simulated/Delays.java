package leasehold.backend.simulated;

import java.time.Duration;

/**
 * How a simulated server lets time pass; a test turns it by hand. Safe for use by several threads.
 */
public interface Delays {

    /** Returns a monotonic clock in nanoseconds from an arbitrary origin. */
    long nanos();

    /**
     * Waits.
     *
     * @throws InterruptedException if interrupted before or while waiting
     */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Runs an action once, after the given time, on a thread of its own.
     *
     * @return cancels it, if it has not started
     */
    Runnable after(Duration time, Runnable action);

    /** Returns real time. */
    static Delays real() {
        return RealDelays.INSTANCE;
    }
}
