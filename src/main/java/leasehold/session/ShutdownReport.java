package leasehold.session;

import java.time.Duration;
import java.util.List;

/**
 * What came of shutting down.
 *
 * @param took how long it took
 * @param revoked the leases that were taken away at the deadline, with their holders
 * @param strays sessions that the server may still hold, and calls of the backend that still ran at
 *     the end although interrupted
 * @param threads the names of threads on which a listener, or what a caller had done on a stage,
 *     still ran at the end although interrupted; not of those that asked for the shutdown
 */
public record ShutdownReport(
        Duration took, List<LeaseInfo> revoked, List<StrayInfo> strays, List<String> threads) {

    /** Checks and copies. */
    public ShutdownReport {
        revoked = List.copyOf(revoked);
        strays = List.copyOf(strays);
        threads = List.copyOf(threads);
    }
}
