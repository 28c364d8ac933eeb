package leasehold.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a lease: is granted one, refused, or waits in line (rules 1 to 9). Methods with a
 * parameter {@code nanos} are guarded; the others take the lock.
 */
final class Asking {

    private static final Failure QUOTA =
            Failure.of(
                    FailureCategory.QUOTA,
                    "as many leases as the policy allows are held or asked for");
    private static final Journal.Body REQUESTED =
            (stamp, lease) -> Journal.of(lease).requestedEvent(stamp);

    final Hold hold;
    private final Machine machine;
    private final Shell shell;
    private final Journal journal;
    private final LeaseBook book;
    private final WaitingLine line = new WaitingLine();
    private final int maxLeases;

    Asking(Machine machine) {
        this.machine = machine;
        this.shell = machine.shell;
        this.journal = machine.journal;
        this.book = machine.book;
        this.hold = new Hold(machine);
        this.maxLeases = shell.policy.maxLeases();
    }

    /** What asking comes to. */
    enum Answer {
        GRANTED,
        MUST_WAIT,
        REFUSED
    }

    /** Grants or refuses at once, if it can; else, if there is a waiter, lets it join the line. */
    Answer ask(LeaseCore core, @Nullable Waiter waiter) {
        long nanos = core.askedNanos;
        shell.enter();
        try {
            Failure refusal = refusal();
            if (refusal != null) {
                refuse(core, refusal, refusal == hold.failure() ? hold.cites() : 0, nanos);
                return Answer.REFUSED;
            }
            if (grantable()) {
                if (machine.state() == SessionState.LINGERING) {
                    machine.resume(nanos);
                }
                grant(core, nanos);
                return Answer.GRANTED;
            }
            if (waiter != null) {
                join(waiter, nanos);
            }
            return Answer.MUST_WAIT;
        } finally {
            shell.leave();
        }
    }

    /** Gives up a place, if there still is one. */
    void giveUp(Waiter waiter) {
        if (waiter.inLine) {
            shell.locked(nanos -> giveUp(waiter, nanos));
        }
    }

    /** Gives up a place at once, and ends the future as cancelled on a thread of its own. */
    void cancel(Waiter waiter) {
        shell.locked(
                nanos -> {
                    giveUp(waiter, nanos);
                    shell.errands.start("cancelled", () -> waiter.cancel(false));
                });
    }

    /** Ends the failure hold, and the wait between two attempts. */
    void retryNow() {
        shell.locked(
                nanos -> {
                    hold.lift(nanos);
                    Opening opening = machine.opening();
                    if (opening != null) {
                        opening.hurry(nanos);
                    }
                });
    }

    int waiting() {
        return line.size();
    }

    @Nullable Waiter first() {
        return line.first();
    }

    List<LeaseInfo> line() {
        List<LeaseInfo> infos = new ArrayList<>();
        line.each(waiter -> infos.add(waiting(waiter.core)));
        return infos;
    }

    private LeaseInfo waiting(LeaseCore core) {
        return core.waiting(shell.clock.at(core.askedNanos));
    }

    /** Grants to who waits, in the order of asking, while there are places. */
    void grantWaiting(long nanos) {
        while (!line.isEmpty() && machine.state() == SessionState.OPEN && book.held() < maxLeases) {
            if (rotates()) {
                // With nobody left to hold it, the old session is closed by whoever left, and the
                // line waits for that.
                if (machine.current().held() > 0) {
                    machine.rotate(nanos);
                }
                return;
            }
            Waiter next = line.next();
            grant(next.core, nanos);
            shell.errands.start("granted", () -> deliver(next));
        }
    }

    void openFailed(Opening opening, Failure failure, long nanos) {
        Optional<java.time.Instant> until = hold.begin(failure, journal.number() + 1, nanos);
        int attempts = opening.attempts();
        long took = Math.max(0, nanos - opening.began);
        long number =
                journal.place(
                        nanos,
                        opening.epoch,
                        s -> new SessionEvent.OpenFailed(s, attempts, failure, took, until));
        refuseAll(failure, number, nanos);
    }

    void refuseAll(Failure failure, long cites, long nanos) {
        while (!line.isEmpty()) {
            Waiter refused = line.next();
            refuse(refused.core, failure, cites, nanos);
            shell.errands.start("refused", () -> refused.answer(Optional.empty()));
        }
    }

    private @Nullable Failure refusal() {
        Failure refusal = machine.ending.refusal();
        if (refusal != null) {
            return refusal;
        }
        int over = book.held() + line.size() - maxLeases;
        if (over >= 0 && over >= shell.policy.maxWaiting()) {
            return QUOTA;
        }
        return machine.awaitsOpening() ? hold.failure() : null;
    }

    private boolean grantable() {
        SessionState state = machine.state();
        return (state == SessionState.OPEN || state == SessionState.LINGERING)
                && line.isEmpty()
                && book.held() < maxLeases
                && !rotates();
    }

    /**
     * Tells whether the next client is to get the next session, for the current one is too old
     * (rule 14).
     */
    private boolean rotates() {
        return machine.current().aged() && machine.retiring() == null;
    }

    private void join(Waiter waiter, long nanos) {
        line.join(waiter);
        waiter.core.id = journal.number() + 1;
        journal.place(REQUESTED, waiter.core, nanos, 0);
        if (machine.state() == SessionState.CLOSED) {
            machine.settle(nanos);
        } else {
            grantWaiting(nanos);
        }
    }

    private void grant(LeaseCore core, long nanos) {
        LiveSession session = machine.current();
        core.mark(LeaseCore.OPENER, session.takeFirst());
        core.anchor = shell.clock.anchor();
        book.grant(core, session, nanos);
        machine.holding.granted(core, nanos);
    }

    /** Called without the lock. */
    private void deliver(Waiter waiter) {
        if (!waiter.answer(Optional.of(waiter.lease))) {
            machine.holding.unclaimed(waiter.core);
        }
    }

    private void giveUp(Waiter waiter, long nanos) {
        if (waiter.inLine) {
            line.leave(waiter);
            LeaseCore core = waiter.core;
            core.clear();
            long waited = Math.max(0, nanos - core.askedNanos);
            journal.place(
                    nanos,
                    0,
                    s -> new SessionEvent.GaveUp(s, core.id, core.request.client(), waited));
            if (machine.state() == SessionState.OPENING
                    && line.isEmpty()
                    && machine.holding.detached() == 0) {
                machine.giveUpOpening(CloseCause.of(CloseReason.ABORTED, core), nanos);
            }
        }
    }

    private void refuse(LeaseCore core, Failure failure, long cites, long nanos) {
        core.refusal = failure;
        core.clear();
        if (core.id == 0) {
            core.id = journal.number() + 1;
        }
        journal.place(
                nanos,
                machine.epoch(),
                s ->
                        new SessionEvent.Refused(
                                s, core.id, core.request.client(), core.holder(), failure, cites));
    }
}
