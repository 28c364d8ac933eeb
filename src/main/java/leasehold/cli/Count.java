package leasehold.cli;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;

/**
 * Counts what happens, event by event. Told by one thread at a time; safe to be read by others
 * meanwhile.
 */
final class Count implements SessionListener {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<Quantity, Long> counts = new EnumMap<>(Quantity.class);
    private final Map<Long, Long> asked = new HashMap<>();
    private final Map<Long, Long> opened = new HashMap<>();
    private long held;
    private long waitNanos;
    private long longestWaitNanos;
    private long openNanos;

    Count() {
        for (Quantity quantity : Quantity.values()) {
            counts.put(quantity, 0L);
        }
    }

    @Override
    public synchronized void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
        held = snapshot.ledger().held();
        peak();
    }

    @Override
    public synchronized void onGap(long first, long last) {
        add(Quantity.UNSEEN, last - first + 1);
    }

    @Override
    public synchronized void onEvent(SessionEvent event) {
        switch (event) {
            case SessionEvent.OfLease e -> lease(e);
            case SessionEvent.Opened e -> {
                add(Quantity.OPENS, 1);
                opened.put(e.epoch(), e.nanos());
            }
            case SessionEvent.AttemptFailed _ -> add(Quantity.FAILED_ATTEMPTS, 1);
            case SessionEvent.OpenFailed _ -> add(Quantity.FAILED_OPENS, 1);
            case SessionEvent.Closed e -> over(e);
            case SessionEvent.CloseFailed e -> {
                add(Quantity.FAILED_CLOSES, 1);
                over(e);
            }
            case SessionEvent.Lost e -> {
                add(Quantity.LOST_SESSIONS, 1);
                over(e);
            }
            case SessionEvent.Opening _, SessionEvent.Lingering _, SessionEvent.Resumed _ -> {}
            case SessionEvent.Retiring _, SessionEvent.Closing _ -> {}
            case SessionEvent.BeatFailed _, SessionEvent.StrayListed _ -> {}
            case SessionEvent.StrayRetried _, SessionEvent.StrayResolved _ -> {}
            case SessionEvent.StrayForgotten _, SessionEvent.Draining _ -> {}
            case SessionEvent.Drained _, SessionEvent.HoldLifted _ -> {}
            case SessionEvent.ShuttingDown _, SessionEvent.ShutDown _ -> {}
        }
    }

    /** Returns what was counted so far; not what the ledger tells. */
    synchronized Map<Quantity, Long> counts() {
        Map<Quantity, Long> copy = new EnumMap<>(counts);
        copy.put(Quantity.HELD, held);
        copy.put(Quantity.WAIT_TOTAL_MILLIS, waitNanos / NANOS_PER_MILLI);
        copy.put(Quantity.WAIT_MAX_MILLIS, longestWaitNanos / NANOS_PER_MILLI);
        copy.put(Quantity.OPEN_MILLIS, openNanos / NANOS_PER_MILLI);
        return copy;
    }

    private void lease(SessionEvent.OfLease event) {
        switch (event) {
            case SessionEvent.Requested e -> asked.put(e.lease(), e.nanos());
            case SessionEvent.Granted e -> {
                add(Quantity.GRANTED, 1);
                held++;
                peak();
                answered(e);
            }
            case SessionEvent.Refused e -> {
                add(Quantity.REFUSED, 1);
                answered(e);
            }
            case SessionEvent.GaveUp e -> {
                add(Quantity.GAVE_UP, 1);
                answered(e);
            }
            case SessionEvent.Ended _ -> held--;
            case SessionEvent.Renewed _, SessionEvent.Overdue _, SessionEvent.AllClear _ -> {}
            case SessionEvent.Abandoned _, SessionEvent.Detached _ -> {}
            case SessionEvent.Reattached _, SessionEvent.LateRelease _ -> {}
        }
    }

    /** Whoever had to wait waits no longer. */
    private void answered(SessionEvent.OfLease event) {
        Long since = asked.remove(event.lease());
        if (since != null) {
            long waited = Math.max(0, event.nanos() - since);
            waitNanos += waited;
            longestWaitNanos = Math.max(longestWaitNanos, waited);
        }
    }

    /** A session is open no longer. */
    private void over(SessionEvent event) {
        Long since = opened.remove(event.epoch());
        if (since != null) {
            openNanos += Math.max(0, event.nanos() - since);
        }
    }

    private void peak() {
        counts.merge(Quantity.PEAK, held, Math::max);
    }

    private void add(Quantity quantity, long more) {
        counts.merge(quantity, more, Long::sum);
    }
}
