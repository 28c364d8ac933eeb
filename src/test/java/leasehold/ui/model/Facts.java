package leasehold.ui.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.FailureGroup.Got;
import leasehold.monitor.Fingerprint;
import leasehold.monitor.Frequency;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.LeaseState;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Stage;
import leasehold.monitor.Standing;
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

    static final Words WORDS = new Words(TEXTS, FORMATS);

    private Facts() {}

    static LeaseRecord held(long id, String client, Duration heldFor) {
        StackTraceElement site =
                new StackTraceElement("app.OrderSync", "run", "OrderSync.java", 88);
        Holder holder = new Holder("svc", "app-01", 4700, "w-1", Optional.of(site), List.of());
        return held(id, client, holder, heldFor);
    }

    static LeaseRecord heldBy(long id, Holder holder) {
        return held(id, "billing-sync", holder, Duration.ofSeconds(1));
    }

    private static LeaseRecord held(long id, String client, Holder holder, Duration heldFor) {
        Instant granted = NOON.minus(heldFor);
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
                info, LeaseState.HELD, 17, nanos, Optional.empty(), false, Optional.empty(), 0);
    }

    static LeaseRecord ended(LeaseRecord lease, LeaseState state, Instant at) {
        return finished(
                lease,
                state,
                new LeaseRecord.Finish(at, 1_000_000_000, Optional.empty(), Optional.empty()));
    }

    static LeaseRecord finished(LeaseRecord lease, LeaseState state, LeaseRecord.Finish finish) {
        return new LeaseRecord(
                lease.info(),
                state,
                lease.epoch(),
                lease.grantNanos(),
                lease.expiresAt(),
                false,
                Optional.of(finish),
                0);
    }

    static LeaseRecord overdue(LeaseRecord lease) {
        return new LeaseRecord(
                lease.info(),
                lease.state(),
                lease.epoch(),
                lease.grantNanos(),
                lease.expiresAt(),
                true,
                lease.finish(),
                lease.renewals());
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

    /** Seven failures of one cause. */
    static FailureGroup failures(long id, Standing standing, FailureGroup.Retry retry) {
        Failure failure =
                new Failure(
                        FailureCategory.UNREACHABLE,
                        "java.net.ConnectException",
                        "Connection refused by db-01:5432",
                        Optional.of("08001"),
                        List.of(),
                        List.of(
                                new StackTraceElement("java.net.Socket", "connect", "S.java", 1),
                                new StackTraceElement("com.shop.Login", "send", "L.java", 88)));
        var answers = List.of(answer(1, Got.NOTHING), answer(2, Got.LEASE_LOST));
        List<Integer> counts = new ArrayList<>(Collections.nCopies(Frequency.MINUTES, 0));
        counts.set(Frequency.MINUTES - 1, 7);
        return new FailureGroup(
                id,
                Fingerprint.of(Stage.OPEN, failure),
                failure,
                7,
                NOON.minusSeconds(60),
                NOON,
                new FailureGroup.Several<>(List.of("billing-sync"), 1, false),
                new FailureGroup.Several<>(
                        List.of(new FailureGroup.SessionOfRun(FailureGroup.SessionOfRun.LIVE, 17)),
                        1,
                        false),
                new Frequency(NOON.getEpochSecond() / 60, counts),
                new FailureGroup.Answers(answers, 7),
                retry,
                standing);
    }

    private static FailureGroup.Answer answer(long lease, Got got) {
        return new FailureGroup.Answer(lease, "billing-sync", NOON, 17, got);
    }
}
