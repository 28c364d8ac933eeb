package leasehold.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import leasehold.history.PastState;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;
import leasehold.session.StrayInfo;
import org.jspecify.annotations.Nullable;

/**
 * In which state the controller is, and what of it is worth saying. Confined to the feed's lock.
 */
final class Situation {

    private final SessionPolicy policy;
    private final DayCount opened;
    private final DayCount failed;
    private final Set<Long> strays = new HashSet<>();
    private SessionState state = SessionState.CLOSED;
    private Instant since = Instant.EPOCH;
    private Optional<Instant> until = Optional.empty();

    /** The current session, or the last that was. */
    private long epoch;

    private Instant openedAt = Instant.EPOCH;
    private String askedBy = "";
    private String lastToLeave = "";
    private int attempt;
    private int attempts;
    private Optional<CloseReason> why = Optional.empty();
    private Optional<Act> by = Optional.empty();
    private @Nullable Drain drain;
    private CardState.@Nullable Trouble trouble;

    private record Drain(Instant until, Optional<Act> by) {}

    Situation(SessionPolicy policy, ZoneId zone) {
        this.policy = policy;
        opened = new DayCount(zone);
        failed = new DayCount(zone);
        attempts = policy.retry().attempts();
    }

    void apply(SessionEvent event) {
        switch (event) {
            case SessionEvent.OfLease _ -> {}
            case SessionEvent.Opening e -> opening(e);
            case SessionEvent.AttemptFailed e -> attempt = e.attempt() + 1;
            case SessionEvent.OpenFailed e -> openFailed(e);
            case SessionEvent.Opened e -> opened(e);
            case SessionEvent.Lingering e -> lingering(e);
            case SessionEvent.Resumed e -> enter(e, SessionState.OPEN);
            case SessionEvent.Retiring e -> enter(e, SessionState.CLOSED);
            case SessionEvent.Closing e -> closing(e);
            case SessionEvent.Closed e -> enter(e, SessionState.CLOSED);
            case SessionEvent.Lost e -> lost(e);
            case SessionEvent.StrayListed e -> strayListed(e);
            case SessionEvent.StrayResolved e -> strays.remove(e.epoch());
            case SessionEvent.StrayForgotten e -> strays.remove(e.epoch());
            case SessionEvent.Draining e -> drain = new Drain(e.until(), Optional.of(e.by()));
            case SessionEvent.ShuttingDown e -> drain = new Drain(e.until(), Optional.empty());
            case SessionEvent.Drained _ -> drain = null;
            case SessionEvent.HoldLifted _ -> liftHold();
            case SessionEvent.ShutDown e -> shutDown(e);
            case SessionEvent.CloseFailed _,
                    SessionEvent.BeatFailed _,
                    SessionEvent.StrayRetried _ -> {}
        }
    }

    void reset(SessionSnapshot snapshot) {
        state = snapshot.state();
        since = snapshot.since();
        strays.clear();
        snapshot.strays().stream().map(StrayInfo::epoch).forEach(strays::add);
        drain = snapshot.drain().map(now -> new Drain(now.until(), now.by())).orElse(null);
        trouble = snapshot.hold().map(hold -> heldBack(hold, snapshot.since())).orElse(null);
        snapshot.current().ifPresent(this::reset);
    }

    /**
     * Takes what a record says of a moment. One of before version 4 does not say since when it was
     * so, nor of which session.
     */
    void reset(PastState then, long newest) {
        long now = then.current().map(PastState.Session::epoch).orElse(newest);
        boolean same = state == then.state() && epoch == now;
        since = then.since().orElse(same ? since : then.at());
        if (!same) {
            until = Optional.empty();
            why = Optional.empty();
            by = Optional.empty();
        }
        state = then.state();
        epoch = now;
        openedAt = openedAt.equals(Instant.EPOCH) ? then.at() : openedAt;
        then.current().ifPresent(this::reset);
        then.since().ifPresent(_ -> strays.clear());
        strays.addAll(then.strays());
        drain = then.drain().map(one -> new Drain(one.until(), one.by())).orElse(null);
        trouble = then.current().flatMap(PastState.Session::openedAt).isPresent() ? null : trouble;
    }

    void remember(PastOpenings past) {
        opened.remember(past.from(), past.opened());
        failed.remember(past.from(), past.failed());
    }

    Card card(LeaseBoard leases, SessionBook sessions, Instant now) {
        return new Card(
                state(leases, sessions),
                leases.waiting(),
                leases.overdue(),
                opened.at(now),
                failed.at(now),
                strays.size());
    }

