package leasehold.session;

/**
 * Makes the threads on which backends, callbacks and listeners run. Safe for use by several
 * threads.
 */
@FunctionalInterface
public interface SessionThreads {

    /**
     * Runs a task on a new thread that inherits no thread-locals.
     *
     * @param name bears the controller's name
     * @param platform whether it must be a platform thread
     * @return the thread, already started, to be interrupted when the task is no longer wanted
     */
    Thread start(String name, boolean platform, Runnable task);

    /** Rests for a moment between two deliveries to a listener that is up to date. */
    default void rest(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /**
     * Returns what a controller uses by default: virtual threads, daemon platform threads where
     * asked.
     */
    static SessionThreads ofVirtual() {
        return (name, platform, task) ->
                platform
                        ? Thread.ofPlatform()
                                .daemon()
                                .name(name)
                                .inheritInheritableThreadLocals(false)
                                .start(task)
                        : Thread.ofVirtual()
                                .name(name)
                                .inheritInheritableThreadLocals(false)
                                .start(task);
    }
}
