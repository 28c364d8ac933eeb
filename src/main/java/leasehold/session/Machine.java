package leasehold.session;

import java.util.List;
import java.util.Optional;
import leasehold.session.Transitions.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The state of one controller and the session that is current. It moves by {@link Transitions}
 * alone; what is done on entering a state is done in {@link #become}, whichever way led there.
 * Everything is guarded, unless it says otherwise.
 *
 * <p>The parts are named after the chapters of the contract: {@link Asking}, {@link Holding},
 * {@link Ending} and {@link Seeing}.
 */
final class Machine {

    final Shell shell;
    final Journal journal;
    final Calls calls;
    final LeaseBook book;
    final Strays strays;
    final Asking asking;
    final Holding holding;
    final Ending ending;
    final Seeing seeing;
    private final Runnable onEnd;
    private SessionState state = SessionState.CLOSED;
    private long since;
    private long epochs;
    private long lateLosses;
    private @Nullable Opening opening;
    private @Nullable LiveSession current;
    private @Nullable LiveSession retiring;

    /**
     * @param onEnd done when the controller has ended, before that is told
     */
    Machine(Shell shell, Journal journal, Calls calls, Runnable onEnd) {
        this.shell = shell;
        this.journal = journal;
        this.calls = calls;
        this.onEnd = onEnd;
        this.book = new LeaseBook(journal);
        this.strays = new Strays(this);
        this.asking = new Asking(this);
        this.holding = new Holding(this);
        this.ending = new Ending(this);
        this.seeing = new Seeing(this);
        this.since = shell.clock.read();
    }

    SessionState state() {
        return state;
    }

    long since() {
        return since;
    }

    @Nullable Opening opening() {
        return opening;
    }

    @Nullable LiveSession retiring() {
        return retiring;
    }

    /** Returns the current session, if one is open or being closed. */
    Optional<LiveSession> session() {
        return Optional.ofNullable(current);
    }

    /**
     * Returns the current session in a state in which there is one.
     *
     * @throws IllegalStateException in any other, which is a fault of the controller
     */
    LiveSession current() {
        LiveSession session = current;
        if (session == null) {
            throw new IllegalStateException("no session is current while " + state);
        }
        return session;
    }

    boolean isCurrent(LiveSession session) {
        return session == current;
    }

    /**
     * Returns the number of the current session or opening, else of the one that retires, else 0.
     */
    long epoch() {
        if (current != null) {
            return current.epoch;
        }
        if (opening != null) {
            return opening.epoch;
        }
        return retiring == null ? 0 : retiring.epoch;
    }

    long lateLosses() {
        return lateLosses;
    }

    /** Tells whether the next opening is still to come: none is under way that is not given up. */
    boolean awaitsOpening() {
        return state == SessionState.CLOSED || (state == SessionState.CLOSING && opening != null);
    }

    /** Tells whether nothing is open, opening or closing. */
    boolean atRest() {
        return (state == SessionState.CLOSED || state == SessionState.SHUT_DOWN)
                && retiring == null;
    }

    /** Moves by the table, and does what entering the next state asks. */
    void become(Trigger trigger, long nanos) {
        state = Transitions.next(state, trigger);
        since = nanos;
        switch (state) {
            case CLOSED -> settle(nanos);
            case OPENING -> startOpening(nanos);
            case OPEN -> {
                holding.reattach(nanos);
                asking.grantWaiting(nanos);
            }
            case LINGERING -> current().linger(nanos);
            case CLOSING -> startClosing(nanos);
            case SHUT_DOWN -> end(nanos);
        }
    }

    /**
     * Goes on from CLOSED: to what an ending waits for, or to the next opening. While a failure is
     * held, no reopening is tried (rule 8).
     */
    void settle(long nanos) {
        if (state != SessionState.CLOSED) {
            return;
        }
        if (retiring == null) {
            ending.atRest(nanos);
            if (ending.stopping()) {
                become(Trigger.STOPPED, nanos);
                return;
            }
        }
        Failure held = asking.hold.failure();
        if (held != null) {
            holding.loseDetached(held, nanos);
        }
        if (!ending.underWay() && (asking.waiting() > 0 || holding.detached() > 0)) {
            become(Trigger.NEEDED, nanos);
        }
    }

    /** An ending began: turns away who waits, and cuts short what nobody holds. */
    void turnAway(Failure failure, long nanos) {
        asking.refuseAll(failure, 0, nanos);
        holding.loseDetached(failure, nanos);
        if (state == SessionState.LINGERING) {
            close(current(), ending.cause(), nanos);
        } else if (state == SessionState.OPENING) {
            giveUpOpening(ending.cause(), nanos);
        }
    }

    /** Closes a session that nobody holds any more. */
    void close(LiveSession session, CloseCause cause, long nanos) {
        session.because(cause);
        if (session == current) {
            become(Trigger.CLOSE, nanos);
        } else {
            session.close(nanos);
        }
    }

    /** Has a session that lingers be held again. */
    void resume(long nanos) {
        current().resume(nanos);
        become(Trigger.RESUMED, nanos);
    }

    /** Gives up an opening that nobody wants any more. */
    void giveUpOpening(CloseCause cause, long nanos) {
        Opening unwanted = opening;
        if (unwanted != null) {
            unwanted.because(cause);
            become(Trigger.GIVEN_UP, nanos);
        }
    }

    /** Keeps the current session for its holders alone, and opens the next (rule 14). */
    void rotate(long nanos) {
        LiveSession old = current();
        old.retire(nanos);
        retiring = old;
        current = null;
        become(Trigger.ROTATED, nanos);
    }

    void opened(LiveSession session, long nanos) {
        opening = null;
        current = session;
        session.open(nanos);
        become(Trigger.OPENED, nanos);
    }

    void openingGone(Trigger trigger, long nanos) {
        opening = null;
        become(trigger, nanos);
    }

    /** An aborted opening yielded a session after all: it is closed on arrival. */
    void closeArrived(LiveSession session, CloseCause cause, long nanos) {
        opening = null;
        current = session;
        session.because(cause);
        session.closeQuietly(nanos);
    }

    /** A session is closed, or a stray. */
    void sessionGone(LiveSession session, long nanos) {
        if (session == current) {
            current = null;
            become(Trigger.GONE, nanos);
        } else {
            retiring = null;
            settle(nanos);
        }
    }

    /** Takes a backend's report of a loss. Called without the lock. */
    void lost(Attempt attempt, Failure failure) {
        shell.locked(
                nanos -> {
                    LiveSession session = attempt.yielded;
                    if (!attempt.returned && attempt.lost == null) {
                        attempt.lost = failure;
                    } else if (attempt.returned && session != null && isAlive(session)) {
                        lose(session, failure, nanos);
                    } else {
                        lateLosses++;
                    }
                });
    }

    /** The server dropped a session: one transition, told to each holder once (rule 12). */
    void lose(LiveSession session, Failure failure, long nanos) {
        session.lost(failure, nanos);
        holding.lose(session, failure, nanos);
        session.closed(CloseReason.LOST, nanos);
        if (session == current) {
            current = null;
            become(Trigger.LOST, nanos);
        } else {
            retiring = null;
            goOnWithout(nanos);
        }
    }

    /** The retiring session was lost: whose lease it was may have the current one. */
    private void goOnWithout(long nanos) {
        if (state == SessionState.LINGERING && holding.detached() > 0) {
            resume(nanos);
        } else if (state == SessionState.OPEN) {
            holding.reattach(nanos);
            asking.grantWaiting(nanos);
        }
        settle(nanos);
    }

    private boolean isAlive(LiveSession session) {
        return (session == current || session == retiring) && session.reachable();
    }

    private void startOpening(long nanos) {
        Opening next = new Opening(this, ++epochs, asking.first(), nanos);
        opening = next;
        next.begin(nanos);
    }

    private void startClosing(long nanos) {
        if (opening != null) {
            opening.abort(nanos);
        } else {
            current().close(nanos);
        }
    }

    private void end(long nanos) {
        journal.place(nanos, 0, SessionEvent.ShutDown::new);
        journal.end();
        asking.hold.stop();
        holding.stop();
        strays.end(nanos);
        calls.interruptAll();
        ending.stopped(onEnd, nanos);
    }

    /** Returns the calls that run and are not listed as strays. */
    List<StrayInfo> unlistedCalls() {
        List<StrayInfo> listed = strays.list();
        return calls.running().stream()
                .filter(call -> listed.stream().noneMatch(stray -> stray.isSameCall(call)))
                .toList();
    }
}
