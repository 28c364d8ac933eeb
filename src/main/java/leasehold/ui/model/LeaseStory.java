package leasehold.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import leasehold.history.Entry;
import leasehold.history.EventKind;
import leasehold.history.StoredEntry;
import leasehold.monitor.LeaseState;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.ui.model.Details.Moment;

/**
 * What happened to one lease, out of the record: asked anew when there is news, as long as it is
 * this lease that is told of.
 */
final class LeaseStory {

    private static final int MOST = 20;

    private final Texts texts;
    private final Formats formats;
    private final Optional<EventReader> reader;
    private final LongSupplier run;
    private Runnable news = () -> {};
    private List<Moment> moments = List.of();
    private long followed;
    private boolean asking;

    /**
     * Creates a story of no lease yet.
     *
     * @param run tells which run goes on, on the thread of the beat
     */
    LeaseStory(Words words, Optional<EventReader> reader, LongSupplier run) {
        texts = words.texts();
        formats = words.formats();
        this.reader = reader;
        this.run = run;
    }

    /** Sets what is done when there is more to tell. */
    void onNews(Runnable action) {
        news = action;
    }

    /** Returns what happened so far, as far as it was read; the first events, if there are many. */
    List<Moment> of(long lease) {
        if (followed != lease) {
            followed = lease;
            moments = List.of();
            follow();
        }
        return moments;
    }

    /** Asks for what is new. */
    void follow() {
        long lease = followed;
        if (lease > 0 && !asking && reader.isPresent()) {
            asking = true;
            long present = run.getAsLong();
            reader.get()
                    .<List<StoredEntry>>ask(
                            pages -> pages.ofLease(present, lease, MOST),
                            entries -> take(lease, entries.orElse(List.of())));
        }
    }

    private void take(long lease, List<StoredEntry> entries) {
        asking = false;
        if (lease != followed) {
            follow();
            return;
        }
        List<Moment> told = new ArrayList<>();
        for (StoredEntry entry : entries) {
            if (entry.entry() instanceof Entry.Happened(SessionEvent.OfLease event)) {
                told.add(FactList.moment(formats, event.at(), what(event)));
            }
        }
        if (!told.equals(moments)) {
            moments = List.copyOf(told);
            news.run();
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
