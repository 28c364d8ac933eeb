package leasehold.monitor;

import java.time.Instant;
import java.util.Optional;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.Failure;

/** The facts of the session card's sentence, by state. Immutable; times are wall times. */
public sealed interface CardState {

    /**
     * There is no session, and the last ended well.
     *
     * @param since since when
     * @param last the last session, if there was one
     */
    record Closed(Instant since, Optional<SessionRecord> last) implements CardState {}

    /**
     * A session is being opened.
     *
     * @param epoch its number
     * @param since since when
     * @param waiting how many requests wait
     * @param askedBy the client that asked first; empty for a reopening
     * @param attempt the number of the attempt
     * @param attempts how many attempts the policy allows; 0 if unknown
     * @param givesUpAt when the opening is given up
     * @param after what became of the last session, if that is worth saying
     */
    record Opening(
            long epoch,
            Instant since,
            int waiting,
            String askedBy,
            int attempt,
            int attempts,
            Optional<Instant> givesUpAt,
            Optional<Trouble> after)
            implements CardState {}

    /**
     * The session is open.
     *
     * @param epoch its number
     * @param since since when
     * @param leases how many leases hold it
     * @param clients of how many distinct clients
     * @param longest the lease held longest
     */
    record Open(long epoch, Instant since, int leases, int clients, Optional<LeaseRecord> longest)
            implements CardState {}

    /**
     * The session is open, its leases are waited for, and new requests are refused.
     *
     * @param epoch its number
     * @param leases how many leases are left
     * @param until when they are revoked
     * @param by who asked for it; empty if the controller shuts down
     */
    record Draining(long epoch, int leases, Instant until, Optional<Act> by) implements CardState {}

    /**
     * The session is open, and nobody holds it.
     *
     * @param epoch its number
     * @param since since when, which is when the last lease ended
     * @param until when it closes
     * @param lastToLeave the client whose lease was the last; empty if unknown
     */
    record Lingering(long epoch, Instant since, Instant until, String lastToLeave)
            implements CardState {}

    /**
     * The session is being closed, or its opening aborted.
     *
     * @param epoch its number
     * @param since since when
     * @param waiting how many new requests wait for it
     * @param why why; empty if unknown
     * @param by the operator's act that closes it, if one does
     * @param givesUpAt when closing is given up, if known
     */
    record Closing(
            long epoch,
            Instant since,
            int waiting,
            Optional<CloseReason> why,
            Optional<Act> by,
            Optional<Instant> givesUpAt)
            implements CardState {}

    /** The controller has ended. */
    record ShutDown(Instant since) implements CardState {}

    /**
     * There is no session, and the last did not end well. Lasts until the next opening succeeds.
     */
    sealed interface Trouble extends CardState {

        /** Returns the number of the session. */
        long epoch();

        /** Returns when it happened. */
        Instant at();

        /** Returns what failed. */
        Failure failure();
    }

    /**
     * There is no session: the last opening failed.
     *
     * @param epoch its number; 0 if it is known from a snapshot alone
     * @param at when
     * @param failure why
     * @param attempts how many attempts were made; 0 if unknown
     * @param heldUntil until when the failure answers all callers, if it does: then <em>Try
     *     now</em> helps
     */
    record OpenFailed(
            long epoch, Instant at, Failure failure, int attempts, Optional<Instant> heldUntil)
            implements Trouble {

        OpenFailed lifted() {
            return new OpenFailed(epoch, at, failure, attempts, Optional.empty());
        }
    }

    /**
     * There is no session: the server dropped it.
     *
     * @param epoch its number
     * @param at when
     * @param failure how it was noticed
     * @param leases how many leases held it, all of whose holders were told
     * @param reopening the reopening under way, if any
     */
    record Lost(long epoch, Instant at, Failure failure, int leases, Optional<Opening> reopening)
            implements Trouble {

        Lost reopening(Opening opening) {
            return new Lost(epoch, at, failure, leases, Optional.of(opening));
        }
    }
}
