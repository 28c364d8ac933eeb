package leasehold.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A stray: an open or a close that failed or outlived its timeout, so that the server may still
 * hold the session. In the report of a shutdown also any other call of the backend that still ran.
 *
 * @param epoch the number of the session
 * @param kind which call it is
 * @param since since when it is a stray
 * @param running whether the backend's call has not returned yet
 * @param failure what the call last failed with, if it returned
 */
public record StrayInfo(
        long epoch, Kind kind, Instant since, boolean running, Optional<Failure> failure) {

    /** Which call of the backend it is. */
    public enum Kind {
        /** An open; what it yields is closed on arrival. */
        OPEN,
        /** A close. */
        CLOSE,
        /** A beat of a session that is gone; named only in the report of a shutdown. */
        BEAT,
        /** An abort hook that has not returned; named only in the report of a shutdown. */
        ABORT,
        /** A {@code lost} that has not returned; named only in the report of a shutdown. */
        LOST
    }

    /** Tells whether both are about the same call of the same session. */
    boolean isSameCall(StrayInfo other) {
        return epoch == other.epoch && kind == other.kind;
    }
}
