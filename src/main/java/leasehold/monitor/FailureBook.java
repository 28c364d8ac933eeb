package leasehold.monitor;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import leasehold.monitor.FailureGroup.Answer;
import leasehold.monitor.FailureGroup.Got;
import leasehold.monitor.FailureGroup.Retry;
import leasehold.monitor.FailureGroup.SessionOfRun;
import leasehold.session.Failure;
import leasehold.session.LeaseEnd;
import leasehold.session.SessionEvent;
import leasehold.session.StrayInfo;
import org.jspecify.annotations.Nullable;

/**
 * Failures by cause, and which groups the view does not know as they are. Confined to the feed's
 * lock.
 */
final class FailureBook {

    /** How many groups are told apart. */
    static final int GROUPS = 500;

    private static final int MOST_CITED = 1_000;
    private static final long NO_SESSION = 0;

    private final Map<Fingerprint, FailureAccount> groups = new HashMap<>();
    private final Map<Long, FailureAccount> byId = new HashMap<>();
    private final Set<FailureAccount> changed = new LinkedHashSet<>();

    /**
     * The groups of the newest events that later ones cite: of failed openings by number, of losses
     * by epoch.
     */
    private final Map<Long, FailureAccount> openings = new Recent();

    private final Map<Long, FailureAccount> losses = new Recent();
    private final Set<Long> strays = new HashSet<>();
    private long run = SessionOfRun.LIVE;
    private String opener = "";
    private @Nullable Failure lastAttempt;
    private @Nullable Retrying retrying;

    private record Retrying(long epoch, FailureAccount account) {}

