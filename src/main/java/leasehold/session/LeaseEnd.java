package leasehold.session;

import java.util.Objects;
import java.util.Optional;

/**
 * How a lease ended.
 *
 * @param kind in which way
 * @param by the operator's act that ended it, if one did
 * @param cause the failure that ended it, if one did
 */
public record LeaseEnd(Kind kind, Optional<Act> by, Optional<Failure> cause) {

    /** The ways in which a lease ends. */
    public enum Kind {
        /** Its holder gave it back. */
        RELEASED,
        /** It was granted at the instant its asker had given up (rule 3). */
        UNCLAIMED,
        /** An operator took it away, or a deadline of closing or shutting down did. */
        REVOKED,
        /** Its time to live ran out. */
        EXPIRED,
        /** Its holder was garbage-collected without releasing it. */
        ABANDONED,
        /** The server dropped the session. */
        LOST
    }

    /** Checks that nothing is null. */
    public LeaseEnd {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(cause, "cause");
    }

    /** Returns an end that nobody else brought about. */
    public static LeaseEnd of(Kind kind) {
        return new LeaseEnd(kind, Optional.empty(), Optional.empty());
    }

    /** Returns the end of a lease that was taken away. */
    public static LeaseEnd revoked(Act by) {
        return new LeaseEnd(Kind.REVOKED, Optional.of(by), Optional.empty());
    }

    /** Returns the end of a lease whose session was lost. */
    public static LeaseEnd lost(Failure cause) {
        return new LeaseEnd(Kind.LOST, Optional.empty(), Optional.of(cause));
    }
}
