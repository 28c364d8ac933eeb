package leasehold.ui.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.LeaseState;
import leasehold.monitor.SessionRecord;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseInfo;
import leasehold.ui.fx.Rooms;

/** What a monitor might tell, at noon. */
final class Facts {

    static final Instant NOON = Instant.parse("2025-06-04T12:00:00Z");
    static final Texts TEXTS = new Texts(Rooms.texts());
    static final Formats FORMATS = new Formats(Clock.fixed(NOON, ZoneOffset.UTC));

    private Facts() {}

    static LeaseRecord held(long id, String client, Duration heldFor) {
        Instant granted = NOON.minus(heldFor);
        StackTraceElement site =
                new StackTraceElement("app.OrderSync", "run", "OrderSync.java", 88);
        Holder holder = new Holder("svc", "app-01", 4700, "w-1", Optional.of(site), List.of());
        LeaseInfo info =
                new LeaseInfo(
                        id,
                        17,
                        LeaseInfo.State.HELD,
                        client,
                        holder,
                        "",
                        "",
                        granted,
                        Optional.of(granted),
                        0,
                        false,
                        Optional.empty(),
                        false);
        long nanos = Duration.between(Instant.EPOCH, granted).toNanos();
        return new LeaseRecord(
                info, LeaseState.HELD, 17, nanos, Optional.empty(), false, Optional.empty());
    }

    static LeaseRecord ended(LeaseRecord lease, LeaseState state, Instant at) {
        var finish = new LeaseRecord.Finish(at, 1_000_000_000, Optional.empty(), Optional.empty());
        return new LeaseRecord(
                lease.info(),
                state,
                lease.epoch(),
                lease.grantNanos(),
                lease.expiresAt(),
                false,
                Optional.of(finish));
    }

    static LeaseRecord overdue(LeaseRecord lease) {
        return new LeaseRecord(
                lease.info(),
                lease.state(),
                lease.epoch(),
                lease.grantNanos(),
                lease.expiresAt(),
                true,
                lease.finish());
    }

    static SessionRecord session(long epoch, Optional<CloseReason> why, String closedBy) {
        Instant opened = NOON.minus(Duration.ofMinutes(123));
        return new SessionRecord(
                epoch,
                SessionRecord.State.CLOSED,
                opened,
                new SessionRecord.Opening(
                        "report-nightly", 1, Optional.of(opened), 118_000_000, "s-1", Map.of()),
                new SessionRecord.Use(0, 47, 311),
                why.map(
                        reason ->
                                new SessionRecord.Ending(
                                        Optional.of(NOON), why, closedBy, Optional.empty(), 1)),
                0,
                Optional.empty());
    }

    static Failure unreachable() {
        return new Failure(
                FailureCategory.UNREACHABLE,
                "java.net.ConnectException",
                "Connection refused by db-01:5432",
                Optional.of("08001"),
                List.of(),
                List.of());
    }
}
