package leasehold.figures.record;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;

/**
 * What a busy controller tells: leases are granted and released, so many being held at any time,
 * and now and then the session closes and another opens, at the second attempt.
 */
final class Traffic {

    private static final long A_SESSION = 10_000;
    private static final long A_LEASE = 20;
    private static final long STEP_NANOS = 10_000;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Holder HOLDER =
            new Holder(
                    "svc-billing",
                    "app-01",
                    4711,
                    "pool-3-thread-17",
                    Optional.of(
                            new StackTraceElement(
                                    "com.example.orders.OrderSync", "run", "OrderSync.java", 88)),
                    List.of());
    private static final Failure REFUSED =
            Failure.of(FailureCategory.UNREACHABLE, "Connection refused by db-01:5432");

    private final SessionListener listener;
    private final int held;
    private final Deque<Long> leases = new ArrayDeque<>();
    private long number;
    private long epoch;
    private long reopening;

    Traffic(SessionListener listener, int held) {
        this.listener = listener;
        this.held = held;
        listener.onSnapshot(nothing(), List.of());
    }

    /** Returns the wall time of the event of a number. */
    static Instant at(long number) {
        return START.plusNanos(number * STEP_NANOS);
    }

    /** Returns the number of the last event. */
    long number() {
        return number;
    }

    /** Tells one event, or a few. */
    void next() {
        if (number >= reopening) {
            reopen();
        } else if (leases.size() <= held) {
            grant();
        } else {
            release();
        }
    }

    private void reopen() {
        while (!leases.isEmpty()) {
            release();
        }
        if (epoch > 0) {
            tell(new SessionEvent.Closed(stamp(), CloseReason.LAST_RELEASE, 1_000, 4_000, held));
        }
        epoch++;
        reopening = number + Math.max(A_SESSION, A_LEASE * held);
        Instant givesUpAt = at(number).plusSeconds(30);
        tell(new SessionEvent.Opening(stamp(), number, "billing-sync", givesUpAt, 5));
        tell(new SessionEvent.AttemptFailed(stamp(), 1, REFUSED, 1_000, Optional.empty()));
        tell(new SessionEvent.Opened(stamp(), 2, 400_000, "seat-" + epoch, Map.of("seat", "3")));
    }

    private void grant() {
        Stamp stamp = stamp();
        long id = stamp.number();
        leases.add(id);
        tell(new SessionEvent.Granted(stamp, lease(id, stamp.at())));
    }

    private void release() {
        LeaseEnd end = LeaseEnd.of(LeaseEnd.Kind.RELEASED);
        tell(new SessionEvent.Ended(stamp(), leases.remove(), "billing-sync", end, 118_000));
    }

    private void tell(SessionEvent event) {
        listener.onEvent(event);
    }

    private Stamp stamp() {
        number++;
        return new Stamp(number, at(number), number * STEP_NANOS, epoch);
    }

    private LeaseInfo lease(long id, Instant at) {
        return new LeaseInfo(
                id,
                epoch,
                LeaseInfo.State.HELD,
                "billing-sync",
                HOLDER,
                "nightly",
                "",
                at,
                Optional.of(at),
                0,
                false,
                Optional.empty(),
                false);
    }

    private static SessionSnapshot nothing() {
        return new SessionSnapshot(
                "demo",
                0,
                START,
                0,
                SessionState.CLOSED,
                START,
                List.of(),
                List.of(),
                new Ledger(0, 0, 0, 0, 0, 0, 0, 0),
                0,
                Optional.empty(),
                Optional.empty(),
                new SessionSnapshot.Tally(0, 0));
    }
}
