package leasehold.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The held leases, in the order of their grants, and the ledger of all (rule 27). Everything is
 * guarded.
 *
 * <p>The leases are a list linked through themselves, so that a grant and an end are a few writes
 * and no search.
 */
final class LeaseBook {

    private static final int REMEMBERED = 256;

    private static final Journal.Body GRANTED =
            (stamp, lease) -> Journal.of(lease).grantedEvent(stamp);
    private static final Journal.Body ENDED = (stamp, lease) -> Journal.of(lease).endedEvent(stamp);

    private final Journal journal;
    private final long[] ends = new long[LeaseEnd.Kind.values().length];
    private final long[] latelyIds = new long[REMEMBERED];
    private final LeaseEnd[] latelyEnds = new LeaseEnd[REMEMBERED];
    private int latest;
    private long granted;
    private int held;
    private @Nullable LeaseCore first;
    private @Nullable LeaseCore last;

    /** The oldest lease that is not overdue. */
    private @Nullable LeaseCore fresh;

    LeaseBook(Journal journal) {
        this.journal = journal;
    }

    int held() {
        return held;
    }

    Ledger ledger() {
        return new Ledger(
                granted,
                count(LeaseEnd.Kind.RELEASED),
                count(LeaseEnd.Kind.UNCLAIMED),
                count(LeaseEnd.Kind.REVOKED),
                count(LeaseEnd.Kind.EXPIRED),
                count(LeaseEnd.Kind.ABANDONED),
                count(LeaseEnd.Kind.LOST),
                held);
    }

    /** Enters a lease of the given session, and says so. */
    void grant(LeaseCore core, LiveSession session, long nanos) {
        core.session(session);
        core.grantedNanos = nanos;
        core.expiresNanos = nanos + core.request.ttl().toNanos();
        append(core);
        held++;
        granted++;
        session.grant();
        if (core.id == 0) {
            core.id = journal.number() + 1;
        }
        journal.place(GRANTED, core, nanos, session.epoch);
    }

    /** Strikes a lease out, and says so. */
    void end(LeaseCore core, LeaseEnd how, long nanos) {
        core.end(how);
        core.clear();
        unlink(core);
        held--;
        ends[how.kind().ordinal()]++;
        remember(core.id, how);
        journal.place(ENDED, core, nanos, core.epoch());
        if (core.is(LeaseCore.OVERDUE)) {
            journal.place(
                    nanos,
                    core.epoch(),
                    s -> new SessionEvent.AllClear(s, core.id, core.request.client()));
        }
    }

    /** Returns the held leases that satisfy a condition. */
    List<LeaseCore> select(Predicate<LeaseCore> condition) {
        List<LeaseCore> selected = new ArrayList<>();
        each(
                core -> {
                    if (condition.test(core)) {
                        selected.add(core);
                    }
                });
        return selected;
    }

    void each(Consumer<LeaseCore> action) {
        for (LeaseCore core = first; core != null; core = core.after) {
            action.accept(core);
        }
    }

    /** Returns how a lease ended, if that was of late. */
    Optional<LeaseEnd> lately(long id) {
        for (int i = 0; i < REMEMBERED; i++) {
            if (latelyIds[i] == id) {
                return Optional.ofNullable(latelyEnds[i]);
            }
        }
        return Optional.empty();
    }

    /** Returns the oldest lease that is not overdue. */
    @Nullable LeaseCore fresh() {
        return fresh;
    }

    /** Marks the oldest lease that is not overdue, and says so. */
    void overdue(LeaseCore core, long nanos) {
        fresh = core.after;
        core.mark(LeaseCore.OVERDUE, true);
        journal.place(
                nanos,
                core.epoch(),
                s ->
                        new SessionEvent.Overdue(
                                s,
                                core.id,
                                core.request.client(),
                                core.holder(),
                                nanos - core.grantedNanos));
    }

    private void remember(long id, LeaseEnd how) {
        latelyIds[latest] = id;
        if (latelyEnds[latest] != how) {
            latelyEnds[latest] = how;
        }
        latest = (latest + 1) % REMEMBERED;
    }

    private long count(LeaseEnd.Kind kind) {
        return ends[kind.ordinal()];
    }

    private void append(LeaseCore core) {
        core.before = last;
        if (last == null) {
            first = core;
        } else {
            last.after = core;
        }
        last = core;
        if (fresh == null) {
            fresh = core;
        }
    }

    private void unlink(LeaseCore core) {
        if (fresh == core) {
            fresh = core.after;
        }
        if (core.before == null) {
            first = core.after;
        } else {
            core.before.after = core.after;
        }
        if (core.after == null) {
            last = core.before;
        } else {
            core.after.before = core.before;
        }
        core.before = null;
        core.after = null;
    }
}
