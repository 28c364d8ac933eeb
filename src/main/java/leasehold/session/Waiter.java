package leasehold.session;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who waits for a lease, and the future of which the caller is the owner: whoever ends it, its
 * place is given up and its token left first (rule 3). First, for the caller's dependents run
 * before any of ours, and may block.
 */
final class Waiter extends CompletableFuture<Optional<SessionLease>> {

    private static final Logger LOG = LoggerFactory.getLogger(Waiter.class);

    final Lease lease;
    final LeaseCore core;

    /** Whether it stands in line. Written with the lock held. */
    volatile boolean inLine;

    /** Guarded. */
    @Nullable Waiter ahead;

    /** Guarded. */
    @Nullable Waiter behind;

    private final Asking asking;
    private volatile Subscription onToken = Subscription.NONE;

    Waiter(Asking asking, Lease lease) {
        this.asking = asking;
        this.lease = lease;
        this.core = lease.core();
    }

    /** Takes what was registered with the caller's token, to be closed when the future ends. */
    void registered(Subscription subscription) {
        onToken = subscription;
        whenComplete((_, _) -> leave());
    }

    /** Ends the future as the controller does, and returns whether nobody else had. */
    boolean answer(Optional<SessionLease> result) {
        leaveToken();
        return super.complete(result);
    }

    @Override
    public boolean complete(Optional<SessionLease> value) {
        leave();
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        leave();
        return super.completeExceptionally(cause);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        leave();
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public CompletableFuture<Optional<SessionLease>> completeAsync(
            Supplier<? extends Optional<SessionLease>> supplier, Executor executor) {
        Objects.requireNonNull(supplier, "supplier");
        executor.execute(() -> completeBy(supplier));
        return this;
    }

    @Override
    public void obtrudeValue(Optional<SessionLease> value) {
        leave();
        super.obtrudeValue(value);
    }

    @Override
    public void obtrudeException(Throwable cause) {
        leave();
        super.obtrudeException(cause);
    }

    private void completeBy(Supplier<? extends Optional<SessionLease>> supplier) {
        if (isDone()) {
            return;
        }
        try {
            complete(supplier.get());
        } catch (Throwable t) {
            completeExceptionally(
                    t instanceof CompletionException ? t : new CompletionException(t));
        }
    }

    private void leave() {
        asking.giveUp(this);
        leaveToken();
    }

    private void leaveToken() {
        Subscription left = onToken;
        onToken = Subscription.NONE;
        try {
            left.close();
        } catch (Throwable e) {
            LOG.warn("a token's registration failed with {}", e.getClass().getName());
        }
    }
}
