package leasehold.session;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a holder does with a lease, and every way in which one ends (rules 10 to 22). Methods with a
 * parameter {@code nanos} are guarded; the others take the lock.
 */
final class Holding {

    private static final LeaseEnd RELEASED = LeaseEnd.of(LeaseEnd.Kind.RELEASED);
    private static final LeaseEnd UNCLAIMED = LeaseEnd.of(LeaseEnd.Kind.UNCLAIMED);
    private static final LeaseEnd EXPIRED = LeaseEnd.of(LeaseEnd.Kind.EXPIRED);
    private static final LeaseEnd ABANDONED = LeaseEnd.of(LeaseEnd.Kind.ABANDONED);

    private final Machine machine;
    private final Shell shell;
    private final Journal journal;
    private final LeaseBook book;
    private final Watch watch;
    private int detached;
    private long repeatedReleases;

    Holding(Machine machine) {
        this.machine = machine;
        this.shell = machine.shell;
        this.journal = machine.journal;
        this.book = machine.book;
        this.watch = new Watch(machine);
    }

    /** Makes the core of a handle. */
    LeaseCore core(Lease handle, LeaseRequest request, Trace trace, long nanos) {
        return new LeaseCore(handle, watch.dropped(), request, trace, shell.clock, nanos);
    }

    int detached() {
        return detached;
    }

    long repeatedReleases() {
        return repeatedReleases;
    }

    CompletionStage<ReleaseOutcome> release(LeaseCore core) {
        return !journal.isFollowed() && releaseUntimed(core) ? Outcomes.KEPT : releaseTimed(core);
    }

    /**
     * Releases a lease if nobody can ever learn when: no event is kept, the session stays, and
     * nobody takes the place. Then the clock, the dearest part of a release, need not be read.
     *
     * @return whether it was so, and is done
     */
    private boolean releaseUntimed(LeaseCore core) {
        shell.enter();
        try {
            LiveSession session = core.session();
            boolean untimed =
                    core.end() == null
                            && session != null
                            && session.held() > 1
                            && !core.is(LeaseCore.DETACHED)
                            && machine.asking.waiting() == 0
                            && !journal.isFollowed();
            if (untimed) {
                core.outcome = end(core, RELEASED, 0);
            }
            return untimed;
        } finally {
            shell.leave();
        }
    }

    private CompletionStage<ReleaseOutcome> releaseTimed(LeaseCore core) {
        long nanos = shell.clock.read();
        shell.enter();
        try {
            CompletionStage<ReleaseOutcome> before = core.outcome;
            if (before != null) {
                repeatedReleases++;
                return before;
            }
            LeaseEnd end = core.end();
            CompletionStage<ReleaseOutcome> outcome =
                    end == null ? end(core, RELEASED, nanos) : releaseLate(core, end, nanos);
            core.outcome = outcome;
            return outcome;
        } finally {
            shell.leave();
        }
    }

    boolean renew(LeaseCore core) {
        long nanos = shell.clock.read();
        shell.enter();
        try {
            boolean alive = core.end() == null;
            if (alive && core.expires()) {
                core.live(nanos);
                journal.place(nanos, core.epoch(), core::renewedEvent);
            }
            return alive;
        } finally {
            shell.leave();
        }
    }

    CompletionStage<LeaseEnd> ended(LeaseCore core) {
        shell.enter();
        try {
            LeaseEnd end = core.end();
            return end != null ? CompletableFuture.completedStage(end) : core.extras().toldEnded;
        } finally {
            shell.leave();
        }
    }

    CompletionStage<Instant> recalled(LeaseCore core) {
        shell.enter();
        try {
            if (core.end() != null) {
                return new CompletableFuture<>();
            }
            return machine.ending
                    .recalledBy()
                    .map(CompletableFuture::completedStage)
                    .orElseGet(() -> core.extras().toldRecalled);
        } finally {
            shell.leave();
        }
    }

