package leasehold.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import leasehold.history.Entry;
import leasehold.history.PastState;
import leasehold.session.Failure;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionSnapshot;

/**
 * Where the subscription's thread and the view's meet: one lock, held for one event or for one
 * drain.
 */
final class Feed implements SessionListener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final LeaseBoard leases = new LeaseBoard();
    private final SessionBook sessions = new SessionBook();
    private final FailureBook failures = new FailureBook();
    private final Tally tally = new Tally();
    private final Situation situation;
    private final boolean past;
    private Optional<Instant> undrainedSince = Optional.empty();
    private volatile boolean dirty;
    private volatile Runnable wake = () -> {};

    Feed(SessionPolicy policy, Clock clock) {
        this(policy, clock, false);
    }

    /**
     * Creates a feed.
     *
     * @param past whether it is told of the past, so that a view cannot be behind
     */
    Feed(SessionPolicy policy, Clock clock, boolean past) {
        this.past = past;
        this.clock = clock;
        situation = new Situation(policy, clock.getZone());
    }

    @Override
    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> held) {
        change(
                () -> {
                    leases.reset(held, snapshot.at(), snapshot.nanos());
                    sessions.reset(snapshot);
                    situation.reset(snapshot);
                    tally.reset(snapshot.ledger());
                });
    }

    @Override
    public void onEvent(SessionEvent event) {
        change(() -> take(event));
    }

    @Override
    public void onGap(long first, long last) {
        change(() -> tally.missed(last - first + 1));
    }

    /** Takes what a record says of a moment of its controller. */
    void onState(PastState then) {
        change(
                () -> {
                    leases.reset(then.leases(), then.at(), then.nanos());
                    sessions.reset(then);
                    situation.reset(then, sessions.newestEpoch());
                    tally.reset(then.ledger());
                });
    }

    /** Takes an entry of a record, which may begin when leases are held already. */
    void onEntry(Entry entry) {
        change(
                () -> {
                    switch (entry) {
                        case Entry.Happened(SessionEvent event) -> retake(event);
                        case Entry.Missed gap -> tally.missed(gap.count());
                        case Entry.Seam _ -> {}
                    }
                });
    }

    Batch drain(int budget) {
        if (budget < 1) {
            throw new IllegalArgumentException(
                    "budget is %d; allowed is 1 and more".formatted(budget));
        }
        lock.lock();
        try {
            return batch(budget);
        } finally {
            lock.unlock();
        }
    }

    void failed(Failure failure) {
        change(() -> failures.failed(failure, clock.instant()));
    }

    void remember(PastFailures past) {
        change(() -> failures.remember(past.book()));
    }

    void remember(PastOpenings past) {
        change(() -> situation.remember(past));
    }

    void seen(long failureGroup) {
        change(() -> failures.seen(failureGroup));
    }

    void mute(long failureGroup, boolean muted) {
        change(() -> failures.mute(failureGroup, muted, clock.instant()));
    }

    boolean dirty() {
        return dirty;
    }

    void onDirty(Runnable action) {
        wake = action;
        if (dirty) {
            action.run();
        }
    }

    private void change(Runnable change) {
        boolean wasClean;
        lock.lock();
        try {
            change.run();
            wasClean = !dirty;
            dirty = true;
        } finally {
            lock.unlock();
        }
        if (wasClean) {
            wake.run();
        }
    }

    private void take(SessionEvent event) {
        undrainedSince = undrainedSince.or(() -> Optional.of(event.at()));
        if (event instanceof SessionEvent.OfLease ofLease) {
            leases.apply(ofLease);
        }
        sessions.apply(event);
        failures.apply(event);
        situation.apply(event);
        tally.apply(event);
    }

    /** What ends was granted, be it before the record began. */
    private void retake(SessionEvent event) {
        if (event instanceof SessionEvent.Ended ended && !leases.lives(ended.lease())) {
            tally.grantedUnseen();
        }
        take(event);
    }

    private Batch batch(int budget) {
        Duration lag = lag();
        LeaseBoard.Changes changes = leases.drain(budget);
        List<SessionRecord> changed = sessions.drain(budget);
        int more = changes.more() + sessions.undrained();
        dirty = more > 0;
        Card card = situation.card(leases, sessions, clock.instant());
        return new Batch(
                changes.live(),
                changes.ended(),
                changed,
                sessions.gone(),
                failures.drain(),
                card,
                tally.counters(leases, card.strays()),
                more,
                lag);
    }

    private Duration lag() {
        Optional<Instant> since =
                Stream.concat(leases.oldest().stream(), undrainedSince.stream())
                        .min(Comparator.naturalOrder());
        undrainedSince = Optional.empty();
        return since.filter(_ -> !past)
                .map(at -> Duration.between(at, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
