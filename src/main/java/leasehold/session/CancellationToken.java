package leasehold.session;

/**
 * Tells a request that it is no longer wanted. Implementations are safe for use by several threads.
 */
public interface CancellationToken {

    /** Tells whether cancellation was asked for. Never turns back to false. */
    boolean isCancelled();

    /**
     * Registers what to run when cancelled: once, on the cancelling thread; at once, on this
     * thread, if that has already happened.
     *
     * @return closes the registration, after which the token keeps nothing of it
     */
    Subscription onCancel(Runnable callback);

    /** Returns a token that is never cancelled. */
    static CancellationToken none() {
        return NeverCancelled.TOKEN;
    }
}