    /** Takes leases away; each id that is held, or ended of late, gets its answer. */
    Map<Long, LeaseEnd> revoke(Collection<Long> ids, Act by) {
        List<Long> asked = List.copyOf(ids);
        Set<Long> wanted = Set.copyOf(asked);
        Map<Long, LeaseEnd> answers = new LinkedHashMap<>();
        shell.locked(
                nanos -> {
                    List<LeaseCore> revoked = book.select(core -> wanted.contains(core.id));
                    asked.forEach(id -> book.lately(id).ifPresent(end -> answers.put(id, end)));
                    revoke(revoked, by, nanos);
                    revoked.forEach(core -> answers.put(core.id, LeaseEnd.revoked(by)));
                });
        return answers;
    }

    Map<Long, LeaseEnd> revokeAll(Act by) {
        Map<Long, LeaseEnd> answers = new LinkedHashMap<>();
        shell.locked(
                nanos ->
                        revokeHeld(by, nanos)
                                .forEach(core -> answers.put(core.id, LeaseEnd.revoked(by))));
        return answers;
    }

    /** Ends a lease that was granted at the instant its asker had given up. */
    void unclaimed(LeaseCore core) {
        shell.locked(nanos -> endIfHeld(core, UNCLAIMED, nanos));
    }

    void granted(LeaseCore core, long nanos) {
        if (core.expires()) {
            core.extras().expiry = shell.after(core.request.ttl(), now -> expire(core, now));
        }
        watch.granted();
    }

    /** Takes every lease away, and returns what was taken. */
    List<LeaseCore> revokeHeld(Act by, long nanos) {
        List<LeaseCore> all = book.select(_ -> true);
        revoke(all, by, nanos);
        return all;
    }

    /** The handle of a lease was collected. */
    void dropped(LeaseCore core, long nanos) {
        if (core.end() != null || core.session() == null) {
            return;
        }
        boolean reclaimed = shell.policy.abandoned() == SessionPolicy.Abandoned.RECLAIM;
        long heldNanos = nanos - core.grantedNanos;
        journal.place(
                nanos,
                core.epoch(),
                s ->
                        new SessionEvent.Abandoned(
                                s,
                                core.id,
                                core.request.client(),
                                core.holder(),
                                heldNanos,
                                reclaimed));
        if (reclaimed) {
            end(core, ABANDONED, nanos);
        }
    }

    /** Ends or detaches every lease of a session that was lost. */
    void lose(LiveSession session, Failure failure, long nanos) {
        boolean reopens =
                shell.policy.reopen()
                        && !machine.ending.underWay()
                        && machine.asking.hold.failure() == null;
        for (LeaseCore core : book.select(core -> core.session() == session)) {
            session.ended();
            if (reopens && core.request.reattaches()) {
                detach(core, nanos);
            } else {
                strike(core, LeaseEnd.lost(failure), nanos);
            }
        }
    }

    /** Ends every lease that waits for a reopening which is not to be. */
    void loseDetached(Failure failure, long nanos) {
        for (LeaseCore core : book.select(core -> core.is(LeaseCore.DETACHED))) {
            detached--;
            strike(core, LeaseEnd.lost(failure), nanos);
        }
    }

    /** Has every lease that waited for a reopening stand for the current session. */
    void reattach(long nanos) {
        if (detached == 0) {
            return;
        }
        LiveSession session = machine.current();
        if (session.askedBy.isEmpty()) {
            session.takeFirst(); // it was opened for its former holders
        }
        for (LeaseCore core : book.select(core -> core.is(LeaseCore.DETACHED))) {
            detached--;
            long former = core.epoch();
            core.session(session); // first: who finds the mark gone must find the new session
            core.mark(LeaseCore.DETACHED, false);
            session.grant();
            journal.place(
                    nanos,
                    session.epoch,
                    s -> new SessionEvent.Reattached(s, core.id, core.request.client(), former));
            Lease handle = core.get();
            if (handle != null) {
                shell.errands.start("reattached", () -> core.request.onReattached().accept(handle));
            }
        }
    }

    /** Tells every holder who wants to know that the lease is asked back. */
    void recall(Instant by) {
        book.each(
                core -> {
                    LeaseCore.Extras extras = core.extras;
                    if (extras != null) {
                        shell.errands.start("recalled", () -> extras.recalled.complete(by));
                    }
                });
    }

    void stop() {
        watch.stop();
    }

