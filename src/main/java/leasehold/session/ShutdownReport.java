package leasehold.session;

import java.time.Duration;
import java.util.List;

/**
 * What came of shutting down.
 *
 * @param took how long it took
 * @param revoked the leases that were taken away at the deadline, with their holders
 * @param strays sessions that the server may still hold, and calls that still ran at the end; those
 *     not interrupted before were so then
 */
public record ShutdownReport(Duration took, List<LeaseInfo> revoked, List<StrayInfo> strays) {

    /** Checks and copies. */
    public ShutdownReport {
        revoked = List.copyOf(revoked);
        strays = List.copyOf(strays);
    }
}