    private static final class Recent extends LinkedHashMap<Long, FailureAccount> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, FailureAccount> eldest) {
            return size() > MOST_CITED;
        }
    }

    /** What follows is of another run: nothing of it cites what came before. */
    void begin(long next) {
        run = next;
        openings.clear();
        losses.clear();
        strays.clear();
        opener = "";
        lastAttempt = null;
        retrying = null;
    }

    /**
     * Takes over what was before: the same cause is the same group, and what is known is no news.
     */
    void remember(FailureBook past) {
        for (FailureAccount known : past.byId.values()) {
            boolean other = known.id() == FailureGroup.OTHER;
            FailureAccount account =
                    other
                            ? other(known)
                            : account(known.fingerprint(), known.latest(), known.lastSeen());
            account.remember(known);
            changed.add(account);
        }
    }

    private FailureAccount other(FailureAccount known) {
        return byId.computeIfAbsent(
                FailureGroup.OTHER,
                id ->
                        new FailureAccount(
                                id, known.fingerprint(), known.latest(), known.lastSeen()));
    }

    void apply(SessionEvent event) {
        switch (event) {
            case SessionEvent.Opening e -> begin(e);
            case SessionEvent.AttemptFailed e -> attemptFailed(e);
            case SessionEvent.OpenFailed e -> openFailed(e);
            case SessionEvent.Refused e -> refused(e);
            case SessionEvent.BeatFailed e -> count(Stage.KEEP_ALIVE, e.failure(), e);
            case SessionEvent.Lost e -> losses.put(e.epoch(), count(Stage.LOSS, e.failure(), e));
            case SessionEvent.CloseFailed e -> count(Stage.CLOSE, e.failure(), e);
            case SessionEvent.StrayListed e -> strayListed(e);
            case SessionEvent.Ended e -> ended(e);
            case SessionEvent.HoldLifted _ -> holdLifted();
            case SessionEvent.OfLease _ -> {}
            case SessionEvent.Opened _, SessionEvent.Closing _ -> tried(event.epoch());
            case SessionEvent.Lingering _, SessionEvent.Resumed _ -> {}
            case SessionEvent.Retiring _, SessionEvent.Closed _ -> {}
            case SessionEvent.StrayResolved e -> strays.remove(e.epoch());
            case SessionEvent.StrayForgotten e -> strays.remove(e.epoch());
            case SessionEvent.StrayRetried _, SessionEvent.Draining _ -> {}
            case SessionEvent.Drained _, SessionEvent.ShuttingDown _, SessionEvent.ShutDown _ -> {}
        }
    }

    /** Counts a failure that is none of the controller's. */
    void failed(Failure failure, Instant at) {
        count(Stage.WINDOW, failure, at, NO_SESSION);
    }

    void seen(long id) {
        change(id, FailureAccount::seen);
    }

    void mute(long id, boolean muted, Instant at) {
        change(id, account -> account.mute(muted, at));
    }

    /** Returns all groups as they are now. */
    List<FailureGroup> groups() {
        return byId.values().stream().map(FailureAccount::group).toList();
    }

    List<FailureGroup> drain() {
        List<FailureGroup> now = changed.stream().map(FailureAccount::group).toList();
        changed.clear();
        return now;
    }

    private void begin(SessionEvent.Opening e) {
        opener = e.client();
        lastAttempt = null;
    }

    private void attemptFailed(SessionEvent.AttemptFailed e) {
        tried(e.epoch());
        FailureAccount account = count(Stage.OPEN, e.failure(), e);
        account.met(opener);
        e.retryIn().ifPresent(after -> retry(account, e.epoch(), Moments.after(e.at(), after)));
        lastAttempt = e.failure();
    }

    private void retry(FailureAccount account, long epoch, Instant at) {
        account.retry(new Retry.Again(at));
        retrying = new Retrying(epoch, account);
    }

    private void tried(long epoch) {
        if (retrying != null && retrying.epoch() == epoch) {
            retrying.account().tried();
            changed.add(retrying.account());
            retrying = null;
        }
    }

    /** An opening mostly fails with its last attempt, which is counted already. */
    private void openFailed(SessionEvent.OpenFailed e) {
        tried(e.epoch());
        FailureAccount account =
                e.failure().equals(lastAttempt)
                        ? account(Fingerprint.of(Stage.OPEN, e.failure()), e.failure(), e.at())
                        : count(Stage.OPEN, e.failure(), e);
        account.met(opener);
        e.heldUntil().ifPresent(until -> account.retry(new Retry.Held(until)));
        openings.put(e.number(), account);
    }

    private void refused(SessionEvent.Refused e) {
        FailureAccount cited = openings.get(e.cites());
        FailureAccount account = cited == null ? count(Stage.REFUSE, e.failure(), e) : cited;
        account.answered(answer(e, Got.NOTHING));
        changed.add(account);
    }

    /** The close that failed first is counted already; one that is tried again is not. */
    private void strayListed(SessionEvent.StrayListed e) {
        boolean again = !strays.add(e.epoch());
        if (again || e.kind() == StrayInfo.Kind.OPEN) {
            count(Stage.CLOSE, e.failure(), e);
        }
    }

    private void ended(SessionEvent.Ended e) {
        FailureAccount loss = losses.get(e.epoch());
        if (loss != null && e.end().kind() == LeaseEnd.Kind.LOST) {
            loss.answered(answer(e, Got.LEASE_LOST));
            changed.add(loss);
        }
    }

    private static Answer answer(SessionEvent.OfLease e, Got got) {
        return new Answer(e.lease(), e.client(), e.at(), e.epoch(), got);
    }

    private void change(long id, Consumer<FailureAccount> change) {
        FailureAccount account = byId.get(id);
        if (account != null) {
            change.accept(account);
            changed.add(account);
        }
    }

    private void holdLifted() {
        for (FailureAccount account : byId.values()) {
            if (account.lift()) {
                changed.add(account);
            }
        }
    }

    private FailureAccount count(Stage stage, Failure failure, SessionEvent event) {
        return count(stage, failure, event.at(), event.epoch());
    }

    private FailureAccount count(Stage stage, Failure failure, Instant at, long epoch) {
        Fingerprint fingerprint = Fingerprint.of(stage, failure);
        FailureAccount account = account(fingerprint, failure, at);
        account.count(fingerprint, failure, at, new SessionOfRun(run, epoch));
        return account;
    }

    private FailureAccount account(Fingerprint print, Failure failure, Instant at) {
        FailureAccount account = groups.get(print);
        if (account == null) {
            long id = groups.size() < GROUPS ? groups.size() + 1 : FailureGroup.OTHER;
            account =
                    byId.computeIfAbsent(
                            id, number -> new FailureAccount(number, print, failure, at));
            if (id != FailureGroup.OTHER) {
                groups.put(print, account);
            }
        }
        changed.add(account);
        return account;
    }
}
