package leasehold.monitor;

import leasehold.session.Ledger;

/**
 * What was counted, exactly, however much of it a view was shown. Immutable.
 *
 * @param events events seen
 * @param missed events missed: the subscription had fallen behind (rule 26)
 * @param ledger what became of every lease; balanced unless something is wrong
 * @param waiting requests that wait
 * @param overdue leases that are held longer than the policy's threshold
 * @param strays opens and closes that outlived their timeouts
 * @param refused requests that got nothing
 * @param gaveUp requests ended by their askers
 * @param opened sessions opened
 * @param openFailed openings that failed
 * @param unshown leases and requests that came and went between two drains, and so never were in a
 *     view
 */
public record Counters(
        long events,
        long missed,
        Ledger ledger,
        int waiting,
        int overdue,
        int strays,
        long refused,
        long gaveUp,
        long opened,
        long openFailed,
        long unshown) {}
