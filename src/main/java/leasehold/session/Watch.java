package leasehold.session;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches over the held leases: reports those held too long, and finds those whose handle was
 * collected (rule 15). Its timers run only while a lease is held. Everything is guarded.
 */
final class Watch {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final ReferenceQueue<Lease> dropped = new ReferenceQueue<>();
    private final Machine machine;
    private final Shell shell;
    private final long overdueNanos;
    private @Nullable Subscription sweep;
    private @Nullable Subscription overdue;

    Watch(Machine machine) {
        this.machine = machine;
        this.shell = machine.shell;
        this.overdueNanos = shell.policy.overdueAfter().toNanos();
    }

    /** Where the handles of dropped leases turn up. */
    ReferenceQueue<Lease> dropped() {
        return dropped;
    }

    /** A lease was granted. */
    void granted() {
        if (sweep == null) {
            sweep = shell.after(SWEEP, this::sweep);
        }
        if (overdue == null && overdueNanos > 0) {
            overdue = shell.after(shell.policy.overdueAfter(), this::look);
        }
    }

    void stop() {
        if (sweep != null) {
            sweep.close();
        }
        if (overdue != null) {
            overdue.close();
        }
    }

    private void sweep(long nanos) {
        for (Reference<? extends Lease> found = dropped.poll();
                found != null;
                found = dropped.poll()) {
            if (found instanceof LeaseCore core) {
                machine.holding.dropped(core, nanos);
            }
        }
        sweep = machine.book.held() == 0 ? null : shell.after(SWEEP, this::sweep);
    }

    private void look(long nanos) {
        LeaseCore oldest = machine.book.fresh();
        while (oldest != null && nanos - oldest.grantedNanos >= overdueNanos) {
            machine.book.overdue(oldest, nanos);
            oldest = machine.book.fresh();
        }
        overdue =
                oldest == null
                        ? null
                        : shell.at(oldest.grantedNanos + overdueNanos, nanos, this::look);
    }
}
