package leasehold.history;

import java.util.Optional;
import leasehold.session.CloseReason;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.session.StrayInfo;

/** Reads one row back into the entry it was made of. */
final class RowReader {

    private final Row row;
    private final Stamp stamp;
    private final DetailReader in;
    private final long lease;
    private final String client;
    private final long took;

    private RowReader(Row row) {
        this.row = row;
        stamp = new Stamp(row.number(), row.at(), row.nanos(), row.epoch());
        in = DetailReader.of(row.detail());
        lease = row.lease();
        client = row.client();
        took = row.took().orElse(0);
    }

    static Entry entry(Row row) {
        RowReader reader = new RowReader(row);
        return switch (row.kind()) {
            case MONITOR_GAP -> reader.gap();
            case MONITOR_SEAM -> reader.seam();
            default -> new Entry.Happened(reader.event());
        };
    }

    private Entry gap() {
        long first = in.number("first");
        return new Entry.Missed(
                first, row.number(), row.at(), in.word("why", Entry.Missed.Why.class));
    }

    private Entry seam() {
        Optional<Run.End> end =
                in.has("ending")
                        ? Optional.of(
                                new Run.End(
                                        in.word("ending", Run.Ending.class),
                                        in.time("at"),
                                        in.number("number"),
                                        in.number("held"),
                                        in.number("sessions")))
                        : Optional.empty();
        Run former = new Run(in.number("run"), in.text("controller"), in.time("started"), end);
        return new Entry.Seam(row.number(), row.at(), former);
    }

    private SessionEvent event() {
        return switch (row.kind()) {
            case SESSION_OPENING, SESSION_OPENED, SESSION_RESUMED -> opening();
            case SESSION_ATTEMPT_FAILED, SESSION_OPEN_FAILED, SESSION_CLOSE_FAILED -> failed();
            case SESSION_LOST, SESSION_BEAT_FAILED, SESSION_STRAY_LISTED -> failed();
            case SESSION_LINGERING, SESSION_RETIRING, SESSION_CLOSING, SESSION_CLOSED -> closing();
            case SESSION_STRAY_RESOLVED -> new SessionEvent.StrayResolved(stamp);
            case SESSION_DRAINED -> new SessionEvent.Drained(stamp);
            case SESSION_HOLD_LIFTED -> new SessionEvent.HoldLifted(stamp);
            case SESSION_SHUTTING_DOWN ->
                    new SessionEvent.ShuttingDown(stamp, in.time("until"), in.count("held"));
            case SESSION_SHUT_DOWN -> new SessionEvent.ShutDown(stamp);
            case OPERATOR_DRAINING ->
                    new SessionEvent.Draining(stamp, in.time("until"), in.count("held"), in.by());
            case OPERATOR_STRAY_RETRIED -> new SessionEvent.StrayRetried(stamp, in.by());
            case OPERATOR_STRAY_FORGOTTEN -> new SessionEvent.StrayForgotten(stamp, in.by());
            default -> ofLease();
        };
    }

    private SessionEvent opening() {
        return switch (row.kind()) {
            case SESSION_OPENING ->
                    new SessionEvent.Opening(
                            stamp, lease, client, in.time("givesUpAt"), in.count("attempts"));
            case SESSION_OPENED ->
                    new SessionEvent.Opened(
                            stamp,
                            in.count("attempt"),
                            took,
                            in.text("serverId"),
                            in.texts("attributes"));
            default -> new SessionEvent.Resumed(stamp);
        };
    }

    private SessionEvent failed() {
        return switch (row.kind()) {
            case SESSION_ATTEMPT_FAILED ->
                    new SessionEvent.AttemptFailed(
                            stamp, in.count("attempt"), in.failure(), took, in.spanIf("retryIn"));
            case SESSION_OPEN_FAILED ->
                    new SessionEvent.OpenFailed(
                            stamp,
                            in.count("attempts"),
                            in.failure(),
                            took,
                            in.timeIf("heldUntil"));
            case SESSION_CLOSE_FAILED ->
                    new SessionEvent.CloseFailed(stamp, in.failure(), took, in.byIf());
            case SESSION_LOST -> new SessionEvent.Lost(stamp, in.failure(), in.count("held"));
            case SESSION_BEAT_FAILED -> new SessionEvent.BeatFailed(stamp, in.failure(), took);
            default ->
                    new SessionEvent.StrayListed(
                            stamp, in.word("call", StrayInfo.Kind.class), in.failure());
        };
    }

    private SessionEvent closing() {
        return switch (row.kind()) {
            case SESSION_LINGERING ->
                    new SessionEvent.Lingering(stamp, in.time("until"), lease, client);
            case SESSION_RETIRING -> new SessionEvent.Retiring(stamp, in.count("held"));
            case SESSION_CLOSING ->
                    new SessionEvent.Closing(
                            stamp, in.word("reason", CloseReason.class), client, in.byIf());
            default ->
                    new SessionEvent.Closed(
                            stamp,
                            in.word("reason", CloseReason.class),
                            took,
                            in.number("granted"),
                            in.count("peak"));
        };
    }

    private SessionEvent ofLease() {
        return switch (row.kind()) {
            case LEASE_REQUESTED ->
                    new SessionEvent.Requested(stamp, info(LeaseInfo.State.WAITING));
            case LEASE_GRANTED -> new SessionEvent.Granted(stamp, info(LeaseInfo.State.HELD));
            case LEASE_REFUSED ->
                    new SessionEvent.Refused(
                            stamp, lease, client, in.holder(), in.failure(), in.number("cites"));
            case LEASE_GAVE_UP -> new SessionEvent.GaveUp(stamp, lease, client, took);
            case LEASE_RENEWED ->
                    new SessionEvent.Renewed(stamp, lease, client, in.time("expiresAt"));
            case LEASE_OVERDUE -> new SessionEvent.Overdue(stamp, lease, client, in.holder(), took);
            case LEASE_ALL_CLEAR -> new SessionEvent.AllClear(stamp, lease, client);
            case LEASE_ABANDONED ->
                    new SessionEvent.Abandoned(
                            stamp, lease, client, in.holder(), took, in.flag("reclaimed"));
            case LEASE_DETACHED -> new SessionEvent.Detached(stamp, lease, client);
            case LEASE_REATTACHED ->
                    new SessionEvent.Reattached(stamp, lease, client, in.number("formerEpoch"));
            case LEASE_LATE_RELEASE ->
                    new SessionEvent.LateRelease(
                            stamp, lease, client, in.end(in.word("end", LeaseEnd.Kind.class)));
            default -> new SessionEvent.Ended(stamp, lease, client, in.end(ended()), took);
        };
    }

    private LeaseEnd.Kind ended() {
        return switch (row.kind()) {
            case LEASE_RELEASED -> LeaseEnd.Kind.RELEASED;
            case LEASE_UNCLAIMED -> LeaseEnd.Kind.UNCLAIMED;
            case LEASE_REVOKED, OPERATOR_REVOKED -> LeaseEnd.Kind.REVOKED;
            case LEASE_EXPIRED -> LeaseEnd.Kind.EXPIRED;
            case LEASE_RECLAIMED -> LeaseEnd.Kind.ABANDONED;
            case LEASE_LOST -> LeaseEnd.Kind.LOST;
            default -> throw new IllegalStateException("no end of a lease: " + row.kind());
        };
    }

    private LeaseInfo info(LeaseInfo.State usual) {
        return in.info(lease, client, took, usual, stamp.epoch(), stamp.at());
    }
}
