package leasehold.history;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo.Phase;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;
import org.jspecify.annotations.Nullable;

/** In which state a controller is, and which sessions it has, as {@link SessionEvent} says. */
final class SessionTrack {

    private final NavigableMap<Long, PastState.Session> sessions = new TreeMap<>();
    private final NavigableSet<Long> strays = new TreeSet<>();
    private SessionState state = SessionState.CLOSED;
    private Optional<Instant> since = Optional.empty();
    private Optional<SessionSnapshot.Drain> drain = Optional.empty();

    /** The current session; 0 if there is none. */
    private long current;

    /** The session whose opening failed last: its call may be waited for. */
    private PastState.@Nullable Session failed;

    void reset(PastState known) {
        sessions.clear();
        known.sessions().forEach(session -> sessions.put(session.epoch(), session));
        strays.clear();
        strays.addAll(known.strays());
        state = known.state();
        since = known.since();
        drain = known.drain();
        failed = null;
        boolean none = state == SessionState.CLOSED || state == SessionState.SHUT_DOWN;
        current = none || sessions.isEmpty() ? 0 : sessions.lastKey();
    }

    void apply(SessionEvent event) {
        switch (event) {
            case SessionEvent.OfLease _ -> {}
            case SessionEvent.Opening e -> opening(e);
            case SessionEvent.Opened e -> opened(e);
            case SessionEvent.OpenFailed e -> openFailed(e);
            case SessionEvent.Lingering e -> go(e, Phase.LINGERING, SessionState.LINGERING);
            case SessionEvent.Resumed e -> go(e, Phase.OPEN, SessionState.OPEN);
            case SessionEvent.Retiring e -> {
                go(e, Phase.RETIRING, SessionState.CLOSED);
                current = 0;
            }
            case SessionEvent.Closing e -> closing(e);
            case SessionEvent.Closed e -> over(e);
            case SessionEvent.StrayListed e -> {
                over(e);
                strays.add(e.epoch());
            }
            case SessionEvent.StrayResolved e -> strays.remove(e.epoch());
            case SessionEvent.StrayForgotten e -> strays.remove(e.epoch());
            case SessionEvent.Draining e -> drain(e.until(), e);
            case SessionEvent.ShuttingDown e -> drain(e.until(), e);
            case SessionEvent.Drained _ -> drain = drain.filter(SessionTrack::isOfShutdown);
            case SessionEvent.ShutDown e -> enter(SessionState.SHUT_DOWN, e.at());
            case SessionEvent.AttemptFailed _, SessionEvent.CloseFailed _ -> {}
            case SessionEvent.Lost _, SessionEvent.BeatFailed _ -> {}
            case SessionEvent.StrayRetried _, SessionEvent.HoldLifted _ -> {}
        }
    }

    SessionState state() {
        return state;
    }

    Optional<Instant> since() {
        return since;
    }

    List<PastState.Session> sessions() {
        return List.copyOf(sessions.values());
    }

    List<Long> strays() {
        return List.copyOf(strays);
    }

    Optional<SessionSnapshot.Drain> drain() {
        return drain;
    }

    private void opening(SessionEvent.Opening e) {
        current = e.epoch();
        failed = null;
        sessions.put(
                e.epoch(),
                new PastState.Session(
                        e.epoch(), Phase.OPENING, e.at(), e.client(), Optional.empty(), ""));
        enter(SessionState.OPENING, e.at());
    }

    private void opened(SessionEvent.Opened e) {
        change(
                e,
                known ->
                        new PastState.Session(
                                e.epoch(),
                                Phase.OPEN,
                                e.at(),
                                known.askedBy(),
                                Optional.of(e.at()),
                                e.serverId()));
        enter(SessionState.OPEN, e.at());
    }

    /** What is being aborted is over when its call is. */
    private void openFailed(SessionEvent.OpenFailed e) {
        if (e.epoch() == current && state == SessionState.OPENING) {
            failed = sessions.remove(e.epoch());
            enter(SessionState.CLOSED, e.at());
        }
    }

    private void closing(SessionEvent.Closing e) {
        if (failed != null && failed.epoch() == e.epoch()) {
            sessions.put(e.epoch(), failed);
            failed = null;
        }
        go(e, Phase.CLOSING, SessionState.CLOSING);
    }

    private void go(SessionEvent event, Phase phase, SessionState next) {
        change(event, known -> known.in(phase, event.at()));
        if (event.epoch() == current) {
            enter(next, event.at());
        }
    }

    private void over(SessionEvent event) {
        sessions.remove(event.epoch());
        if (event.epoch() == current) {
            current = 0;
            enter(SessionState.CLOSED, event.at());
        }
    }

    private void drain(Instant until, SessionEvent event) {
        drain =
                Optional.of(
                        new SessionSnapshot.Drain(
                                until,
                                event instanceof SessionEvent.Draining draining
                                        ? Optional.of(draining.by())
                                        : Optional.empty()));
    }

    private static boolean isOfShutdown(SessionSnapshot.Drain drain) {
        return drain.by().isEmpty();
    }

    private void change(SessionEvent event, UnaryOperator<PastState.Session> change) {
        sessions.computeIfPresent(event.epoch(), (_, known) -> change.apply(known));
    }

    private void enter(SessionState next, Instant at) {
        state = next;
        since = Optional.of(at);
    }
}
