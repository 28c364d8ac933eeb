package leasehold.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import leasehold.session.CancellationToken;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseRequest;
import leasehold.session.ReleaseOutcome;
import leasehold.session.SessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionUnavailableException;

/**
 * Grants or refuses as told, and notes who asked, who holds, and how often each lease was released.
 */
final class FakeController implements SessionController {

    final List<String> asked = new ArrayList<>();
    private final Set<FakeLease> held = new HashSet<>();
    private int releases;
    private int mostHeld;
    private boolean refusing;

    /** Those who asked and got no answer. */
    final List<CompletableFuture<Optional<SessionLease>>> waiting = new CopyOnWriteArrayList<>();

    private volatile boolean silent;

    /** Leaves those who do not wait for it without an answer. */
    void fallSilent() {
        silent = true;
    }

    synchronized void refuse() {
        refusing = true;
    }

    synchronized int held() {
        return held.size();
    }

    /** Returns how many leases were held at once, at most. */
    synchronized int mostHeld() {
        return mostHeld;
    }

    synchronized int asked() {
        return asked.size();
    }

    synchronized int releases() {
        return releases;
    }

    synchronized List<String> holders() {
        return held.stream().map(lease -> lease.request.client()).sorted().toList();
    }

    synchronized Set<String> purposes() {
        Set<String> purposes = new HashSet<>();
        held.forEach(lease -> purposes.add(lease.request.purpose()));
        return purposes;
    }

    /** Ends every lease from the server's side. */
    void loseAll() {
        List<FakeLease> lost;
        synchronized (this) {
            lost = List.copyOf(held);
            held.clear();
        }
        lost.forEach(lease -> lease.end.complete(LeaseEnd.of(LeaseEnd.Kind.LOST)));
    }

    /** Waits until something is so; whatever may make it so notifies. */
    synchronized void await(BooleanSupplier so) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!so.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("held " + holders() + ", asked " + asked);
            }
            wait(left);
        }
    }

    @Override
    public synchronized Optional<SessionLease> tryOpenSession(LeaseRequest request)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        asked.add(request.client());
        notifyAll();
        if (refusing) {
            return Optional.empty();
        }
        FakeLease lease = new FakeLease(request);
        held.add(lease);
        mostHeld = Math.max(mostHeld, held.size());
        return Optional.of(lease);
    }

    @Override
    public SessionLease openSession(LeaseRequest request)
            throws SessionUnavailableException, InterruptedException {
        return tryOpenSession(request).orElseThrow();
    }

    @Override
    public CompletableFuture<Optional<SessionLease>> tryOpenSessionAsync(
            LeaseRequest request, CancellationToken token) {
        if (silent) {
            CompletableFuture<Optional<SessionLease>> unanswered = new CompletableFuture<>();
            waiting.add(unanswered);
            return unanswered;
        }
        try {
            return CompletableFuture.completedFuture(tryOpenSession(request));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void release(FakeLease lease) {
        releases++;
        held.remove(lease);
        notifyAll();
    }

    private final class FakeLease implements SessionLease {

        private final LeaseRequest request;
        private final CompletableFuture<LeaseEnd> end = new CompletableFuture<>();

        FakeLease(LeaseRequest request) {
            this.request = request;
        }

        @Override
        public long id() {
            return 1;
        }

        @Override
        public String client() {
            return request.client();
        }

        @Override
        public Holder holder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long epoch() {
            return 1;
        }

        @Override
        public Instant requestedAt() {
            return Instant.EPOCH;
        }

        @Override
        public Instant grantedAt() {
            return Instant.EPOCH;
        }

        @Override
        public boolean opener() {
            return false;
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isActive() {
            return !end.isDone();
        }

        @Override
        public CompletionStage<LeaseEnd> ended() {
            return end;
        }

        @Override
        public CompletionStage<Instant> recalled() {
            return new CompletableFuture<>();
        }

        @Override
        public boolean renew() {
            return isActive();
        }

        @Override
        public CompletionStage<ReleaseOutcome> closeAsync() {
            release(this);
            return CompletableFuture.completedFuture(ReleaseOutcome.KEPT);
        }

        @Override
        public void close() {
            release(this);
        }
    }
}
