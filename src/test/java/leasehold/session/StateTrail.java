package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The states that follow from a controller's events, as {@link SessionEvent} says they do. Every
 * step between two of them must be a row of {@link Transitions}.
 */
final class StateTrail {

    private static final Map<SessionState, Set<SessionState>> ROWS =
            new EnumMap<>(SessionState.class);

    static {
        for (SessionState from : SessionState.values()) {
            ROWS.put(from, EnumSet.noneOf(SessionState.class));
            for (Transitions.Trigger trigger : Transitions.Trigger.values()) {
                try {
                    ROWS.get(from).add(Transitions.next(from, trigger));
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessageContaining("no transition");
                }
            }
        }
    }

    private final List<String> wrong = new ArrayList<>();
    private final NavigableMap<Long, SessionState> states = new TreeMap<>();
    private SessionState state = SessionState.CLOSED;
    private long current;

    /** The number of the event by which the opening failed; 0 if none has. */
    private long failed;

    private StateTrail() {
        states.put(0L, state);
    }

    /** Follows the events of a controller from the first. */
    static StateTrail of(List<SessionEvent> events) {
        StateTrail trail = new StateTrail();
        events.forEach(trail::follow);
        trail.settleFailed();
        assertThat(trail.wrong).as("steps that are no row of the table").isEmpty();
        return trail;
    }

    /** Returns the state after the event of that number. */
    SessionState after(long number) {
        return states.floorEntry(number).getValue();
    }

    /** Returns the states that can follow one. */
    static Set<SessionState> following(SessionState from) {
        return Set.copyOf(ROWS.get(from));
    }

    private void follow(SessionEvent event) {
        boolean ofCurrent = event.epoch() == current;
        switch (event) {
            case SessionEvent.Opening opening -> {
                current = opening.epoch();
                go(SessionState.OPENING, event);
            }
            case SessionEvent.Opened _, SessionEvent.Resumed _ -> go(SessionState.OPEN, event);
            case SessionEvent.Lingering _ -> go(SessionState.LINGERING, event);
            case SessionEvent.Closing _ when ofCurrent -> {
                failed = 0;
                go(SessionState.CLOSING, event);
            }
            case SessionEvent.Closed _, SessionEvent.StrayListed _ when ofCurrent -> {
                current = 0;
                go(SessionState.CLOSED, event);
            }
            case SessionEvent.OpenFailed _ when ofCurrent && state == SessionState.OPENING ->
                    failed = event.number();
            case SessionEvent.Retiring _ -> current = 0;
            case SessionEvent.ShutDown _ -> go(SessionState.SHUT_DOWN, event);
            default -> {}
        }
    }

    /** A failed opening is closed at once, unless its call still runs and Closing follows. */
    private void settleFailed() {
        if (failed > 0) {
            step(SessionState.CLOSED, failed);
            failed = 0;
        }
    }

    private void go(SessionState next, SessionEvent event) {
        settleFailed();
        step(next, event.number());
    }

    private void step(SessionState next, long number) {
        if (!ROWS.get(state).contains(next)) {
            wrong.add(state + " → " + next + " at event " + number);
        }
        state = next;
        states.put(number, next);
    }
}
