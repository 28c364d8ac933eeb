package leasehold.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import leasehold.history.EntryList;
import leasehold.history.Place;
import leasehold.history.StoredEntry;

/**
 * Which of the events that there are a filter lets through, as far as it has looked: all of them if
 * there is none. What the filter before found stays until something was looked through. On the
 * thread of the beat.
 */
final class EventHits {

    private final Optional<EventReader> reader;
    private final Found told;
    private final ReadOnlyIntegerWrapper searched = new ReadOnlyIntegerWrapper(100);
    private Optional<EventFilter> filter = Optional.empty();
    private Optional<EventFinder> finder = Optional.empty();
    private EntryList all = EntryList.EMPTY;
    private EntryList hits = EntryList.EMPTY;
    private boolean found;

    /** Takes what was looked through. */
    @FunctionalInterface
    interface Found {

        /**
         * More was looked through.
         *
         * @param latest the latest of what was found, read
         * @param first whether nothing was before, by this filter
         */
        void take(List<StoredEntry> latest, boolean first);
    }

    /** Without a reader there is nothing that could be looked through. */
    EventHits(Optional<EventReader> reader, Found told) {
        this.reader = reader;
        this.told = told;
    }

    /** Returns all events that there are. */
    EntryList all() {
        return all;
    }

    /** Tells whether an event is the first that there is of its run. */
    boolean isFirstOfItsRun(Place place) {
        EntryList run = all.ofRun(place.run());
        return !run.isEmpty() && run.at(0).equals(place);
    }

    /** Returns those that are let through. */
    EntryList list() {
        return hits;
    }

    /** Returns how much was looked through, in percent. */
    ReadOnlyIntegerProperty searched() {
        return searched.getReadOnlyProperty();
    }

    /** Tells whether an event was let through. */
    boolean contains(Place place) {
        return (finder.isEmpty() || found) && hits.indexOf(place) >= 0;
    }

    /** Looks by another filter. */
    void look(Optional<EventFilter> wanted) {
        filter = wanted;
        begin();
        follow(all);
    }

    /** Begins, or goes on, with what there is now. */
    void follow(EntryList now) {
        all = now;
        if (finder.isPresent()) {
            if (!found) {
                searched.set(now.isEmpty() ? 100 : 0);
            }
            finder.get().follow(now);
            hits = found ? finder.get().hits() : hits;
        } else {
            searched.set(100);
            hits = now;
        }
    }

    /** Knows nothing of what there was, and looks through everything anew. */
    void forget() {
        hits = EntryList.EMPTY;
        begin();
    }

    /** Looks no more. */
    void close() {
        finder.ifPresent(EventFinder::close);
    }

    private void begin() {
        close();
        found = false;
        finder = filter.flatMap(words -> reader.map(from -> finder(from, words)));
    }

    private EventFinder finder(EventReader from, EventFilter words) {
        return new EventFinder(from, words.scope(), words, this::found);
    }

    private void found(List<StoredEntry> latest) {
        EventFinder finding = finder.orElseThrow();
        searched.set(finding.percent());
        hits = finding.hits();
        boolean first = !found;
        found = true;
        told.take(latest, first);
    }
}
