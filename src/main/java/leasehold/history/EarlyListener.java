package leasehold.history;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;

/**
 * Listens before it is known to whom: the thread that tells waits until then, while what happens
 * stays in the ring. Safe for use by several threads.
 */
final class EarlyListener implements SessionListener {

    private final CompletableFuture<Optional<SessionListener>> listener = new CompletableFuture<>();

    /** From now on another is told, beginning with what waited; nobody if it is empty. */
    void decide(Optional<SessionListener> to) {
        listener.complete(to);
    }

    @Override
    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
        tell(to -> to.onSnapshot(snapshot, leases));
    }

    @Override
    public void onEvent(SessionEvent event) {
        tell(to -> to.onEvent(event));
    }

    @Override
    public void onGap(long first, long last) {
        tell(to -> to.onGap(first, last));
    }

    /** Who is interrupted meanwhile is being closed, and is told nothing any more. */
    private void tell(Consumer<SessionListener> what) {
        try {
            listener.get().ifPresent(what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        }
    }
}
