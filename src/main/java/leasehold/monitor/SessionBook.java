package leasehold.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import leasehold.history.PastState;
import leasehold.monitor.SessionRecord.State;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * The newest sessions, and which of them the view does not know as they are. Confined to the feed's
 * lock.
 */
final class SessionBook {

    /** How many sessions are kept. */
    static final int NEWEST = 10_000;

    private final TreeMap<Long, SessionAccount> accounts = new TreeMap<>();
    private final Set<SessionAccount> changed = new LinkedHashSet<>();
    private final Set<Long> inView = new HashSet<>();
    private final List<Long> gone = new ArrayList<>();
    private @Nullable SessionAccount lastOver;

    void apply(SessionEvent event) {
        switch (event) {
            case SessionEvent.OfLease e -> ofLease(e);
            case SessionEvent.Opening e -> open(new SessionAccount(e.epoch(), e.at(), e.client()));
            case SessionEvent.AttemptFailed e -> change(e, of -> of.attemptFailed(e));
            case SessionEvent.OpenFailed e -> change(e, of -> of.openFailed(e));
            case SessionEvent.Opened e -> change(e, of -> of.opened(e));
            case SessionEvent.Lingering e -> change(e, of -> of.lingering(e.client()));
            case SessionEvent.Resumed e -> change(e, of -> of.state(State.OPEN));
            case SessionEvent.Retiring e -> change(e, of -> of.state(State.RETIRING));
            case SessionEvent.Closing e -> change(e, of -> of.closing(e));
            case SessionEvent.Closed e -> change(e, of -> of.closed(e));
            case SessionEvent.CloseFailed e -> change(e, of -> of.closeFailed(e));
            case SessionEvent.Lost e -> change(e, of -> of.lost(e));
            case SessionEvent.BeatFailed e -> change(e, of -> of.failed(e.failure()));
            case SessionEvent.StrayListed e -> change(e, of -> of.unclosed(e.at()));
            case SessionEvent.StrayResolved e -> change(e, SessionAccount::resolved);
            case SessionEvent.StrayForgotten e -> change(e, of -> of.state(State.FORGOTTEN));
            case SessionEvent.Draining e -> change(e, of -> of.stateIf(State.OPEN, State.DRAINING));
            case SessionEvent.ShuttingDown e ->
                    change(e, of -> of.stateIf(State.OPEN, State.DRAINING));
            case SessionEvent.Drained e -> change(e, of -> of.stateIf(State.DRAINING, State.OPEN));
            case SessionEvent.StrayRetried _,
                    SessionEvent.HoldLifted _,
                    SessionEvent.ShutDown _ -> {}
        }
    }

    /**
     * Makes the living sessions what a snapshot says; what is not in it has ended, and nobody saw
     * how.
     */
    void reset(SessionSnapshot snapshot) {
        Set<Long> known = new HashSet<>();
        snapshot.sessions().forEach(info -> known.add(info.epoch()));
        snapshot.strays().forEach(stray -> known.add(stray.epoch()));
        endUnseen(known, snapshot.at());
        snapshot.strays()
                .forEach(
                        stray -> note(known(stray.epoch(), stray.since())).unclosed(stray.since()));
        boolean draining = snapshot.drain().isPresent();
        snapshot.sessions()
                .forEach(info -> note(known(info.epoch(), since(info))).reset(info, draining));
        trim();
    }

    /**
     * Makes the living sessions what a record says of a moment. One of before version 4 tells of
     * none: there those that have leases live, and the newest does unless the controller had none.
     * Of the others nobody saw how they ended.
     */
    void reset(PastState then) {
        boolean draining = then.drain().isPresent();
        Set<Long> living = new HashSet<>();
        for (PastState.Session session : then.sessions()) {
            Instant since = session.openedAt().orElse(session.since());
            note(known(session.epoch(), since)).reset(session, draining);
            living.add(session.epoch());
        }
        held(then).forEach((epoch, leases) -> note(known(epoch, then.at())).holds(leases));
        living.addAll(held(then).keySet());
        then.strays().forEach(epoch -> note(known(epoch, then.at())).unclosed(then.at()));
        living.addAll(then.strays());
        if (hasSession(then.state()) && then.current().isEmpty()) {
            living.add(newestEpoch());
        }
        endUnseen(living, then.at());
        trim();
    }

    private static Map<Long, Integer> held(PastState then) {
        Map<Long, Integer> held = new HashMap<>();
        then.held().forEach(lease -> held.merge(lease.epoch(), 1, Integer::sum));
        held.remove(0L);
        return held;
    }

