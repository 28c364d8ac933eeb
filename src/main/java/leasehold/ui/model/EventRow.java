package leasehold.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.history.Place;

/**
 * A row of the events: where an entry of the record stands, and what stands there once that was
 * read. Equal by its place.
 */
public final class EventRow {

    private final Place place;
    private final ReadOnlyObjectWrapper<EventRecord> record = new ReadOnlyObjectWrapper<>();

    EventRow(Place place) {
        this.place = place;
    }

    /** Returns where it stands. */
    public Place place() {
        return place;
    }

    /** Returns what stands there; null until it was read. */
    public ReadOnlyObjectProperty<EventRecord> record() {
        return record.getReadOnlyProperty();
    }

    /** Returns what stands there, if it was read. */
    public Optional<EventRecord> known() {
        return Optional.ofNullable(record.get());
    }

    void fill(EventRecord read) {
        if (known().isEmpty()) {
            record.set(read);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventRow row && place.equals(row.place);
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }

    @Override
    public String toString() {
        return "row of " + place;
    }
}
