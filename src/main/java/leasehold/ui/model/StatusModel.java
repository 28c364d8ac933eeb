package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.monitor.Counters;
import leasehold.session.Ledger;

/** What the status bar says: exact counts, and how many events there are in a second. */
public final class StatusModel {

    private static final Duration BEARABLE = Duration.ofMillis(200);
    private static final Counters NONE =
            new Counters(0, 0, new Ledger(0, 0, 0, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0);

    private final ReadOnlyLongWrapper perSecond = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Counters> counters = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyObjectWrapper<Duration> lag = new ReadOnlyObjectWrapper<>(Duration.ZERO);
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

    /**
     * Returns how far the view is behind what happens; zero if by no more than it should be, for a
     * beat or two is no delay that anybody sees.
     */
    public ReadOnlyObjectProperty<Duration> lag() {
        return lag.getReadOnlyProperty();
    }

    void apply(Counters newer, Duration newLag) {
        counters.set(newer);
        lag.set(newLag.compareTo(BEARABLE) > 0 ? newLag : Duration.ZERO);
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
        return lag.get().isPositive()
                || perSecond.get() > 0
                || counters.get().events() > countedEvents;
    }
}
