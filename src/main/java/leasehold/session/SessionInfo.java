package leasehold.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one session of a controller, at one moment.
 *
 * @param epoch its number
 * @param phase what is being done with it
 * @param since since when it is in this phase
 * @param until when the phase ends by itself: the opening is given up, linger ends, closing is
 *     given up
 * @param askedBy the client whose request caused the opening; empty for a reopening
 * @param attempt the number of the attempt that opened or is to open it
 * @param openedAt when it was opened; empty before
 * @param tookNanos how long opening took; 0 before
 * @param held how many leases it has
 * @param peak how many it had at most
 * @param granted how many it was given in all
 * @param serverId the server's name for it; empty before it is open
 * @param attributes what the backend says of it
 */
public record SessionInfo(
        long epoch,
        Phase phase,
        Instant since,
        Optional<Instant> until,
        String askedBy,
        int attempt,
        Optional<Instant> openedAt,
        long tookNanos,
        int held,
        int peak,
        long granted,
        String serverId,
        Map<String, String> attributes) {

    /** What is being done with a session. */
    public enum Phase {
        /** It is being opened. */
        OPENING,
        /** It is open and held, or about to be. */
        OPEN,
        /** It is open, and nobody holds it. */
        LINGERING,
        /** It is past its maximum age and kept only for its holders. */
        RETIRING,
        /** It is being closed, or its opening aborted. */
        CLOSING
    }
}
