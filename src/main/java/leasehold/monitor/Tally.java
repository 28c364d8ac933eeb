package leasehold.monitor;

import leasehold.session.LeaseEnd;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;

/** Counts. Confined to the feed's lock. */
final class Tally {

    private final long[] ended = new long[LeaseEnd.Kind.values().length];
    private long granted;
    private long events;
    private long missed;
    private long refused;
    private long gaveUp;
    private long opened;
    private long openFailed;

    void apply(SessionEvent event) {
        events++;
        switch (event) {
            case SessionEvent.Granted _ -> granted++;
            case SessionEvent.Ended e -> ended[e.end().kind().ordinal()]++;
            case SessionEvent.Refused _ -> refused++;
            case SessionEvent.GaveUp _ -> gaveUp++;
            case SessionEvent.Opened _ -> opened++;
            case SessionEvent.OpenFailed _ -> openFailed++;
            case SessionEvent.OfLease _, SessionEvent.Opening _, SessionEvent.AttemptFailed _ -> {}
            case SessionEvent.Lingering _, SessionEvent.Resumed _, SessionEvent.Retiring _ -> {}
            case SessionEvent.Closing _, SessionEvent.Closed _, SessionEvent.CloseFailed _ -> {}
            case SessionEvent.Lost _, SessionEvent.BeatFailed _, SessionEvent.StrayListed _ -> {}
            case SessionEvent.StrayRetried _, SessionEvent.StrayResolved _ -> {}
            case SessionEvent.StrayForgotten _, SessionEvent.Draining _ -> {}
            case SessionEvent.Drained _, SessionEvent.HoldLifted _ -> {}
            case SessionEvent.ShuttingDown _, SessionEvent.ShutDown _ -> {}
        }
    }

    /** A lease was granted before anybody counted. */
    void grantedUnseen() {
        granted++;
    }

    void missed(long count) {
        missed += count;
    }

    void reset(Ledger ledger) {
        granted = ledger.granted();
        for (LeaseEnd.Kind kind : LeaseEnd.Kind.values()) {
            ended[kind.ordinal()] = of(kind, ledger);
        }
    }

    Counters counters(LeaseBoard leases, int strays) {
        return new Counters(
                events,
                missed,
                ledger(leases.held()),
                leases.waiting(),
                leases.overdue(),
                strays,
                refused,
                gaveUp,
                opened,
                openFailed,
                leases.unshown());
    }

    private Ledger ledger(int held) {
        return new Ledger(
                granted,
                ended(LeaseEnd.Kind.RELEASED),
                ended(LeaseEnd.Kind.UNCLAIMED),
                ended(LeaseEnd.Kind.REVOKED),
                ended(LeaseEnd.Kind.EXPIRED),
                ended(LeaseEnd.Kind.ABANDONED),
                ended(LeaseEnd.Kind.LOST),
                held);
    }

    private long ended(LeaseEnd.Kind kind) {
        return ended[kind.ordinal()];
    }

    private static long of(LeaseEnd.Kind kind, Ledger ledger) {
        return switch (kind) {
            case RELEASED -> ledger.released();
            case UNCLAIMED -> ledger.unclaimed();
            case REVOKED -> ledger.revoked();
            case EXPIRED -> ledger.expired();
            case ABANDONED -> ledger.abandoned();
            case LOST -> ledger.lost();
        };
    }
}
