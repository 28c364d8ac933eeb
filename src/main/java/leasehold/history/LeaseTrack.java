package leasehold.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;

/** The leases of a controller that have not ended, and what became of the others. */
final class LeaseTrack {

    private final Map<Long, LeaseInfo> leases = new HashMap<>();
    private final Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);

    void reset(Ledger ledger, List<LeaseInfo> known) {
        leases.clear();
        known.forEach(lease -> leases.put(lease.id(), lease));
        counts.clear();
        counts.put(EventKind.LEASE_GRANTED, ledger.granted());
        counts.put(EventKind.LEASE_RELEASED, ledger.released());
        counts.put(EventKind.LEASE_UNCLAIMED, ledger.unclaimed());
        counts.put(EventKind.LEASE_REVOKED, ledger.revoked());
        counts.put(EventKind.LEASE_EXPIRED, ledger.expired());
        counts.put(EventKind.LEASE_RECLAIMED, ledger.abandoned());
        counts.put(EventKind.LEASE_LOST, ledger.lost());
    }

    void apply(SessionEvent.OfLease event) {
        count(EventKind.of(event));
        switch (event) {
            case SessionEvent.Requested e -> leases.put(e.lease(), e.info());
            case SessionEvent.Granted e -> leases.put(e.lease(), e.info());
            case SessionEvent.Refused e -> leases.remove(e.lease());
            case SessionEvent.GaveUp e -> leases.remove(e.lease());
            case SessionEvent.Ended e -> leases.remove(e.lease());
            case SessionEvent.Renewed e ->
                    change(e, lease -> with(lease, Optional.of(e.expiresAt()), lease.overdue()));
            case SessionEvent.Overdue e -> change(e, lease -> with(lease, lease.expiresAt(), true));
            case SessionEvent.AllClear e ->
                    change(e, lease -> with(lease, lease.expiresAt(), false));
            case SessionEvent.Detached e ->
                    change(e, lease -> with(lease, LeaseInfo.State.DETACHED, lease.epoch()));
            case SessionEvent.Reattached e ->
                    change(e, lease -> with(lease, LeaseInfo.State.HELD, e.epoch()));
            case SessionEvent.Abandoned _, SessionEvent.LateRelease _ -> {}
        }
    }

    /** Counts an event of a lease that has ended by the time that is asked for. */
    void pass(EventKind kind, long lease) {
        count(kind);
        leases.remove(lease);
    }

    /** Returns how many have not ended. */
    int size() {
        return leases.size();
    }

    List<LeaseInfo> leases() {
        return leases.values().stream().sorted(Comparator.comparingLong(LeaseInfo::id)).toList();
    }

    Ledger ledger() {
        return new Ledger(
                counted(EventKind.LEASE_GRANTED),
                counted(EventKind.LEASE_RELEASED),
                counted(EventKind.LEASE_UNCLAIMED),
                counted(EventKind.LEASE_REVOKED) + counted(EventKind.OPERATOR_REVOKED),
                counted(EventKind.LEASE_EXPIRED),
                counted(EventKind.LEASE_RECLAIMED),
                counted(EventKind.LEASE_LOST),
                leases.values().stream()
                        .filter(lease -> lease.state() != LeaseInfo.State.WAITING)
                        .count());
    }

    private void count(EventKind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    private long counted(EventKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How a lease differs after an event. */
    private interface Change {
        LeaseInfo of(LeaseInfo lease);
    }

    private void change(SessionEvent.OfLease event, Change change) {
        leases.computeIfPresent(event.lease(), (_, lease) -> change.of(lease));
    }

    private static LeaseInfo with(LeaseInfo lease, LeaseInfo.State state, long epoch) {
        return copy(lease, state, epoch, lease.expiresAt(), lease.overdue());
    }

    private static LeaseInfo with(LeaseInfo lease, Optional<Instant> expiresAt, boolean overdue) {
        return copy(lease, lease.state(), lease.epoch(), expiresAt, overdue);
    }

    private static LeaseInfo copy(
            LeaseInfo lease,
            LeaseInfo.State state,
            long epoch,
            Optional<Instant> expiresAt,
            boolean overdue) {
        return new LeaseInfo(
                lease.id(),
                epoch,
                state,
                lease.client(),
                lease.holder(),
                lease.purpose(),
                lease.correlationId(),
                lease.requestedAt(),
                lease.grantedAt(),
                lease.waitNanos(),
                lease.opener(),
                expiresAt,
                overdue);
    }
}
