package leasehold.ui.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import leasehold.history.EntryList;
import leasehold.history.Place;
import leasehold.history.RunOrder;

/** How many events came after the last that somebody saw. */
final class UnseenEvents {

    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private Place seen = new Place(0, 0);

    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** All of these were seen. */
    void see(EntryList all) {
        if (!all.isEmpty()) {
            seen = all.at(all.size() - 1);
        }
    }

    /** These were seen, and all that come before them. */
    void see(Collection<EventRow> rows, RunOrder order) {
        rows.forEach(row -> seen = Collections.max(List.of(seen, row.place()), order));
    }

    /** Counts those of a list that were not seen. */
    void countIn(EntryList all) {
        long before = all.before(seen) + (all.indexOf(seen) < 0 ? 0 : 1);
        count.set((int) (all.size() - before));
    }
}
