package leasehold.session;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What a caller gets: while at least one lease is held, the session stays open. Close it when done,
 * best with try-with-resources. Equality is identity. Safe for use by several threads.
 */
public interface SessionLease extends AutoCloseable {

    /** Returns the number of the lease's first event: unique within its controller. */
    long id();

    /** Returns the name the client gave itself. */
    String client();

    /** Returns who really holds it, as far as the capture level tells. */
    Holder holder();

    /** Returns the number of the session it stands for. Changes only by a reattachment. */
    long epoch();

    /** Returns when it was asked for. */
    Instant requestedAt();

    /** Returns when it was granted. */
    Instant grantedAt();

    /**
     * Tells whether it is the first lease of its session: the session was opened for it, or its
     * holder joined the opening and whoever began it gave up. One that was reopened for its former
     * holders has none.
     */
    boolean opener();

    /**
     * Returns what the backend says about the session; immutable, and readable after the end (rule
     * 10).
     */
    Map<String, String> attributes();

    /**
     * Returns the live object behind the session, such as a connection. It cannot be used to close
     * the session.
     *
     * @throws IllegalStateException if the lease has ended or is detached
     * @throws IllegalArgumentException if the session has no object of that type
     * @throws RuntimeException what the backend throws
     */
    <T> T unwrap(Class<T> type);

    /** Tells whether it is still held; false from the moment it ended. */
    boolean isActive();

    /**
     * Returns how the lease ends, once it does; completed on a virtual thread of its own. A
     * continuation that captures the lease keeps it from being found abandoned (rule 15).
     */
    CompletionStage<LeaseEnd> ended();

    /**
     * Returns a stage that completes, with the instant by which the lease is taken away, when the
     * controller first asks for it back: the session is being closed or the controller is shutting
     * down (rules 23, 24); never for a lease that has ended. A later act may take it away sooner. A
     * continuation that captures the lease keeps it from being found abandoned (rule 15).
     */
    CompletionStage<Instant> recalled();

    /**
     * Starts the time to live anew; does nothing to a lease without one.
     *
     * @return whether the lease is alive afterwards (rule 11)
     */
    boolean renew();

    /**
     * Releases the lease. Idempotent: only the first call counts, every call returns the same
     * read-only stage, which says what became of the session (rule 16).
     */
    CompletionStage<ReleaseOutcome> closeAsync();

    /**
     * Releases the lease and waits until what {@link #closeAsync} says is so: at most for the
     * policy's abort and close timeouts together. If interrupted it has released all the same,
     * stops waiting and restores the interrupt flag (rule 16).
     */
    @Override
    void close();
}
