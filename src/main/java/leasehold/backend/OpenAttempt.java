package leasehold.backend;

import java.time.Duration;

/** What a backend is told about one attempt to open a session. Safe for use by several threads. */
public interface OpenAttempt {

    /** Returns the number of the opening: 1, 2, 3 … Retries of one opening share it. */
    long epoch();

    /** Returns the number of this attempt within its opening, from 1. */
    int attempt();

    /** Returns the time left until the opening is given up (rule 7); never negative. */
    Duration remaining();

    /**
     * Registers what frees a call that is deaf to interruption, such as closing its socket. It runs
     * at most once, on a thread of the controller, when the session is no longer wanted before
     * {@code open} returned; if that has already happened, at once on the caller's thread. It may
     * still run while what {@code open} yielded all the same is being closed. The last hook
     * registered counts.
     */
    void onAbort(Runnable hook);

    /**
     * Reports that the server has dropped the session this attempt opened. May be called at any
     * time, from any thread, more than once: the first report of a living session counts, later
     * ones are ignored and counted (rule 12).
     */
    void reportLost(Throwable cause);
}
