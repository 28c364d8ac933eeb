package leasehold.ui.model;

import java.time.Instant;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.monitor.Counters;
import leasehold.session.Ledger;

/** What the status bar says: exact counts, and how many events there are in a second. */
public final class StatusModel {

    private static final Counters NONE =
            new Counters(0, 0, new Ledger(0, 0, 0, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0);

    private final ReadOnlyLongWrapper perSecond = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Counters> counters = new ReadOnlyObjectWrapper<>(NONE);
    private long countedAtMillis;
    private long countedEvents;

    StatusModel() {}

    /** Returns how many events there were in the last second. */
    public ReadOnlyLongProperty perSecond() {
        return perSecond.getReadOnlyProperty();
    }

    /** Returns the exact counts. */
    public ReadOnlyObjectProperty<Counters> counters() {
        return counters.getReadOnlyProperty();
    }

    void apply(Counters newer) {
        counters.set(newer);
    }

    void tick(Instant now) {
        long events = counters.get().events();
        long passed = now.toEpochMilli() - countedAtMillis;
        if (passed >= 1_000) {
            perSecond.set((events - countedEvents) * 1_000 / passed);
            countedAtMillis = now.toEpochMilli();
            countedEvents = events;
        }
    }

    boolean ticking() {
        return perSecond.get() > 0 || counters.get().events() > countedEvents;
    }
}
