package leasehold.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import leasehold.history.Entry;
import leasehold.history.EventKind;
import leasehold.history.EventLog;
import leasehold.monitor.LeaseState;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.ui.model.Details.Moment;

/**
 * What happened to one lease, out of the log. Follows the log from where it was read last, so that
 * a beat costs what is new.
 */
final class LeaseStory {

    private static final int MOST = 20;

    private final Texts texts;
    private final Formats formats;
    private final EventLog log;
    private final List<Moment> moments = new ArrayList<>();
    private long followed;
    private long next;

    LeaseStory(Words words, EventLog log) {
        texts = words.texts();
        formats = words.formats();
        this.log = log;
    }

    /** Returns what happened so far; the first events, if there are many. */
    List<Moment> of(long lease) {
        if (followed != lease) {
            followed = lease;
            next = lease;
            moments.clear();
        }
        for (Entry entry : log.numbers(next, Long.MAX_VALUE).entries()) {
            if (entry instanceof Entry.Happened(SessionEvent event)) {
                next = event.number() + 1;
                note(event);
            }
        }
        return List.copyOf(moments);
    }

    private void note(SessionEvent event) {
        if (event instanceof SessionEvent.OfLease of
                && of.lease() == followed
                && moments.size() < MOST) {
            moments.add(FactList.moment(formats, event.at(), what(of)));
        }
    }

    private String what(SessionEvent.OfLease event) {
        return switch (event) {
            case SessionEvent.Granted e -> granted(e.info());
            case SessionEvent.Refused e ->
                    texts.get("happened.refused", texts.hint(e.failure().category()));
            case SessionEvent.Ended e -> ended(e.end());
            case SessionEvent.Renewed e ->
                    texts.get("happened.renewed", formats.clock(e.expiresAt()));
            case SessionEvent.Overdue e -> texts.get("happened.overdue", duration(e.heldNanos()));
            case SessionEvent.Requested _, SessionEvent.GaveUp _, SessionEvent.AllClear _ ->
                    plain(event);
            case SessionEvent.Abandoned _, SessionEvent.Detached _ -> plain(event);
            case SessionEvent.Reattached _, SessionEvent.LateRelease _ -> plain(event);
        };
    }

    private String granted(LeaseInfo info) {
        if (info.opener()) {
            return texts.get("happened.granted.opener", info.epoch());
        }
        return info.waitNanos() == 0
                ? texts.get("happened.granted", info.epoch())
                : texts.get("happened.granted.waited", info.epoch(), duration(info.waitNanos()));
    }

    private String ended(LeaseEnd end) {
        String how = texts.word(LeaseState.of(end.kind())).toLowerCase(Locale.ENGLISH);
        return end.by().map(by -> texts.get("happened.endedBy", how, by.toString())).orElse(how);
    }

    private String plain(SessionEvent event) {
        return texts.word(EventKind.of(event));
    }

    private static String duration(long nanos) {
        return Formats.duration(Duration.ofNanos(nanos));
    }
}
