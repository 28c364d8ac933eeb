package leasehold.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.session.SessionInfo;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;
import leasehold.session.StrayInfo;

/** Tells a feed made-up events, numbered and in order, one second apart unless told otherwise. */
final class Story {

    static final Instant START = Instant.parse("2025-06-03T14:00:00Z");
    static final Act ACT = new Act("m.ivanova", "update");
    static final Failure UNREACHABLE =
            Failure.of(FailureCategory.UNREACHABLE, "Connection refused by db-01:5432");
    static final Holder HOLDER =
            new Holder("ann", "desk", 4711, "main", Optional.empty(), List.of());

    private static final Duration STEP = Duration.ofSeconds(1);

    final Feed feed;
    private Instant now = START;
    private long number;
    long epoch;

    Story() {
        this(SessionPolicy.defaults());
    }

    Story(SessionPolicy policy) {
        Clock clock =
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        feed = new Feed(policy, clock);
        snapshot(SessionState.CLOSED, List.of(), List.of());
    }

    Instant now() {
        return now;
    }

    long number() {
        return number;
    }

    Story pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    Batch drain() {
        return feed.drain(Integer.MAX_VALUE);
    }

    CardState card() {
        return drain().card().state();
    }

    /** A session opens for a client, which gets the first lease; returns the lease's id. */
    long openFor(String client) {
        long lease = request(client);
        opening(client);
        opened();
        granted(lease, client, true);
        return lease;
    }

    long request(String client) {
        long lease = number + 1;
        tell(new SessionEvent.Requested(stamp(0), info(lease, 0, client, false, Optional.empty())));
        return lease;
    }

    void opening(String client) {
        epoch++;
        tell(new SessionEvent.Opening(stamp(), 0, client, now.plusSeconds(30), 5));
    }

    void opened() {
        tell(new SessionEvent.Opened(stamp(), 1, 1_000_000, "server-" + epoch, Map.of()));
    }

    long grant(String client) {
        long lease = number + 1;
        granted(lease, client, false);
        return lease;
    }

    void granted(long lease, String client, boolean opener) {
        Stamp stamp = stamp();
        tell(
                new SessionEvent.Granted(
                        stamp, info(lease, epoch, client, opener, Optional.of(stamp.at()))));
    }

    void release(long lease, String client) {
        end(lease, client, LeaseEnd.of(LeaseEnd.Kind.RELEASED));
    }

    void end(long lease, String client, LeaseEnd end) {
        tell(new SessionEvent.Ended(stamp(), lease, client, end, 1_000_000_000));
    }

    long attemptFailed(int attempt, Failure failure) {
        return tell(
                new SessionEvent.AttemptFailed(
                        stamp(), attempt, failure, 1_000, Optional.of(Duration.ofMillis(400))));
    }

    long openFailed(int attempts, Failure failure, Optional<Instant> heldUntil) {
        return tell(new SessionEvent.OpenFailed(stamp(), attempts, failure, 3_000, heldUntil));
    }

    void refused(long lease, String client, Failure failure, long cites) {
        tell(new SessionEvent.Refused(stamp(), lease, client, HOLDER, failure, cites));
    }

    void lost(Failure failure, int held) {
        tell(new SessionEvent.Lost(stamp(), failure, held));
    }

    void closing(CloseReason reason, String client, Optional<Act> by) {
        tell(new SessionEvent.Closing(stamp(), reason, client, by));
    }

    void closed(CloseReason reason) {
        tell(new SessionEvent.Closed(stamp(), reason, 2_000_000, 1, 1));
    }

    void closesAfter(long lease, String client) {
        release(lease, client);
        closing(CloseReason.LAST_RELEASE, client, Optional.empty());
        closed(CloseReason.LAST_RELEASE);
    }

    long tell(SessionEvent event) {
        feed.onEvent(event);
        return event.number();
    }

    /** Misses events, and is told so. */
    void miss(long count) {
        long first = number + 1;
        number += count;
        feed.onGap(first, number);
    }

    void snapshot(SessionState state, List<SessionInfo> sessions, List<LeaseInfo> leases) {
        snapshot(state, sessions, leases, List.of(), new Ledger(0, 0, 0, 0, 0, 0, 0, 0));
    }

    void snapshot(
            SessionState state,
            List<SessionInfo> sessions,
            List<LeaseInfo> leases,
            List<StrayInfo> strays,
            Ledger ledger) {
        feed.onSnapshot(
                new SessionSnapshot(
                        "demo",
                        number,
                        now,
                        nanos(now),
                        state,
                        now,
                        sessions,
                        strays,
                        ledger,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        new SessionSnapshot.Tally(0, 0)),
                new ArrayList<>(leases));
    }

    Stamp stamp() {
        return stamp(epoch);
    }

    Stamp stamp(long ofEpoch) {
        now = now.plus(STEP);
        return new Stamp(++number, now, nanos(now), ofEpoch);
    }

    static long nanos(Instant at) {
        return Duration.between(START, at).toNanos();
    }

    static LeaseInfo info(
            long id, long epoch, String client, boolean opener, Optional<Instant> grantedAt) {
        LeaseInfo.State state =
                grantedAt.isPresent() ? LeaseInfo.State.HELD : LeaseInfo.State.WAITING;
        return new LeaseInfo(
                id,
                epoch,
                state,
                client,
                HOLDER,
                "",
                "",
                START,
                grantedAt,
                0,
                opener,
                Optional.empty(),
                false);
    }
}
