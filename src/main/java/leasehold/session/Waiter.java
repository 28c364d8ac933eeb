package leasehold.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One who waits for a lease, and the future of which the caller is the owner: whoever ends it, its
 * place is given up first (rule 3).
 */
final class Waiter extends CompletableFuture<Optional<SessionLease>> {

    final Lease lease;
    final LeaseCore core;

    /** Whether it stands in line. Written with the lock held. */
    volatile boolean inLine;

    /** Guarded. */
    @Nullable Waiter ahead;

    /** Guarded. */
    @Nullable Waiter behind;

    private final Asking asking;

    Waiter(Asking asking, Lease lease) {
        this.asking = asking;
        this.lease = lease;
        this.core = lease.core();
    }

    /** Ends the future as the controller does, and returns whether nobody else had. */
    boolean answer(Optional<SessionLease> result) {
        return super.complete(result);
    }

    @Override
    public boolean complete(Optional<SessionLease> value) {
        asking.giveUp(this);
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        asking.giveUp(this);
        return super.completeExceptionally(cause);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        asking.giveUp(this);
        return super.cancel(mayInterruptIfRunning);
    }

    /** What is derived from it is nobody's place in line. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
