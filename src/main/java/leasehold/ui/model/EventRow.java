package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leasehold.history.Entry;
import leasehold.history.EventKind;
import leasehold.session.SessionEvent;

/** A row of the events: one entry of the record, the same object for as long as it is kept. */
public final class EventRow {

    private final Entry entry;
    private final EventKind kind;

    EventRow(Entry entry) {
        this.entry = entry;
        kind = EventKind.of(entry);
    }

    /** Returns what stands in the record. */
    public Entry entry() {
        return entry;
    }

    /** Returns what kind of event it is. */
    public EventKind kind() {
        return kind;
    }

    /** Returns the number, by which the rows are in order. */
    public long number() {
        return entry.number();
    }

    /** Returns when it happened. */
    public Instant at() {
        return entry.at();
    }

    /** Tells whether it stands for events that were missed. */
    public boolean gap() {
        return kind == EventKind.MONITOR_GAP;
    }

    /** Returns the event; empty for a gap. */
    public Optional<SessionEvent> event() {
        return entry instanceof Entry.Happened(SessionEvent event)
                ? Optional.of(event)
                : Optional.empty();
    }

    /** Returns the number of the session it is about; 0 if it is about none. */
    public long epoch() {
        return entry instanceof Entry.Happened(SessionEvent event) ? event.epoch() : 0;
    }

    /** Returns the id of the lease it is about; 0 if it is about none. */
    public long lease() {
        return entry instanceof Entry.Happened(SessionEvent event) ? EventFacts.lease(event) : 0;
    }

    /** Returns the client it is about; empty if it is about none. */
    public String client() {
        return entry instanceof Entry.Happened(SessionEvent event) ? EventFacts.client(event) : "";
    }

    /** Returns how long that took which it ends, in nanoseconds; 0 if nothing. */
    public long tookNanos() {
        return entry instanceof Entry.Happened(SessionEvent event)
                ? EventFacts.tookNanos(event)
                : 0;
    }

    /** Returns the way to the events of the same lease, else of the same session. */
    public Optional<Link.ToEvents> siblings() {
        if (lease() > 0) {
            return Optional.of(Link.ToEvents.ofLease(lease()));
        }
        return epoch() > 0 ? Optional.of(Link.ToEvents.ofSession(epoch())) : Optional.empty();
    }

    /** Tells whether something failed, or was missed. */
    boolean failed() {
        return gap() || event().flatMap(EventFacts::failure).isPresent();
    }

    /** Tells whether an operator brought it about, or might have: a gap hides who did. */
    boolean acted() {
        return gap() || event().flatMap(EventFacts::by).isPresent();
    }

    /** Returns how long after another it happened, by the monotonic clock where both have one. */
    Duration since(EventRow earlier) {
        return entry instanceof Entry.Happened(SessionEvent mine)
                        && earlier.entry instanceof Entry.Happened(SessionEvent other)
                ? Duration.ofNanos(mine.nanos() - other.nanos())
                : Duration.between(earlier.at(), at());
    }

    @Override
    public String toString() {
        return "row of event " + number() + ", " + kind.text();
    }
}
