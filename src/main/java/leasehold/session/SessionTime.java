package leasehold.session;

import java.time.Duration;
import java.time.Instant;

/**
 * The time by which a controller lives: the machine's, or a virtual one in tests (rule 31). Safe
 * for use by several threads.
 */
public interface SessionTime {

    /** Returns the monotonic clock in nanoseconds from an arbitrary origin. */
    long nanos();

    /** Returns the wall clock, which may jump. */
    Instant wall();

    /**
     * Runs an action once, after the given time on the monotonic clock, on a thread that must not
     * be held up. Must only take note of it and return: it is called with the controller's lock
     * held.
     *
     * @return cancels it, if it has not started; closed with the controller's lock held too
     */
    Subscription after(Duration delay, Runnable action);
}
