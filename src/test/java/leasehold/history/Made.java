package leasehold.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.session.CloseReason;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;

/** A controller made up by a test: it tells a listener numbered events, one a second. */
final class Made {

    static final Instant START = Instant.parse("2025-06-03T14:00:00Z");

    private static final Holder HOLDER =
            new Holder("ann", "desk", 4711, "main", Optional.empty(), List.of());

    private SessionListener listener;
    private final List<LeaseInfo> held = new ArrayList<>();
    private long number;
    private long granted;
    private long released;

    Made(SessionListener listener) {
        this.listener = listener;
        look();
    }

    /** Tells another from now on. */
    void turnTo(SessionListener other) {
        listener = other;
        look();
    }

    static LeaseInfo lease(long id, long epoch, String client, Instant at) {
        return info(id, epoch, client, at, LeaseInfo.State.HELD);
    }

    static LeaseInfo waiting(long id, String client, Instant at) {
        return info(id, 0, client, at, LeaseInfo.State.WAITING);
    }

    long number() {
        return number;
    }

    /** Opens a session for a client, which gets a lease; returns its id. */
    long open(String client) {
        Stamp first = stamp();
        tell(new SessionEvent.Opening(first, first.number(), client, at().plusSeconds(30), 5));
        tell(new SessionEvent.Opened(stamp(), 1, 1_000, "server-1", Map.of("seat", "3")));
        return grant(client);
    }

    long grant(String client) {
        Stamp stamp = stamp();
        LeaseInfo info = lease(stamp.number(), 1, client, stamp.at());
        held.add(info);
        granted++;
        tell(new SessionEvent.Granted(stamp, info));
        return info.id();
    }

    /** Grants what was asked for long ago, with that number. */
    void answer(long request, String client) {
        Stamp stamp = stamp();
        LeaseInfo info = lease(request, 1, client, stamp.at());
        held.add(info);
        granted++;
        tell(new SessionEvent.Granted(stamp, info));
    }

    void release(long lease) {
        released++;
        held.removeIf(info -> info.id() == lease);
        LeaseEnd end = LeaseEnd.of(LeaseEnd.Kind.RELEASED);
        tell(new SessionEvent.Ended(stamp(), lease, "billing-sync", end, 5_000));
    }

    /** Tells so many events that mean little. */
    void resume(int times) {
        for (int i = 0; i < times; i++) {
            tell(new SessionEvent.Resumed(stamp()));
        }
    }

    void close() {
        tell(new SessionEvent.Closed(stamp(), CloseReason.LAST_RELEASE, 1_000, granted, 1));
    }

    void shutDown() {
        tell(new SessionEvent.ShutDown(stamp()));
    }

    /** The listener missed so many events, in which nothing ended that was held. */
    void miss(int count) {
        long first = number + 1;
        number += count;
        listener.onGap(first, number);
        look();
    }

    /** The listener missed the release of all that was held. */
    void missReleases() {
        released += held.size();
        int count = held.size();
        held.clear();
        miss(count);
    }

    /** Tells what it is like. */
    void look() {
        listener.onSnapshot(
                new SessionSnapshot(
                        "demo",
                        number,
                        at(),
                        number * 1_000,
                        SessionState.CLOSED,
                        START,
                        List.of(),
                        List.of(),
                        new Ledger(granted, released, 0, 0, 0, 0, 0, held.size()),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        new SessionSnapshot.Tally(0, 0)),
                List.copyOf(held));
    }

    private void tell(SessionEvent event) {
        listener.onEvent(event);
    }

    private Stamp stamp() {
        number++;
        return new Stamp(number, at(), number * 1_000, 1);
    }

    private Instant at() {
        return START.plusSeconds(number);
    }

    private static LeaseInfo info(
            long id, long epoch, String client, Instant at, LeaseInfo.State state) {
        return new LeaseInfo(
                id,
                epoch,
                state,
                client,
                HOLDER,
                "",
                "",
                at,
                state == LeaseInfo.State.HELD ? Optional.of(at) : Optional.empty(),
                0,
                false,
                Optional.empty(),
                false);
    }
}
