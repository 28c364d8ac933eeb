package leasehold.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import leasehold.monitor.Batch;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.SessionRecord;
import org.jspecify.annotations.Nullable;

/**
 * What came while the view was paused, each lease, session and failure once, with what it is now. A
 * lease that came and went meanwhile is not in it, so that it is no larger than what lives or is
 * shown.
 */
final class Backlog {

    private final Map<Long, LeaseRecord> alive = new LinkedHashMap<>();
    private final Map<Long, LeaseRecord> ended = new LinkedHashMap<>();
    private final Map<Long, SessionRecord> sessions = new LinkedHashMap<>();
    private final List<Long> gone = new ArrayList<>();
    private final Map<Long, FailureGroup> failures = new LinkedHashMap<>();
    private final Own own;
    private final LongPredicate shown;
    private @Nullable Batch last;

    /** Tells what comes of the operator's own acts. */
    interface Own {
        boolean lease(LeaseRecord lease);

        boolean session(SessionRecord session);

        boolean failures(FailureGroup group);
    }

    /**
     * Creates an empty backlog.
     *
     * @param own what is let through
     * @param shown tells by its id whether a lease is shown
     */
    Backlog(Own own, LongPredicate shown) {
        this.own = own;
        this.shown = shown;
    }

    /** Keeps what is in a batch, and returns what of it is shown all the same. */
    Batch keep(Batch batch) {
        last = batch;
        List<LeaseRecord> aliveNow = new ArrayList<>();
        List<LeaseRecord> endedNow = new ArrayList<>();
        List<SessionRecord> sessionsNow = new ArrayList<>();
        List<FailureGroup> failuresNow = new ArrayList<>();
        batch.leases().forEach(lease -> keep(lease, aliveNow));
        batch.ended().forEach(lease -> keepEnd(lease, endedNow));
        batch.sessions().forEach(session -> keep(session, sessionsNow));
        batch.failures().forEach(group -> keep(group, failuresNow));
        sessions.keySet().removeAll(batch.goneSessions());
        gone.addAll(batch.goneSessions());
        return new Batch(
                aliveNow,
                endedNow,
                sessionsNow,
                List.of(),
                failuresNow,
                batch.card(),
                batch.counters(),
                batch.more(),
                batch.lag());
    }

    /** Returns all that was kept, as one batch, and forgets it; nothing if nothing came. */
    Optional<Batch> release() {
        if (last == null) {
            return Optional.empty();
        }
        Batch all =
                new Batch(
                        List.copyOf(alive.values()),
                        List.copyOf(ended.values()),
                        List.copyOf(sessions.values()),
                        List.copyOf(gone),
                        List.copyOf(failures.values()),
                        last.card(),
                        last.counters(),
                        last.more(),
                        last.lag());
        alive.clear();
        ended.clear();
        sessions.clear();
        gone.clear();
        failures.clear();
        last = null;
        return Optional.of(all);
    }

    private void keep(LeaseRecord lease, List<LeaseRecord> now) {
        if (own.lease(lease)) {
            now.add(lease);
        } else {
            alive.put(lease.id(), lease);
        }
    }

    private void keepEnd(LeaseRecord lease, List<LeaseRecord> now) {
        alive.remove(lease.id());
        if (own.lease(lease)) {
            now.add(lease);
        } else if (shown.test(lease.id())) {
            ended.put(lease.id(), lease);
        }
    }

    private void keep(SessionRecord session, List<SessionRecord> now) {
        sessions.remove(session.epoch());
        if (own.session(session)) {
            now.add(session);
        } else {
            sessions.put(session.epoch(), session);
        }
    }

    private void keep(FailureGroup group, List<FailureGroup> now) {
        failures.remove(group.id());
        if (own.failures(group)) {
            now.add(group);
        } else {
            failures.put(group.id(), group);
        }
    }
}
