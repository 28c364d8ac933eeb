package leasehold.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a lease or of a request for one, at one moment.
 *
 * @param id the lease's id
 * @param epoch the number of its session; 0 while waiting
 * @param state whether it waits, is held or is detached
 * @param client the name the client gave itself
 * @param holder who really asked
 * @param purpose what for; may be empty
 * @param correlationId what ties it to a request elsewhere; may be empty
 * @param requestedAt when it was asked for
 * @param grantedAt when it was granted; empty while waiting
 * @param waitNanos how long it waited, by the monotonic clock; 0 if granted at once and while
 *     waiting
 * @param opener whether it is the first lease of its session
 * @param expiresAt when it expires, if it has a time to live and was granted
 * @param overdue whether it is held longer than the policy's threshold
 */
public record LeaseInfo(
        long id,
        long epoch,
        State state,
        String client,
        Holder holder,
        String purpose,
        String correlationId,
        Instant requestedAt,
        Optional<Instant> grantedAt,
        long waitNanos,
        boolean opener,
        Optional<Instant> expiresAt,
        boolean overdue) {

    /** In which state a lease that has not ended is. */
    public enum State {
        /** Asked for, not yet granted. */
        WAITING,
        /** Granted. */
        HELD,
        /** Granted; its session was lost and is being opened anew. */
        DETACHED
    }
}