    private void endUnseen(Set<Long> living, Instant at) {
        for (SessionAccount account : accounts.values()) {
            if (!account.over() && !living.contains(account.epoch())) {
                account.unseen(at);
                note(account);
            }
        }
    }

    /** Returns the number of the newest session; 0 if there is none. */
    long newestEpoch() {
        return accounts.isEmpty() ? 0 : accounts.lastKey();
    }

    private static boolean hasSession(SessionState state) {
        return state != SessionState.CLOSED && state != SessionState.SHUT_DOWN;
    }

    /** Ends a session that the end of its record cut off: nobody saw how it ended. */
    void cut(long epoch, Instant at) {
        SessionAccount account = accounts.get(epoch);
        if (account != null) {
            account.cut(at);
        }
    }

    /** Counts the leases of a session so far, which its own events do not tell before its end. */
    void goesOn(long epoch, long granted, int peak) {
        SessionAccount account = accounts.get(epoch);
        if (account != null) {
            account.goesOn(granted, peak);
        }
    }

    /** Returns what has changed, oldest first, and of very much only the oldest. */
    List<SessionRecord> drain(int budget) {
        List<SessionAccount> now =
                changed.stream()
                        .sorted(Comparator.comparingLong(SessionAccount::epoch))
                        .limit(budget)
                        .toList();
        now.forEach(account -> inView.add(account.epoch()));
        now.forEach(changed::remove);
        return now.stream().map(SessionAccount::record).toList();
    }

    /** Returns how many changes wait for the next drain. */
    int undrained() {
        return changed.size();
    }

    /**
     * Returns the numbers of those in the view that are no longer kept since this was asked last.
     */
    List<Long> gone() {
        List<Long> since = List.copyOf(gone);
        gone.clear();
        return since;
    }

    /** Returns the session that was the last to end. */
    Optional<SessionRecord> last() {
        return Optional.ofNullable(lastOver).map(SessionAccount::record);
    }

    Optional<SessionRecord> find(long epoch) {
        return Optional.ofNullable(accounts.get(epoch)).map(SessionAccount::record);
    }

    private void ofLease(SessionEvent.OfLease event) {
        switch (event) {
            case SessionEvent.Granted e -> change(e, SessionAccount::granted);
            case SessionEvent.Reattached e -> change(e, SessionAccount::joined);
            case SessionEvent.Detached e -> change(e, SessionAccount::left);
            case SessionEvent.Ended e -> change(e, SessionAccount::left);
            case SessionEvent.Requested _, SessionEvent.Refused _, SessionEvent.GaveUp _ -> {}
            case SessionEvent.Renewed _, SessionEvent.Overdue _, SessionEvent.AllClear _ -> {}
            case SessionEvent.Abandoned _, SessionEvent.LateRelease _ -> {}
        }
    }

    private void open(SessionAccount account) {
        SessionAccount former = accounts.put(account.epoch(), account);
        if (former != null) {
            changed.remove(former);
        }
        changed.add(account);
        trim();
    }

    private void change(SessionEvent event, Consumer<SessionAccount> change) {
        SessionAccount account = accounts.get(event.epoch());
        if (account != null) {
            boolean wasOver = account.over();
            change.accept(account);
            changed.add(account);
            lastOver = account.over() && !wasOver ? account : lastOver;
        }
    }

    private SessionAccount known(long epoch, Instant since) {
        return accounts.computeIfAbsent(epoch, number -> new SessionAccount(number, since, ""));
    }

    private SessionAccount note(SessionAccount account) {
        changed.add(account);
        return account;
    }

    private void trim() {
        while (accounts.size() > NEWEST) {
            drop(oldestOver());
        }
    }

    /** The oldest that is over, of which one that the server may still hold is the last to go. */
    private SessionAccount oldestOver() {
        return accounts.values().stream()
                .filter(account -> account.over() && !account.unclosed())
                .findFirst()
                .or(() -> accounts.values().stream().filter(SessionAccount::over).findFirst())
                .orElseGet(() -> accounts.firstEntry().getValue());
    }

    private void drop(SessionAccount account) {
        accounts.remove(account.epoch());
        changed.remove(account);
        if (inView.remove(account.epoch())) {
            gone.add(account.epoch());
        }
    }

    private static Instant since(SessionInfo info) {
        return info.openedAt()
                .map(opened -> Moments.after(opened, Duration.ofNanos(info.tookNanos()).negated()))
                .orElse(info.since());
    }
}
