package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Strangers' code never runs while the controller holds its lock: rule 28. */
class LockTest {

    @RegisterExtension final Lab lab = new Lab();
    private final Set<String> places = ConcurrentHashMap.newKeySet();
    private final Queue<String> locked = new ConcurrentLinkedQueue<>();
    private volatile ServerSessionController controller;

    @Test
    @DisplayName("rule 28: no code of a backend runs while the lock is held")
    void backendsCode() {
        start(
                policy ->
                        policy.keepAlive(Duration.ofSeconds(1))
                                .abortTimeout(Duration.ofSeconds(5)));
        SessionLease lease = lab.take("a");
        lease.unwrap(Runnable.class);
        lab.advance(Duration.ofSeconds(1));
        lease.closeAsync();
        lab.settle();
        hanging = lab.gate();
        lab.ask("b").cancel(true);
        lab.settle();
        assertThat(places)
                .contains(
                        "open",
                        "id",
                        "attributes",
                        "mask",
                        "beat",
                        "close",
                        "unwrap",
                        "abort hook");
        assertThat(locked).isEmpty();
    }

    @Test
    @DisplayName("rule 28: no listener runs while the lock is held")
    void listeners() {
        start(policy -> policy);
        controller.subscribe(
                new SessionListener() {
                    @Override
                    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
                        probe("onSnapshot");
                    }

                    @Override
                    public void onEvent(SessionEvent event) {
                        probe("onEvent");
                    }
                });
        lab.take("a").closeAsync();
        lab.settle();
        assertThat(places).contains("onSnapshot", "onEvent");
        assertThat(locked).isEmpty();
    }

    @Test
    @DisplayName("rule 28: no continuation of a caller runs while the lock is held")
    void continuations() {
        start(policy -> policy.maxLeases(2).maxWaiting(5));
        hanging = lab.gate();
        var granted = controller.tryOpenSessionAsync();
        granted.thenRun(() -> probe("granted"));
        lab.settle();
        hanging.open();
        SessionLease a = lab.now(granted).orElseThrow();
        SessionLease b = lab.take("b");
        controller.tryOpenSessionAsync().thenRun(() -> probe("refused"));
        var cancelled = controller.tryOpenSessionAsync();
        cancelled.whenComplete((_, _) -> probe("cancelled"));
        cancelled.cancel(true);
        CancellationSource source = new CancellationSource();
        controller
                .tryOpenSessionAsync(source.token())
                .whenComplete((_, _) -> probe("cancelled by its token"));
        source.cancel();
        a.ended().thenRun(() -> probe("ended"));
        b.recalled().thenRun(() -> probe("recalled"));
        controller.revoke(List.of(a.id()), new Act("m", ""));
        controller
                .closeSession(Duration.ofHours(1), new Act("m", ""))
                .thenRun(() -> probe("drained"));
        b.closeAsync().thenRun(() -> probe("disconnected"));
        lab.settle();
        controller.shutdown(Duration.ZERO).thenRun(() -> probe("shutdown"));
        lab.settle();
        assertThat(places)
                .contains(
                        "granted",
                        "refused",
                        "cancelled",
                        "cancelled by its token",
                        "ended",
                        "recalled",
                        "drained",
                        "disconnected",
                        "shutdown");
        assertThat(locked).isEmpty();
    }

    @Test
    @DisplayName(
            "rule 28: no token, and nothing told of a loss or a reattachment, runs while the lock"
                    + " is held")
    void tokensAndCallbacks() {
        start(policy -> policy.reopen(true));
        hanging = lab.gate();
        var asked =
                controller.tryOpenSessionAsync(
                        LeaseRequest.of("a").withOnReattached(_ -> probe("reattached")),
                        new ProbingToken());
        hanging.open();
        assertThat(lab.now(asked)).isPresent();
        last.reportLost(new SessionLostException("killed", null));
        lab.settle();
        assertThat(places)
                .contains("isCancelled", "onCancel", "token closed", "lost", "reattached");
        assertThat(locked).isEmpty();
    }

    @Test
    @DisplayName(
            "rule 28: no retry's report runs, and no thread is started, while the lock is held")
    void retriesAndThreads() {
        controller =
                lab.build(
                        policy -> policy,
                        builder ->
                                builder.threads(
                                        (name, platform, task) -> {
                                            probe("thread");
                                            return lab.threads.start(name, platform, task);
                                        }));
        lab.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
        lab.take("a").closeAsync();
        lab.settle();
        Gate gate = lab.gate();
        lab.backend.onClose(gate::pass);
        controller.retryClose(1, new Act("m", "")).thenRun(() -> probe("retried"));
        gate.open();
        lab.settle();
        assertThat(places).contains("thread", "retried");
        assertThat(locked).isEmpty();
    }

    private volatile Gate hanging;
    private volatile OpenAttempt last;

    private void start(java.util.function.UnaryOperator<SessionPolicy.Builder> policy) {
        SessionPolicy built =
                policy.apply(SessionPolicy.builder().retry(RetryPolicy.none())).build();
        controller =
                lab.adopt(
                        ServerSessionController.over(new ProbingBackend())
                                .time(lab.time)
                                .threads(lab.threads)
                                .policy(built)
                                .build());
    }

    /** Looks, from another thread, whether the lock is free. */
    private void probe(String place) {
        ServerSessionController probed = controller;
        if (probed == null) {
            return;
        }
        places.add(place);
        try {
            CompletableFuture.supplyAsync(probed::snapshot, task -> Thread.ofVirtual().start(task))
                    .get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            locked.add(place + ": " + e);
        }
    }

    private final class ProbingBackend implements SessionBackend {

        @Override
        public BackendSession open(OpenAttempt attempt) throws Exception {
            probe("open");
            last = attempt;
            attempt.onAbort(() -> probe("abort hook"));
            Gate gate = hanging;
            if (gate != null) {
                gate.pass();
            }
            return new ProbingSession();
        }

        @Override
        public String mask(String text) {
            probe("mask");
            return text;
        }
    }

    private final class ProbingSession implements BackendSession {

        @Override
        public String id() {
            probe("id");
            return "x";
        }

        @Override
        public Map<String, String> attributes() {
            probe("attributes");
            return Map.of("k", "v");
        }

        @Override
        public void keepAlive() {
            probe("beat");
        }

        @Override
        public void close() {
            probe("close");
        }

        @Override
        public void lost() {
            probe("lost");
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            probe("unwrap");
            return Optional.of(type.cast((Runnable) () -> {}));
        }
    }

    private final class ProbingToken implements CancellationToken {

        @Override
        public boolean isCancelled() {
            probe("isCancelled");
            return false;
        }

        @Override
        public Subscription onCancel(Runnable callback) {
            probe("onCancel");
            return () -> probe("token closed");
        }
    }
}
