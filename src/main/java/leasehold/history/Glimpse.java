package leasehold.history;

import java.time.Instant;
import java.util.List;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionState;

/**
 * What a controller was like when its run began, or after a gap, as far as the record says. Of its
 * sessions it says no more than the leases do. Immutable.
 *
 * @param number the number of the last event before it
 * @param at when it was
 * @param nanos the same on the monotonic clock
 * @param state in which state the controller was
 * @param ledger what had become of every lease
 * @param leases the held leases in the order of their grants, then the waiting requests
 */
public record Glimpse(
        long number,
        Instant at,
        long nanos,
        SessionState state,
        Ledger ledger,
        List<LeaseInfo> leases) {

    /** Copies. */
    public Glimpse {
        leases = List.copyOf(leases);
    }
}
