package leasehold.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.Failure;

/**
 * What an operator knows of one session, from its opening on. Immutable.
 *
 * @param epoch its number
 * @param state what it is
 * @param askedAt when its opening began
 * @param opening how it was opened, or was not
 * @param use who used it
 * @param ending how it was closed; empty until closing begins or the opening fails
 * @param failures how many failures it had: of attempts, beats, closes, and its loss
 * @param lastFailure the last of them
 */
public record SessionRecord(
        long epoch,
        State state,
        Instant askedAt,
        Opening opening,
        Use use,
        Optional<Ending> ending,
        int failures,
        Optional<Failure> lastFailure) {

    /** What a session is. */
    public enum State {
        /** It is being opened. */
        OPENING,
        /** It is open. */
        OPEN,
        /** It is open, its leases are waited for, and new requests are refused. */
        DRAINING,
        /** It is open, and nobody holds it. */
        LINGERING,
        /** It is past its maximum age and kept only for its holders. */
        RETIRING,
        /** It is being closed, or its opening aborted. */
        CLOSING,
        /** It is closed. */
        CLOSED,
        /** It was never opened. */
        OPEN_FAILED,
        /** The server dropped it. */
        LOST,
        /** Closing it, or aborting its opening, failed or hangs: the server may still hold it. */
        UNCLOSED,
        /** As {@link #UNCLOSED}, and an operator took it off the list. */
        FORGOTTEN,
        /** It ended among events that were missed: nobody saw how. */
        UNSEEN,
        /** The program that watched it ended first: nobody saw how it ended. */
        CUT
    }

    /**
     * How a session was opened.
     *
     * @param openedBy the client whose request caused it; empty for a reopening
     * @param attempts how many attempts were made so far
     * @param openedAt when it was open; empty if it never was, or is not yet
     * @param tookNanos how long opening took; 0 before it ended
     * @param serverId the server's name for it; empty before
     * @param attributes what the backend says of it
     */
    public record Opening(
            String openedBy,
            int attempts,
            Optional<Instant> openedAt,
            long tookNanos,
            String serverId,
            Map<String, String> attributes) {}

    /**
     * Who used a session.
     *
     * @param held how many leases it has now
     * @param peak how many it had at most
     * @param granted how many it was given in all
     */
    public record Use(int held, int peak, long granted) {}

    /**
     * How a session was closed.
     *
     * @param at when it was closed, or failed to open; empty while closing
     * @param why why; empty for an opening that failed and for an end that nobody saw
     * @param client whose lease was the last; empty if it was not a lease that closed it
     * @param by the operator's act that closed it, if one did
     * @param tookNanos how long closing took; 0 while closing
     */
    public record Ending(
            Optional<Instant> at,
            Optional<CloseReason> why,
            String client,
            Optional<Act> by,
            long tookNanos) {}

    /** Returns when it was closed, or failed to open; empty while it lives. */
    public Optional<Instant> closedAt() {
        return ending.flatMap(Ending::at);
    }

    /**
     * Returns who closed it: the operator, else the client whose lease was the last; empty if
     * nobody.
     */
    public String closedBy() {
        return ending.map(end -> end.by().map(Act::operator).orElse(end.client())).orElse("");
    }

    /** Returns how long it was open at the given time; empty if it never was. */
    public Optional<Duration> openFor(Instant now) {
        return opening.openedAt().map(opened -> Duration.between(opened, closedAt().orElse(now)));
    }
}
