package leasehold.session;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import leasehold.backend.SessionBackend;

public final class ServerSessionController implements SessionController, AutoCloseable {

    public static Builder over(SessionBackend backend) { return new Builder(); }
    public String name() { throw new UnsupportedOperationException(); }
    public SessionPolicy policy() { throw new UnsupportedOperationException(); }
    public SessionSnapshot snapshot() { throw new UnsupportedOperationException(); }
    public List<LeaseInfo> leases() { throw new UnsupportedOperationException(); }
    public Subscription subscribe(SessionListener listener) { throw new UnsupportedOperationException(); }
    public Map<Long, LeaseEnd> revoke(Collection<Long> ids, Act by) { throw new UnsupportedOperationException(); }
    public Map<Long, LeaseEnd> revokeAll(Act by) { throw new UnsupportedOperationException(); }
    public CompletionStage<CloseReport> closeSession(Duration drain, Act by) { throw new UnsupportedOperationException(); }
    public CompletionStage<CloseReport> retryClose(long epoch, Act by) { throw new UnsupportedOperationException(); }
    public boolean forget(long epoch, Act by) { throw new UnsupportedOperationException(); }
    public void retryNow() { throw new UnsupportedOperationException(); }
    public void capture(CaptureLevel level) { throw new UnsupportedOperationException(); }
    public CompletionStage<ShutdownReport> shutdown(Duration deadline) { throw new UnsupportedOperationException(); }
    @Override public void close() { throw new UnsupportedOperationException(); }
    @Override public CompletableFuture<Optional<SessionLease>> tryOpenSessionAsync(LeaseRequest request, CancellationToken token) { throw new UnsupportedOperationException(); }
    @Override public Optional<SessionLease> tryOpenSession(LeaseRequest request) throws InterruptedException { throw new UnsupportedOperationException(); }
    @Override public SessionLease openSession(LeaseRequest request) throws SessionUnavailableException, InterruptedException { throw new UnsupportedOperationException(); }

    public static final class Builder {
        public Builder name(String name) { return this; }
        public Builder policy(SessionPolicy policy) { return this; }
        public Builder time(SessionTime time) { return this; }
        public Builder threads(SessionThreads threads) { return this; }
        public Builder random(RandomGenerator random) { return this; }
        public Builder capture(CaptureLevel level) { return this; }
        public Builder foreign(String... packages) { return this; }
        public Builder ring(int events) { return this; }
        public Builder closeOnExit(Duration deadline) { return this; }
        public ServerSessionController build() { throw new UnsupportedOperationException(); }
    }
}
