package leasehold.ui.model;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.history.Entry;
import leasehold.history.Origin;
import leasehold.history.Run;
import leasehold.monitor.LeaseState;
import leasehold.session.Act;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.SessionEvent;
import leasehold.session.StrayInfo;

/** Says in a line what an entry of the record is about, beside its kind, lease and client. */
final class EventText {

    private final Texts texts;
    private final Formats formats;

    EventText(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    String of(Entry entry) {
        return switch (entry) {
            case Entry.Happened(SessionEvent event) -> of(event);
            case Entry.Missed gap -> missed(gap);
            case Entry.Seam(_, _, Run former) ->
                    former.end().map(this::seam).orElse(say("event.seam"));
        };
    }

    /** Says what an entry is about whose run begins with it, and was imported. */
    String imported(Origin from, String said) {
        return join(say("event.imported", from.file(), formats.time(from.at())), said);
    }

    /** Says why nothing can be found by a word of the filter. */
    String wrong(EventFilter.Wrong word) {
        return say(word.key(), word.field(), word.value());
    }

    private String missed(Entry.Missed gap) {
        String key =
                switch (gap.why()) {
                    case UNRECORDED -> "event.unrecorded";
                    case UNREADABLE -> "event.unreadable";
                    case BEHIND, PACE, DISK, VANISHED, FAULT -> "event.gap";
                };
        return say(key, gap.count(), gap.first(), gap.last());
    }

    private String seam(Run.End end) {
        String at = formats.time(end.at());
        return switch (end.ending()) {
            case SHUT_DOWN, CLOSED -> say("event.seam.closed", at);
            case CUT -> say("event.seam.cut", at, end.held(), end.sessions());
        };
    }

    private String of(SessionEvent event) {
        return switch (event) {
            case SessionEvent.OfLease e -> ofLease(e);
            case SessionEvent.Opening e -> opening(e);
            case SessionEvent.AttemptFailed e -> attemptFailed(e);
            case SessionEvent.OpenFailed e -> openFailed(e);
            case SessionEvent.Opened e -> say("event.opened", e.serverId(), e.attempt());
            case SessionEvent.Lingering e -> say("event.lingering", formats.clock(e.until()));
            case SessionEvent.Resumed _ -> say("event.resumed");
            case SessionEvent.Retiring e -> say("event.retiring", e.held());
            case SessionEvent.Closing e -> join(texts.word(e.reason()), by(e.by()));
            case SessionEvent.Closed e ->
                    join(texts.word(e.reason()), say("event.closed", e.granted(), e.peak()));
            case SessionEvent.CloseFailed e -> join(failure(e.failure()), by(e.by()));
            case SessionEvent.Lost e -> join(failure(e.failure()), say("event.lost", e.held()));
            case SessionEvent.BeatFailed e -> failure(e.failure());
            case SessionEvent.StrayListed e -> join(stray(e.kind()), failure(e.failure()));
            case SessionEvent.StrayRetried e -> e.by().toString();
            case SessionEvent.StrayResolved _ -> say("event.strayResolved");
            case SessionEvent.StrayForgotten e -> e.by().toString();
            case SessionEvent.Draining e ->
                    join(
                            e.by().toString(),
                            say("event.draining", e.held(), formats.clock(e.until())));
            case SessionEvent.Drained _ -> say("event.drained");
            case SessionEvent.HoldLifted _ -> say("event.holdLifted");
            case SessionEvent.ShuttingDown e ->
                    say("event.draining", e.held(), formats.clock(e.until()));
            case SessionEvent.ShutDown _ -> say("event.shutDown");
        };
    }

    private String ofLease(SessionEvent.OfLease event) {
        return switch (event) {
            case SessionEvent.Requested e -> join(holder(e.info().holder()), e.info().purpose());
            case SessionEvent.Granted e ->
                    join(
                            e.info().opener() ? say("event.opener") : "",
                            holder(e.info().holder()),
                            e.info().purpose());
            case SessionEvent.Refused e -> failure(e.failure());
            case SessionEvent.GaveUp _ -> texts.hint(LeaseState.GAVE_UP);
            case SessionEvent.Ended e -> end(e.end());
            case SessionEvent.Renewed e -> say("event.renewed", formats.time(e.expiresAt()));
            case SessionEvent.Overdue e -> join(say("event.overdue"), holder(e.holder()));
            case SessionEvent.AllClear _ -> say("event.allClear");
            case SessionEvent.Abandoned e -> join(say("event.abandoned"), holder(e.holder()));
            case SessionEvent.Detached _ -> texts.hint(LeaseState.DETACHED);
            case SessionEvent.Reattached e -> say("event.reattached", e.epoch(), e.formerEpoch());
            case SessionEvent.LateRelease e ->
                    say("event.lateRelease", texts.word(LeaseState.of(e.end().kind())));
        };
    }

    private String opening(SessionEvent.Opening e) {
        String until = say("event.opening", e.attempts(), formats.clock(e.givesUpAt()));
        return e.lease() == 0 ? join(say("event.reopening"), until) : until;
    }

    private String attemptFailed(SessionEvent.AttemptFailed e) {
        String next =
                e.retryIn()
                        .map(after -> say("event.attemptFailed.next", Formats.duration(after)))
                        .orElse("");
        return join(say("event.attemptFailed", e.attempt()), failure(e.failure()), next);
    }

    private String openFailed(SessionEvent.OpenFailed e) {
        String held =
                e.heldUntil()
                        .map(until -> say("event.openFailed.held", formats.clock(until)))
                        .orElse("");
        return join(failure(e.failure()), say("event.openFailed", e.attempts()), held);
    }

    private String stray(StrayInfo.Kind kind) {
        return say(kind == StrayInfo.Kind.OPEN ? "event.stray.open" : "event.stray.close");
    }

    private String end(LeaseEnd end) {
        String who = join(by(end.by()), end.cause().map(this::failure).orElse(""));
        return who.isEmpty() ? texts.hint(LeaseState.of(end.kind())) : who;
    }

    private String failure(Failure failure) {
        return failure.text().isBlank() ? texts.hint(failure.category()) : failure.text();
    }

    private static String by(Optional<Act> act) {
        return act.map(Act::toString).orElse("");
    }

    private static String holder(Holder holder) {
        return join(holder.siteText(), holder.toString());
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private String say(String key, Object... values) {
        return texts.get(key, values);
    }
}
