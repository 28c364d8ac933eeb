package leasehold.monitor;

/**
 * The facts of the session card. Immutable.
 *
 * @param state the facts of its sentence
 * @param waiting how many requests wait
 * @param overdue how many leases are held longer than the policy's threshold
 * @param openedToday how many sessions were opened today
 * @param failedToday how many openings failed today
 * @param strays how many sessions the server may still hold
 */
public record Card(
        CardState state, int waiting, int overdue, int openedToday, int failedToday, int strays) {}
