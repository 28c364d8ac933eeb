package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leasehold.history.Entry;
import leasehold.history.EventKind;
import leasehold.history.Place;
import leasehold.history.StoredEntry;
import leasehold.session.SessionEvent;

/** What stands in a row of the events: one entry of the record. Immutable. */
public final class EventRecord {

    private final long run;
    private final Entry entry;
    private final EventKind kind;

    EventRecord(StoredEntry stored) {
        this(stored.run(), stored.entry());
    }

    EventRecord(long run, Entry entry) {
        this.run = run;
        this.entry = entry;
        kind = EventKind.of(entry);
    }

    /** Returns where it stands. */
    public Place place() {
        return new Place(run, entry.number());
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

    /** Returns the way to the events of the same lease, if it is about one. */
    public Optional<Link.ToEvents> ofLease() {
        return lease() > 0 ? Optional.of(Link.ToEvents.ofLease(run, lease())) : Optional.empty();
    }

    /** Returns the way to the events of the same session, if it is about one. */
    public Optional<Link.ToEvents> ofSession() {
        return epoch() > 0 ? Optional.of(Link.ToEvents.ofSession(run, epoch())) : Optional.empty();
    }

    /** Returns the way to the events of the same lease, else of the same session. */
    Optional<Link.ToEvents> siblings() {
        return ofLease().or(this::ofSession);
    }

    /** Returns the run to which it belongs. */
    long run() {
        return run;
    }

    /** Tells whether something failed, or was missed. */
    boolean failed() {
        return gap() || event().flatMap(EventFacts::failure).isPresent();
    }

    /** Tells whether an operator brought it about, or might have: a gap hides who did. */
    boolean acted() {
        return gap() || event().flatMap(EventFacts::by).isPresent();
    }

    /** Returns how long after another it happened, by the monotonic clock where they share one. */
    Duration since(EventRecord earlier) {
        return run == earlier.run
                        && entry instanceof Entry.Happened(SessionEvent mine)
                        && earlier.entry instanceof Entry.Happened(SessionEvent other)
                ? Duration.ofNanos(mine.nanos() - other.nanos())
                : Duration.between(earlier.at(), at());
    }

    @Override
    public String toString() {
        return "event " + number() + ", " + kind.text();
    }
}
