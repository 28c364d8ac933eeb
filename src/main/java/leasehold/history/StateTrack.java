package leasehold.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;
import leasehold.session.StrayInfo;

/**
 * What a controller is like, event by event. What it was told already changes nothing. For one
 * thread.
 */
final class StateTrack {

    private static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0, 0, 0);

    /** What is known of a controller of which nothing is. */
    static final PastState NOTHING =
            new PastState(
                    0,
                    Instant.EPOCH,
                    0,
                    SessionState.CLOSED,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    EMPTY,
                    0);

    private final SessionTrack sessions = new SessionTrack();
    private final LeaseTrack leases = new LeaseTrack();
    private long number;
    private Instant at = Instant.EPOCH;
    private long nanos;
    private long missing;

    /** Takes over what is known, in place of all before. */
    void reset(PastState known) {
        sessions.reset(known);
        leases.reset(known.ledger(), known.leases());
        number = known.number();
        at = known.at();
        nanos = known.nanos();
        missing = known.missing();
    }

    /** Takes over what a controller says of itself, in place of all before. */
    void reset(SessionSnapshot snapshot, List<LeaseInfo> known) {
        reset(
                new PastState(
                        snapshot.number(),
                        snapshot.at(),
                        snapshot.nanos(),
                        snapshot.state(),
                        Optional.of(snapshot.since()),
                        snapshot.sessions().stream().map(StateTrack::session).toList(),
                        snapshot.strays().stream().map(StrayInfo::epoch).distinct().toList(),
                        snapshot.drain(),
                        known,
                        snapshot.ledger(),
                        0));
    }

    void apply(SessionEvent event) {
        if (event.number() > number) {
            if (event instanceof SessionEvent.OfLease ofLease) {
                leases.apply(ofLease);
            }
            sessions.apply(event);
            goTo(event.stamp());
        }
    }

    /** Counts an event of a lease that has ended by the time that is asked for. */
    void pass(EventKind kind, long lease, SessionEvent.Stamp stamp) {
        leases.pass(kind, lease);
        goTo(stamp);
    }

    /** Events are not known. */
    void apply(Entry.Missed gap) {
        if (gap.last() > number) {
            missing += gap.last() - number;
            number = gap.last();
            at = gap.at();
        }
    }

    /** Returns the number of the last event of which it was told. */
    long number() {
        return number;
    }

    /** Returns how many leases and requests have not ended. */
    int size() {
        return leases.size();
    }

    PastState state() {
        return new PastState(
                number,
                at,
                nanos,
                sessions.state(),
                sessions.since(),
                sessions.sessions(),
                sessions.strays(),
                sessions.drain(),
                leases.leases(),
                leases.ledger(),
                missing);
    }

    /** Numbers increase by one: what is left out is missing. */
    private void goTo(SessionEvent.Stamp stamp) {
        missing += stamp.number() - number - 1;
        number = stamp.number();
        at = stamp.at();
        nanos = stamp.nanos();
    }

    private static PastState.Session session(SessionInfo info) {
        return new PastState.Session(
                info.epoch(),
                info.phase(),
                info.since(),
                info.askedBy(),
                info.openedAt(),
                info.serverId());
    }
}
