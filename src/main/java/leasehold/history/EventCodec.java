package leasehold.history;

import java.util.OptionalLong;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;

/** Turns entries into rows; {@link RowReader} turns them back, without loss. */
final class EventCodec {

    private EventCodec() {}

    /**
     * Turns an entry into a row.
     *
     * @param to writes what is no column
     */
    static Row row(Entry entry, Detail to) {
        return switch (entry) {
            case Entry.Happened(SessionEvent event) -> row(event, to);
            case Entry.Missed gap -> plain(entry, gap(gap, to));
            case Entry.Seam seam -> plain(entry, seam(seam, to));
        };
    }

    private static Row row(SessionEvent event, Detail to) {
        return new Row(
                event.number(),
                event.at(),
                event.nanos(),
                event.epoch(),
                EventKind.of(event),
                lease(event),
                Unicode.whole(client(event)),
                took(event),
                to.object(detail -> write(detail, event)));
    }

    private static Row plain(Entry entry, String detail) {
        return new Row(
                entry.number(),
                entry.at(),
                0,
                0,
                EventKind.of(entry),
                0,
                "",
                OptionalLong.empty(),
                detail);
    }

    private static String gap(Entry.Missed gap, Detail to) {
        return to.object(
                detail ->
                        detail.with("first", gap.first())
                                .with("count", gap.count())
                                .with("why", gap.why()));
    }

    private static String seam(Entry.Seam seam, Detail to) {
        Run former = seam.former();
        return to.object(
                detail -> {
                    detail.with("run", former.id())
                            .with("controller", former.controller())
                            .with("started", former.started());
                    former.end()
                            .ifPresent(
                                    end ->
                                            detail.with("ending", end.ending())
                                                    .with("at", end.at())
                                                    .with("number", end.number())
                                                    .with("held", end.held())
                                                    .with("sessions", end.sessions()));
                });
    }

    private static long lease(SessionEvent event) {
        return switch (event) {
            case SessionEvent.OfLease e -> e.lease();
            case SessionEvent.Opening e -> e.lease();
            case SessionEvent.Lingering e -> e.lease();
            default -> 0;
        };
    }

    private static String client(SessionEvent event) {
        return switch (event) {
            case SessionEvent.OfLease e -> e.client();
            case SessionEvent.Opening e -> e.client();
            case SessionEvent.Lingering e -> e.client();
            case SessionEvent.Closing e -> e.client();
            default -> "";
        };
    }

    private static OptionalLong took(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Requested e -> OptionalLong.of(e.info().waitNanos());
            case SessionEvent.Granted e -> OptionalLong.of(e.info().waitNanos());
            case SessionEvent.GaveUp e -> OptionalLong.of(e.waitNanos());
            case SessionEvent.Ended e -> OptionalLong.of(e.heldNanos());
            case SessionEvent.Overdue e -> OptionalLong.of(e.heldNanos());
            case SessionEvent.Abandoned e -> OptionalLong.of(e.heldNanos());
            case SessionEvent.AttemptFailed e -> OptionalLong.of(e.tookNanos());
            case SessionEvent.OpenFailed e -> OptionalLong.of(e.tookNanos());
            case SessionEvent.Opened e -> OptionalLong.of(e.tookNanos());
            case SessionEvent.Closed e -> OptionalLong.of(e.tookNanos());
            case SessionEvent.CloseFailed e -> OptionalLong.of(e.tookNanos());
            case SessionEvent.BeatFailed e -> OptionalLong.of(e.failingNanos());
            default -> OptionalLong.empty();
        };
    }

    private static void write(Detail to, SessionEvent event) {
        switch (event) {
            case SessionEvent.OfLease e -> ofLease(to, e);
            case SessionEvent.Opening e ->
                    to.with("givesUpAt", e.givesUpAt()).with("attempts", e.attempts());
            case SessionEvent.AttemptFailed e ->
                    to.with("attempt", e.attempt())
                            .withSpan("retryIn", e.retryIn())
                            .with("failure", e.failure());
            case SessionEvent.OpenFailed e ->
                    to.with("attempts", e.attempts())
                            .withTime("heldUntil", e.heldUntil())
                            .with("failure", e.failure());
            case SessionEvent.Opened e ->
                    to.with("attempt", e.attempt())
                            .with("serverId", e.serverId())
                            .with("attributes", e.attributes());
            case SessionEvent.Lingering e -> to.with("until", e.until());
            case SessionEvent.Retiring e -> to.with("held", e.held());
            case SessionEvent.Closing e -> to.with("reason", e.reason()).by(e.by());
            case SessionEvent.Closed e ->
                    to.with("reason", e.reason())
                            .with("granted", e.granted())
                            .with("peak", e.peak());
            case SessionEvent.CloseFailed e -> to.by(e.by()).with("failure", e.failure());
            case SessionEvent.Lost e -> to.with("held", e.held()).with("failure", e.failure());
            case SessionEvent.BeatFailed e -> to.with("failure", e.failure());
            case SessionEvent.StrayListed e ->
                    to.with("call", e.kind()).with("failure", e.failure());
            case SessionEvent.StrayRetried e -> to.with("by", e.by());
            case SessionEvent.StrayForgotten e -> to.with("by", e.by());
            case SessionEvent.Draining e ->
                    to.with("until", e.until()).with("held", e.held()).with("by", e.by());
            case SessionEvent.ShuttingDown e -> to.with("until", e.until()).with("held", e.held());
            case SessionEvent.Resumed _,
                    SessionEvent.StrayResolved _,
                    SessionEvent.Drained _,
                    SessionEvent.HoldLifted _,
                    SessionEvent.ShutDown _ -> {}
        }
    }

    private static void ofLease(Detail to, SessionEvent.OfLease event) {
        switch (event) {
            case SessionEvent.Requested e ->
                    to.with(e.info(), LeaseInfo.State.WAITING, e.epoch(), e.at());
            case SessionEvent.Granted e ->
                    to.with(e.info(), LeaseInfo.State.HELD, e.epoch(), e.at());
            case SessionEvent.Refused e ->
                    to.with("cites", e.cites()).with("failure", e.failure()).with(e.holder());
            case SessionEvent.Ended e -> to.with(e.end());
            case SessionEvent.Renewed e -> to.with("expiresAt", e.expiresAt());
            case SessionEvent.Overdue e -> to.with(e.holder());
            case SessionEvent.Abandoned e -> to.with("reclaimed", e.reclaimed()).with(e.holder());
            case SessionEvent.Reattached e -> to.with("formerEpoch", e.formerEpoch());
            case SessionEvent.LateRelease e -> to.with("end", e.end().kind()).with(e.end());
            case SessionEvent.GaveUp _, SessionEvent.AllClear _, SessionEvent.Detached _ -> {}
        }
    }
}
