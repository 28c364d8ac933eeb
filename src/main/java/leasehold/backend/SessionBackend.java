package leasehold.backend;

/**
 * Opens sessions on a server. One instance serves one controller.
 *
 * <p>{@link #open} blocks for as long as it takes. The controller calls it on a thread of its own,
 * at most once at a time save while an earlier call is a stray, and interrupts that thread when the
 * session is no longer wanted (rule 4). Whatever it throws, {@code Error} included, is an attempt
 * that failed (rule 6).
 */
public interface SessionBackend {

    /**
     * Opens a session and returns it ready for use.
     *
     * @param attempt which opening and attempt this is, how much time is left, and where to report
     *     a later loss
     * @return the open session, never null
     * @throws BackendException with the category that decides whether the controller tries again
     * @throws Exception anything else counts as {@link FailureCategory#UNKNOWN}
     */
    BackendSession open(OpenAttempt attempt) throws Exception;

    /**
     * Returns {@code text} with every secret in it made unreadable. Every text of a failure passes
     * through here before it is put into an event, a log or an exception (rule 30). Must not block;
     * may be called from any thread.
     */
    default String mask(String text) {
        return text;
    }

    /**
     * Tells whether calls must run on platform threads, as native code that pins its carrier wants.
     * Default: virtual threads.
     */
    default boolean platformThreads() {
        return false;
    }
}
