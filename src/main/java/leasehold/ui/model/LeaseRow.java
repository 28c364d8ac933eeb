package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.monitor.LeaseRecord;
import leasehold.session.Holder;

/** A row of the leases: stays the same object for as long as the lease is in view. */
public final class LeaseRow {

    /** Held longest first, then those that wait; ties by id. */
    public static final Comparator<LeaseRecord> HELD_LONGEST =
            Comparator.comparing((LeaseRecord lease) -> lease.grantedAt().isEmpty())
                    .thenComparingLong(LeaseRecord::grantNanos)
                    .thenComparingLong(LeaseRecord::id);

    private static final long THIS_PROCESS = ProcessHandle.current().pid();

    private final long id;
    private final ReadOnlyObjectWrapper<LeaseRecord> record;

    LeaseRow(LeaseRecord first) {
        id = first.id();
        record = new ReadOnlyObjectWrapper<>(first);
    }

    /** Returns the lease's id, which is the row's. */
    public long id() {
        return id;
    }

    /** Returns what is known of the lease now. */
    public LeaseRecord lease() {
        return record.get();
    }

    /** Returns what is known of the lease, as it changes. */
    public ReadOnlyObjectProperty<LeaseRecord> record() {
        return record.getReadOnlyProperty();
    }

    /** Tells whether the lease has ended and is shown for a moment longer. */
    public boolean ghost() {
        return lease().ended();
    }

    /** Returns who holds a lease: user, host and process; in this very process, the thread. */
    public static String holder(LeaseRecord lease) {
        Holder holder = lease.holder();
        return holder.pid() == THIS_PROCESS && !holder.thread().isEmpty()
                ? holder.thread()
                : holder.toString();
    }

    /** Returns how long it is or was held; empty for a request that waits or got nothing. */
    public Optional<Duration> heldFor(Instant now) {
        return heldFor(lease(), now);
    }

    /** Returns how long a lease is or was held; empty for a request that waits or got nothing. */
    public static Optional<Duration> heldFor(LeaseRecord lease, Instant now) {
        if (lease.finish().isPresent()) {
            long nanos = lease.finish().get().heldNanos();
            return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
        }
        return lease.grantedAt().map(granted -> Duration.between(granted, now));
    }

    void update(LeaseRecord newer) {
        record.set(newer);
    }

    @Override
    public String toString() {
        return "row of lease " + id + ", " + lease().state();
    }
}