    private void revoke(List<LeaseCore> leases, Act by, long nanos) {
        LeaseEnd revoked = LeaseEnd.revoked(by);
        leases.forEach(core -> endIfHeld(core, revoked, nanos));
    }

    private void endIfHeld(LeaseCore core, LeaseEnd how, long nanos) {
        if (core.end() == null) {
            end(core, how, nanos);
        }
    }

    private void expire(LeaseCore core, long nanos) {
        if (core.end() != null) {
            return;
        }
        if (nanos - core.expiresNanos >= 0) {
            end(core, EXPIRED, nanos);
        } else {
            core.extras().expiry = shell.at(core.expiresNanos, nanos, now -> expire(core, now));
        }
    }

    /** Ends a held lease, and returns what becomes of its session. */
    private CompletionStage<ReleaseOutcome> end(LeaseCore core, LeaseEnd how, long nanos) {
        LiveSession session = Journal.of(core.session());
        if (core.is(LeaseCore.DETACHED)) {
            detached--;
            strike(core, how, nanos);
            return leftDetached(core, nanos);
        }
        session.ended();
        strike(core, how, nanos);
        machine.asking.grantWaiting(nanos);
        return session.held() > 0 ? Outcomes.KEPT : left(session, core, how, nanos);
    }

    /** The last lease of a session has ended, and nobody took its place. */
    private CompletionStage<ReleaseOutcome> left(
            LiveSession session, LeaseCore core, LeaseEnd how, long nanos) {
        boolean lingers =
                !shell.policy.linger().isZero()
                        && how.kind() != LeaseEnd.Kind.REVOKED
                        && machine.isCurrent(session)
                        && !session.aged()
                        && !machine.ending.underWay();
        if (lingers) {
            session.lastLeft(core);
            machine.become(Transitions.Trigger.LAST_LEFT, nanos);
            return Outcomes.LINGERING;
        }
        machine.close(session, cause(session, core, how), nanos);
        return session.outcome();
    }

    private CompletionStage<ReleaseOutcome> leftDetached(LeaseCore core, long nanos) {
        Opening opening = machine.opening();
        if (detached > 0 || machine.asking.waiting() > 0) {
            return Outcomes.KEPT;
        }
        if (opening == null || opening.givenUp()) {
            return Outcomes.DISCONNECTED;
        }
        machine.giveUpOpening(CloseCause.of(CloseReason.ABORTED, core), nanos);
        return opening.outcome();
    }

    private CloseCause cause(LiveSession session, LeaseCore core, LeaseEnd how) {
        boolean revoked =
                how.kind() == LeaseEnd.Kind.REVOKED
                        && !how.by().equals(Optional.of(Ending.DEADLINE));
        if (!revoked && machine.ending.underWay()) {
            return machine.ending.cause();
        }
        if (!revoked && session.aged()) {
            return CloseCause.of(CloseReason.MAX_AGE, core);
        }
        return switch (how.kind()) {
            case RELEASED, UNCLAIMED, LOST -> CloseCause.of(CloseReason.LAST_RELEASE, core);
            case EXPIRED -> CloseCause.of(CloseReason.EXPIRED, core);
            case ABANDONED -> CloseCause.of(CloseReason.ABANDONED, core);
            case REVOKED -> new CloseCause(CloseReason.OPERATOR, core.request.client(), how.by());
        };
    }

    private CompletionStage<ReleaseOutcome> releaseLate(LeaseCore core, LeaseEnd end, long nanos) {
        journal.place(
                nanos,
                core.epoch(),
                s -> new SessionEvent.LateRelease(s, core.id, core.request.client(), end));
        return Outcomes.ALREADY_ENDED;
    }

    private void detach(LeaseCore core, long nanos) {
        detached++;
        core.mark(LeaseCore.DETACHED, true);
        journal.place(
                nanos,
                core.epoch(),
                s -> new SessionEvent.Detached(s, core.id, core.request.client()));
    }

    /** Strikes a lease out of the book, and tells its holder. */
    private void strike(LeaseCore core, LeaseEnd how, long nanos) {
        book.end(core, how, nanos);
        LeaseCore.Extras extras = core.extras;
        core.extras = null;
        if (extras != null) {
            extras.expiry.close();
            shell.errands.start("ended", () -> extras.ended.complete(how));
        }
    }
}
