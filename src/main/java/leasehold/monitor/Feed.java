package leasehold.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import leasehold.history.Entry;
import leasehold.history.EventLog;
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

    private static final int CHUNK = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final EventLog log;
    private final Clock clock;
    private final LeaseBoard leases = new LeaseBoard();
    private final SessionBook sessions = new SessionBook();
    private final FailureBook failures = new FailureBook();
    private final Tally tally = new Tally();
    private final Situation situation;
    private final List<Entry> unlogged = new ArrayList<>(CHUNK);
    private Optional<Instant> undrainedSince = Optional.empty();
    private long drainedTo;
    private volatile boolean dirty;
    private volatile Runnable wake = () -> {};

    Feed(EventLog log, SessionPolicy policy, Clock clock) {
        this.log = log;
        this.clock = clock;
        situation = new Situation(policy, clock.getZone());
        drainedTo = log.appended();
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
        change(
                () -> {
                    tally.missed(last - first + 1);
                    append(new Entry.Missed(first, last, clock.instant()));
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

    EventLog log() {
        return log;
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
        append(new Entry.Happened(event));
        undrainedSince = undrainedSince.or(() -> Optional.of(event.at()));
        if (event instanceof SessionEvent.OfLease ofLease) {
            leases.apply(ofLease);
        }
        sessions.apply(event);
        failures.apply(event);
        situation.apply(event);
        tally.apply(event);
    }

    private void append(Entry entry) {
        unlogged.add(entry);
        if (unlogged.size() == CHUNK) {
            flush();
        }
    }

    private void flush() {
        log.append(unlogged);
        unlogged.clear();
    }

    private Batch batch(int budget) {
        flush();
        long from = drainedTo;
        drainedTo = log.appended();
        Duration lag = lag();
        LeaseBoard.Changes changes = leases.drain(budget);
        dirty = changes.more() > 0;
        Card card = situation.card(leases, sessions, clock.instant());
        return new Batch(
                changes.live(),
                changes.ended(),
                sessions.drain(),
                sessions.gone(),
                failures.drain(),
                from,
                drainedTo,
                card,
                tally.counters(leases, card.strays()),
                changes.more(),
                lag);
    }

    private Duration lag() {
        Optional<Instant> since =
                Stream.concat(leases.oldest().stream(), undrainedSince.stream())
                        .min(Comparator.naturalOrder());
        undrainedSince = Optional.empty();
        return since.map(at -> Duration.between(at, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
