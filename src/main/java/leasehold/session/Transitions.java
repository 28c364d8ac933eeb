package leasehold.session;

import static leasehold.session.SessionState.CLOSED;
import static leasehold.session.SessionState.CLOSING;
import static leasehold.session.SessionState.LINGERING;
import static leasehold.session.SessionState.OPEN;
import static leasehold.session.SessionState.OPENING;
import static leasehold.session.SessionState.SHUT_DOWN;

import java.util.EnumMap;
import java.util.Map;

/**
 * Every way from one state to the next. The controller moves by this table and by nothing else:
 * what is not in it is refused, and what is done on entering a state is done by {@link
 * Machine#become} for whichever row led there.
 */
final class Transitions {

    /** What moves a controller from one state to the next. */
    enum Trigger {
        /** Somebody waits, or a lease is detached, and no session is current. */
        NEEDED,
        /** The backend yielded a session. */
        OPENED,
        /** The opening failed, and no call of the backend runs. */
        OPEN_FAILED,
        /** The opening is given up: its call is to return first. */
        GIVEN_UP,
        /** The last lease ended, and the policy keeps the session for a while. */
        LAST_LEFT,
        /** A client came while the session lingered. */
        RESUMED,
        /** The session is to be closed. */
        CLOSE,
        /** A client came for a session past its maximum age; that one retires. */
        ROTATED,
        /** The server dropped the session. */
        LOST,
        /** The close, or the aborted call, ended or outlived its timeout. */
        GONE,
        /** The controller shuts down, and no session is left. */
        STOPPED
    }

    private static final Map<SessionState, Map<Trigger, SessionState>> TABLE =
            new EnumMap<>(SessionState.class);

    static {
        row(CLOSED, Trigger.NEEDED, OPENING);
        row(CLOSED, Trigger.STOPPED, SHUT_DOWN);
        row(OPENING, Trigger.OPENED, OPEN);
        row(OPENING, Trigger.OPEN_FAILED, CLOSED);
        row(OPENING, Trigger.GIVEN_UP, CLOSING);
        row(OPEN, Trigger.LAST_LEFT, LINGERING);
        row(OPEN, Trigger.CLOSE, CLOSING);
        row(OPEN, Trigger.ROTATED, OPENING);
        row(OPEN, Trigger.LOST, CLOSED);
        row(LINGERING, Trigger.RESUMED, OPEN);
        row(LINGERING, Trigger.CLOSE, CLOSING);
        row(LINGERING, Trigger.LOST, CLOSED);
        row(CLOSING, Trigger.LOST, CLOSED);
        row(CLOSING, Trigger.GONE, CLOSED);
    }

    private Transitions() {}

    /**
     * Returns the state that follows.
     *
     * @throws IllegalStateException if the table has no such row, which is a fault of the
     *     controller
     */
    static SessionState next(SessionState from, Trigger trigger) {
        SessionState to = TABLE.getOrDefault(from, Map.of()).get(trigger);
        if (to == null) {
            throw new IllegalStateException("no transition from " + from + " by " + trigger);
        }
        return to;
    }

    private static void row(SessionState from, Trigger trigger, SessionState to) {
        TABLE.computeIfAbsent(from, _ -> new EnumMap<>(Trigger.class)).put(trigger, to);
    }
}
