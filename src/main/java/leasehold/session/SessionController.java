package leasehold.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Hands out leases of one shared session. Safe for use by any number of threads.
 *
 * <p>The first lease opens the session, the last to end disconnects it (rule 2). What a holder did
 * before it released happens-before the close of the session; the opening happens-before every
 * grant (rule 28).
 */
public interface SessionController {

    /**
     * Asks for a lease. Never throws, a null argument aside, and the future never completes
     * exceptionally, save as cancelled: a session that cannot be had is an empty result (rule 1).
     *
     * <p>A grant or a refusal at hand is complete on return. Who must wait, for an opening or for a
     * place, is answered later, on a virtual thread of its own (rule 28). However the future ends,
     * by the token, {@code cancel}, {@code orTimeout} or {@code complete}, this caller's place is
     * given up and nobody else's (rule 3).
     *
     * @param request who asks, and what for
     * @param token cancels the request; one that is already cancelled gives a cancelled future at
     *     once (rule 5)
     */
    CompletableFuture<Optional<SessionLease>> tryOpenSessionAsync(
            LeaseRequest request, CancellationToken token);

    /** Asks for a lease with a request that only its future can cancel. */
    default CompletableFuture<Optional<SessionLease>> tryOpenSessionAsync(LeaseRequest request) {
        return tryOpenSessionAsync(request, CancellationToken.none());
    }

    /** Asks for a lease as an unnamed client. */
    default CompletableFuture<Optional<SessionLease>> tryOpenSessionAsync(CancellationToken token) {
        return tryOpenSessionAsync(LeaseRequest.unnamed(), token);
    }

    /** Asks for a lease as an unnamed client, with a request that only its future can cancel. */
    default CompletableFuture<Optional<SessionLease>> tryOpenSessionAsync() {
        return tryOpenSessionAsync(LeaseRequest.unnamed(), CancellationToken.none());
    }

    /**
     * Asks for a lease and waits for the answer; made for virtual threads.
     *
     * @return the lease, or nothing if the session cannot be had
     * @throws InterruptedException if interrupted while waiting; the place is given up
     */
    Optional<SessionLease> tryOpenSession(LeaseRequest request) throws InterruptedException;

    /**
     * Asks for a lease and waits for it.
     *
     * @throws SessionUnavailableException with the failure, if the session cannot be had
     * @throws InterruptedException if interrupted while waiting; the place is given up
     */
    SessionLease openSession(LeaseRequest request)
            throws SessionUnavailableException, InterruptedException;
}