    private CardState state(LeaseBoard leases, SessionBook sessions) {
        return switch (state) {
            case CLOSED -> trouble != null ? trouble : new CardState.Closed(since, sessions.last());
            case OPENING -> openingOrReopening(leases.waiting());
            case OPEN -> openOrDraining(leases);
            case LINGERING ->
                    new CardState.Lingering(epoch, since, until.orElse(since), lastToLeave);
            case CLOSING -> new CardState.Closing(epoch, since, leases.waiting(), why, by, until);
            case SHUT_DOWN -> new CardState.ShutDown(since);
        };
    }

    private CardState openingOrReopening(int waiting) {
        CardState.Opening opening =
                new CardState.Opening(
                        epoch,
                        since,
                        waiting,
                        askedBy,
                        attempt,
                        attempts,
                        until,
                        Optional.ofNullable(trouble));
        return trouble instanceof CardState.Lost lost && askedBy.isEmpty()
                ? lost.reopening(opening)
                : opening;
    }

    private CardState openOrDraining(LeaseBoard leases) {
        if (drain != null) {
            return new CardState.Draining(epoch, leases.held(), drain.until(), drain.by());
        }
        return new CardState.Open(
                epoch, openedAt, leases.held(), leases.clients(), leases.longest());
    }

    private void opening(SessionEvent.Opening e) {
        epoch = e.epoch();
        enter(e, SessionState.OPENING);
        until = Optional.of(e.givesUpAt());
        askedBy = e.client();
        attempt = 1;
        attempts = e.attempts();
    }

    private void opened(SessionEvent.Opened e) {
        enter(e, SessionState.OPEN);
        openedAt = e.at();
        trouble = null;
        opened.add(e.at());
    }

    private void openFailed(SessionEvent.OpenFailed e) {
        enter(e, SessionState.CLOSED);
        trouble =
                new CardState.OpenFailed(
                        e.epoch(), e.at(), e.failure(), e.attempts(), e.heldUntil());
        failed.add(e.at());
    }

    private void lingering(SessionEvent.Lingering e) {
        enter(e, SessionState.LINGERING);
        until = Optional.of(e.until());
        lastToLeave = e.client();
    }

    private void closing(SessionEvent.Closing e) {
        enter(e, SessionState.CLOSING);
        until = Optional.of(e.at().plus(patience(e.reason())));
        why = Optional.of(e.reason());
        by = e.by();
    }

    private void lost(SessionEvent.Lost e) {
        if (e.epoch() == epoch) {
            trouble =
                    new CardState.Lost(e.epoch(), e.at(), e.failure(), e.held(), Optional.empty());
        }
    }

    private void strayListed(SessionEvent.StrayListed e) {
        strays.add(e.epoch());
        enter(e, SessionState.CLOSED);
    }

    private void liftHold() {
        if (trouble instanceof CardState.OpenFailed open) {
            trouble = open.lifted();
        }
    }

    private void shutDown(SessionEvent.ShutDown e) {
        state = SessionState.SHUT_DOWN;
        since = e.at();
    }

    /** Events of a session that is no longer the current one change nothing here. */
    private void enter(SessionEvent event, SessionState next) {
        if (event.epoch() == epoch && state != SessionState.SHUT_DOWN) {
            state = next;
            since = event.at();
        }
    }

    private Duration patience(CloseReason reason) {
        return switch (reason) {
            case ABORTED, OPEN_TIMEOUT -> policy.abortTimeout();
            case LAST_RELEASE,
                    LINGER_ENDED,
                    OPERATOR,
                    EXPIRED,
                    ABANDONED,
                    MAX_AGE,
                    LOST,
                    SHUTDOWN ->
                    policy.closeTimeout();
        };
    }

    private void reset(SessionInfo info) {
        epoch = info.epoch();
        until = info.until();
        askedBy = info.askedBy();
        attempt = Math.max(1, info.attempt());
        openedAt = info.openedAt().orElse(info.since());
        why = Optional.empty();
        by = Optional.empty();
    }

    private void reset(PastState.Session session) {
        openedAt = session.openedAt().orElse(session.since());
        askedBy = session.askedBy();
        attempt = Math.max(1, attempt);
    }

    private static CardState.OpenFailed heldBack(SessionSnapshot.Hold hold, Instant since) {
        return new CardState.OpenFailed(0, since, hold.failure(), 0, Optional.of(hold.until()));
    }
}
