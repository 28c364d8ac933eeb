package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import leasehold.history.Entry;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.session.StrayInfo;

/** Events of every kind, one a second before noon, numbered as one likes. */
final class Happenings {

    static final Act ACT = new Act("m.ivanova", "update");

    private static final long TOOK = 118_000_000;

    private Happenings() {}

    /** An entry of the record. */
    static Entry entry(SessionEvent event) {
        return new Entry.Happened(event);
    }

    /** Where and when: as many milliseconds before noon as 100,000 less the number, of #17. */
    static Stamp stamp(long number) {
        Instant at = Facts.NOON.minusSeconds(100).plusMillis(number);
        return new Stamp(number, at, Duration.between(Instant.EPOCH, at).toNanos(), 17);
    }

    static SessionEvent granted(long number, String client) {
        return new SessionEvent.Granted(stamp(number), info(number, client));
    }

    static SessionEvent released(long number, long lease, String client) {
        LeaseEnd end = LeaseEnd.of(LeaseEnd.Kind.RELEASED);
        return new SessionEvent.Ended(stamp(number), lease, client, end, TOOK);
    }

    static SessionEvent revoked(long number, long lease, String client) {
        return new SessionEvent.Ended(stamp(number), lease, client, LeaseEnd.revoked(ACT), TOOK);
    }

    static SessionEvent openFailed(long number) {
        Optional<Instant> until = Optional.of(Facts.NOON);
        return new SessionEvent.OpenFailed(stamp(number), 3, Facts.unreachable(), TOOK, until);
    }

    static SessionEvent refused(long number, long lease, String client, long cites) {
        return new SessionEvent.Refused(
                stamp(number), lease, client, holder(), Facts.unreachable(), cites);
    }

    static SessionEvent resumed(long number) {
        return new SessionEvent.Resumed(stamp(number));
    }

    /** One of every kind, in the order of their numbers from 1. */
    static List<SessionEvent> ofEveryKind() {
        return Stream.of(ofLeases(), ends(), ofSessions(), endsOfSessions(), ofOperators())
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<SessionEvent> ofLeases() {
        Failure failure = Facts.unreachable();
        return List.of(
                new SessionEvent.Requested(stamp(1), info(1, "billing-sync")),
                granted(2, "billing-sync"),
                new SessionEvent.Refused(stamp(3), 3, "crm-bridge", holder(), failure, 14),
                new SessionEvent.GaveUp(stamp(4), 4, "crm-bridge", TOOK),
                new SessionEvent.Renewed(stamp(5), 2, "billing-sync", Facts.NOON),
                new SessionEvent.Overdue(stamp(6), 2, "billing-sync", holder(), TOOK),
                new SessionEvent.AllClear(stamp(7), 2, "billing-sync"),
                new SessionEvent.Abandoned(stamp(8), 2, "billing-sync", holder(), TOOK, true),
                new SessionEvent.Detached(stamp(9), 2, "billing-sync"),
                new SessionEvent.Reattached(stamp(10), 2, "billing-sync", 16),
                new SessionEvent.LateRelease(stamp(11), 2, "billing-sync", LeaseEnd.revoked(ACT)));
    }

    private static List<SessionEvent> ends() {
        LeaseEnd byDeadline =
                new LeaseEnd(LeaseEnd.Kind.REVOKED, Optional.empty(), Optional.empty());
        return List.of(
                released(12, 2, "billing-sync"),
                revoked(13, 2, "billing-sync"),
                ended(14, byDeadline),
                ended(15, LeaseEnd.of(LeaseEnd.Kind.UNCLAIMED)),
                ended(16, LeaseEnd.of(LeaseEnd.Kind.EXPIRED)),
                ended(17, LeaseEnd.of(LeaseEnd.Kind.ABANDONED)),
                ended(18, LeaseEnd.lost(Facts.unreachable())));
    }

    private static List<SessionEvent> ofSessions() {
        Failure failure = Facts.unreachable();
        Optional<Duration> soon = Optional.of(Duration.ofMillis(400));
        return List.of(
                new SessionEvent.Opening(stamp(19), 2, "billing-sync", Facts.NOON, 5),
                new SessionEvent.AttemptFailed(stamp(20), 1, failure, TOOK, soon),
                openFailed(21),
                new SessionEvent.Opened(stamp(22), 2, TOOK, "pid 4711", Map.of("seat", "3")),
                new SessionEvent.Lingering(stamp(23), Facts.NOON, 2, "billing-sync"),
                resumed(24),
                new SessionEvent.Retiring(stamp(25), 1),
                new SessionEvent.Lost(stamp(26), failure, 42),
                new SessionEvent.BeatFailed(stamp(27), failure, TOOK));
    }

    private static List<SessionEvent> endsOfSessions() {
        Failure failure = Facts.unreachable();
        CloseReason why = CloseReason.LAST_RELEASE;
        return List.of(
                new SessionEvent.Closing(stamp(28), why, "billing-sync", Optional.empty()),
                new SessionEvent.Closed(stamp(29), why, TOOK, 311, 47),
                new SessionEvent.CloseFailed(stamp(30), failure, TOOK, Optional.of(ACT)),
                new SessionEvent.StrayListed(stamp(31), StrayInfo.Kind.CLOSE, failure),
                new SessionEvent.StrayResolved(stamp(32)),
                new SessionEvent.Drained(stamp(33)),
                new SessionEvent.HoldLifted(stamp(34)),
                new SessionEvent.ShuttingDown(stamp(35), Facts.NOON, 2),
                new SessionEvent.ShutDown(stamp(36)));
    }

    private static List<SessionEvent> ofOperators() {
        return List.of(
                new SessionEvent.StrayRetried(stamp(37), ACT),
                new SessionEvent.StrayForgotten(stamp(38), ACT),
                new SessionEvent.Draining(stamp(39), Facts.NOON, 7, ACT));
    }

    private static SessionEvent ended(long number, LeaseEnd end) {
        return new SessionEvent.Ended(stamp(number), 2, "billing-sync", end, TOOK);
    }

    private static LeaseInfo info(long id, String client) {
        return Facts.held(id, client, Duration.ofSeconds(1)).info();
    }

    private static Holder holder() {
        return info(1, "").holder();
    }
}
