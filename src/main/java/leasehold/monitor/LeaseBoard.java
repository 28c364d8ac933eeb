package leasehold.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import leasehold.monitor.LeaseRecord.Finish;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.OfLease;
import org.jspecify.annotations.Nullable;

/**
 * The leases that live, and what of them the view does not know yet. Confined to the feed's lock.
 */
final class LeaseBoard {

    private final Map<Long, Row> live = new HashMap<>();
    private final Map<Long, Row> changed = new LinkedHashMap<>();

    /** In the order of the grants, so that the first is held longest. */
    private final LinkedHashMap<Long, Row> held = new LinkedHashMap<>();

    private final Map<String, Integer> clients = new HashMap<>();
    private int overdue;
    private long unshown;

    private static final class Row {
        private LeaseRecord record;
        private Instant changedAt;
        private boolean inView;

        Row(LeaseRecord record, Instant changedAt) {
            this.record = record;
            this.changedAt = changedAt;
        }
    }

    record Changes(List<LeaseRecord> live, List<LeaseRecord> ended, int more) {}

    void apply(OfLease event) {
        switch (event) {
            case SessionEvent.Requested e ->
                    store(LeaseRecord.of(e.info(), e.at(), e.nanos()), e.at());
            case SessionEvent.Granted e -> store(LeaseRecord.granted(e.info(), e.nanos()), e.at());
            case SessionEvent.Refused e ->
                    end(
                            e.lease(),
                            LeaseState.REFUSED,
                            new Finish(e.at(), 0, Optional.empty(), Optional.of(e.failure())));
            case SessionEvent.GaveUp e -> end(e.lease(), LeaseState.GAVE_UP, Finish.plain(e.at()));
            case SessionEvent.Ended e -> end(e.lease(), LeaseState.of(e.end().kind()), finish(e));
            case SessionEvent.Renewed e -> change(e, of -> of.renewed(e.expiresAt()));
            case SessionEvent.Overdue e -> change(e, of -> of.overdue(true));
            case SessionEvent.AllClear e -> change(e, of -> of.overdue(false));
            case SessionEvent.Abandoned e -> change(e, of -> of.with(LeaseState.ABANDONED));
            case SessionEvent.Detached e -> change(e, of -> of.with(LeaseState.DETACHED));
            case SessionEvent.Reattached e -> change(e, of -> of.reattached(e.epoch()));
            case SessionEvent.LateRelease _ -> {}
        }
    }

    /** Makes the board what a snapshot says; what is not in it has ended, and nobody saw how. */
    void reset(List<LeaseInfo> leases, Instant at, long nanos) {
        Set<Long> known = new HashSet<>();
        leases.forEach(info -> known.add(info.id()));
        List<Long> gone = live.keySet().stream().filter(id -> !known.contains(id)).toList();
        gone.forEach(id -> end(id, LeaseState.UNSEEN, Finish.plain(at)));
        for (LeaseInfo info : leases) {
            LeaseRecord now = LeaseRecord.of(info, at, nanos);
            Row row = live.get(info.id());
            if (row == null || !now.agreesWith(row.record)) {
                store(row == null ? now : now.renewedAs(row.record), at);
            }
        }
    }

    Changes drain(int budget) {
        List<LeaseRecord> alive = new ArrayList<>();
        List<LeaseRecord> ended = new ArrayList<>();
        Iterator<Row> rows = changed.values().iterator();
        for (int i = 0; i < budget && rows.hasNext(); i++) {
            Row row = rows.next();
            (row.record.ended() ? ended : alive).add(row.record);
            row.inView = true;
            rows.remove();
        }
        return new Changes(alive, ended, changed.size());
    }

    /** Tells whether a lease, or a request for one, is known and has not ended. */
    boolean lives(long id) {
        return live.containsKey(id);
    }

    /** Returns when the change came that waits longest. */
    Optional<Instant> oldest() {
        return changed.values().stream().findFirst().map(row -> row.changedAt);
    }

    int held() {
        return held.size();
    }

    int waiting() {
        return live.size() - held.size();
    }

    int clients() {
        return clients.size();
    }

    int overdue() {
        return overdue;
    }

    long unshown() {
        return unshown;
    }

    Optional<LeaseRecord> longest() {
        return Optional.ofNullable(held.firstEntry()).map(entry -> entry.getValue().record);
    }

    private static Finish finish(SessionEvent.Ended e) {
        return new Finish(e.at(), e.heldNanos(), e.end().by(), e.end().cause());
    }

    private void change(OfLease event, UnaryOperator<LeaseRecord> change) {
        Row row = live.get(event.lease());
        if (row != null) {
            store(change.apply(row.record), event.at());
        }
    }

    private void store(LeaseRecord now, Instant at) {
        Row row = live.get(now.id());
        if (row == null) {
            row = new Row(now, at);
            live.put(now.id(), row);
        } else {
            overdue -= row.record.overdue() ? 1 : 0;
            row.record = now;
        }
        overdue += now.overdue() ? 1 : 0;
        if (now.held() && held.putIfAbsent(now.id(), row) == null) {
            clients.merge(now.client(), 1, Integer::sum);
        }
        mark(row, at);
    }

    private void end(long id, LeaseState state, Finish finish) {
        Row row = live.remove(id);
        if (row == null) {
            return;
        }
        overdue -= row.record.overdue() ? 1 : 0;
        if (held.remove(id) != null) {
            clients.computeIfPresent(row.record.client(), (_, n) -> less(n));
        }
        if (row.inView) {
            row.record = row.record.finished(state, finish);
            mark(row, finish.at());
        } else {
            changed.remove(id);
            unshown++;
        }
    }

    /** What waits already keeps its place, and its time. */
    private void mark(Row row, Instant at) {
        if (changed.putIfAbsent(row.record.id(), row) == null) {
            row.changedAt = at;
        }
    }

    private static @Nullable Integer less(int n) {
        return n == 1 ? null : n - 1;
    }
}
