package leasehold.monitor;

import leasehold.session.LeaseEnd;

/** What an operator sees a lease, or a request for one, to be. */
public enum LeaseState {
    /** Asked for, not yet granted. */
    WAITING,
    /** Granted. */
    HELD,
    /** Granted; its session was lost and is being opened anew. */
    DETACHED,
    /** Given back by its holder. */
    RELEASED,
    /** Taken away by an operator or by a deadline. */
    REVOKED,
    /** Its time to live ran out. */
    EXPIRED,
    /**
     * Its holder was collected without releasing it. If it was not reclaimed, it is still counted
     * as held.
     */
    ABANDONED,
    /** Ended with its session. */
    LOST,
    /** Granted at the instant its asker had given up. */
    UNCLAIMED,
    /** The request got nothing. */
    REFUSED,
    /** The request was ended by its asker. */
    GAVE_UP,
    /** Ended, or answered, among events that were missed: nobody saw how. */
    UNSEEN;

    /** Returns the state of a lease that ended in the given way. */
    public static LeaseState of(LeaseEnd.Kind kind) {
        return switch (kind) {
            case RELEASED -> RELEASED;
            case UNCLAIMED -> UNCLAIMED;
            case REVOKED -> REVOKED;
            case EXPIRED -> EXPIRED;
            case ABANDONED -> ABANDONED;
            case LOST -> LOST;
        };
    }
}
