package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of controllers on the machine's own time: rules 24, 28, 29. */
@Timeout(60)
class ThreadsTest {

    private static final InheritableThreadLocal<String> LOCAL = new InheritableThreadLocal<>();

    private final Map<String, Thread> seen = new ConcurrentHashMap<>();
    private final Set<String> inherited = ConcurrentHashMap.newKeySet();

    @Test
    @DisplayName("rule 29: threads bear the controller's name, and inherit no thread-locals")
    void threadsBearTheNameAndInheritNothing() throws Exception {
        LOCAL.set("the caller's");
        ServerSessionController controller =
                controller("ledger-7", new Noting(false), Duration.ofMillis(1));
        controller.subscribe(new OnEvent(SessionEvent.class, () -> note("listener")));
        CountDownLatch go = new CountDownLatch(1);
        opening = go;
        var asked = controller.tryOpenSessionAsync().thenApply(this::noteGrant);
        go.countDown();
        SessionLease lease = asked.get(20, TimeUnit.SECONDS).orElseThrow();
        CompletableFuture<Void> ended =
                lease.ended().thenRun(() -> note("ended")).toCompletableFuture();
        lease.close();
        ended.get(20, TimeUnit.SECONDS);
        closed.await();
        controller.close();
        assertThat(seen.keySet()).contains("open", "close", "listener", "granted", "ended");
        assertThat(seen.values()).allMatch(thread -> thread.getName().startsWith("ledger-7-"));
        assertThat(seen.values()).allMatch(Thread::isVirtual);
        assertThat(inherited).isEmpty();
        LOCAL.remove();
    }

    @Test
    @DisplayName("rule 29: backend calls are on platform threads if the backend asks for them")
    void platformThreadsIfAsked() throws Exception {
        LOCAL.set("the caller's");
        try (ServerSessionController controller =
                controller("native", new Noting(true), Duration.ZERO)) {
            controller.openSession(LeaseRequest.of("a")).close();
        }
        assertThat(seen.get("open").isVirtual()).isFalse();
        assertThat(seen.get("close").isVirtual()).isFalse();
        assertThat(seen.get("close").isDaemon()).isTrue();
        assertThat(seen.get("open").getName()).startsWith("native-");
        assertThat(inherited).isEmpty();
        LOCAL.remove();
    }

    @Test
    @DisplayName("rule 29: one daemon timer thread a controller, and none before it is needed")
    void oneTimerThread() throws Exception {
        ServerSessionController one = controller("timers-one", new Noting(false), Duration.ZERO);
        ServerSessionController two = controller("timers-two", new Noting(false), Duration.ZERO);
        assertThat(platformThreads("timers-")).isEmpty();
        try (SessionLease a = one.openSession(LeaseRequest.of("a"));
                SessionLease b = two.openSession(LeaseRequest.of("b"))) {
            assertThat(a.isActive() && b.isActive()).isTrue();
            assertThat(platformThreads("timers-"))
                    .extracting(Thread::getName)
                    .containsExactlyInAnyOrder("timers-one-timer", "timers-two-timer");
            assertThat(platformThreads("timers-")).allMatch(Thread::isDaemon);
        }
        one.close();
        assertThat(platformThreads("timers-one")).isEmpty();
        two.close();
        assertThat(platformThreads("timers-")).isEmpty();
    }

    @Test
    @DisplayName("rule 24: after shutdown the timer thread has ended, when that is told")
    void timerThreadHasEnded() throws Exception {
        ServerSessionController controller = controller("ending", new Noting(false), Duration.ZERO);
        SessionLease lease = controller.openSession(LeaseRequest.of("a"));
        assertThat(platformThreads("ending")).hasSize(1);
        List<Thread> left =
                controller
                        .shutdown(Duration.ZERO)
                        .thenApply(_ -> platformThreads("ending"))
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
        assertThat(left).isEmpty();
        assertThat(lease.isActive()).isFalse();
    }

    @Test
    @DisplayName(
            "rule 29: a hanging call of one controller delays nobody else's timers, nor its own")
    void hangingCallDelaysNoTimer() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        opening = hang;
        ServerSessionController stuck =
                ServerSessionController.over(new Noting(false))
                        .name("stuck")
                        .policy(
                                SessionPolicy.builder()
                                        .openTimeout(Duration.ofMillis(20))
                                        .abortTimeout(Duration.ofMillis(20))
                                        .build())
                        .build();
        var asked = stuck.tryOpenSessionAsync();
        ServerSessionController other =
                ServerSessionController.over(new ScriptedBackend())
                        .policy(SessionPolicy.builder().linger(Duration.ofMillis(10)).build())
                        .build();
        CountDownLatch closed = new CountDownLatch(1);
        other.subscribe(new OnEvent(SessionEvent.Closed.class, closed::countDown));
        other.openSession(LeaseRequest.of("b")).close();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.get(20, TimeUnit.SECONDS)).isEmpty();
        hang.countDown();
        stuck.close();
        other.close();
    }

    @Test
    @DisplayName("rule 29: two controllers share no lock: one that is held up stops no other")
    void controllersShareNoLock() throws Exception {
        HesitantTime time = new HesitantTime(new VirtualTime());
        ServerSessionController one =
                ServerSessionController.over(new ScriptedBackend())
                        .time(new HoldingTime(time, opening = new CountDownLatch(1)))
                        .build();
        CompletableFuture<?> inside =
                CompletableFuture.runAsync(
                        one::tryOpenSessionAsync, task -> Thread.ofPlatform().start(task));
        assertThat(((HoldingTime) holding).inside.await(20, TimeUnit.SECONDS)).isTrue();
        try (ServerSessionController two =
                controller("two", new ScriptedBackend(), Duration.ZERO)) {
            two.openSession(LeaseRequest.of("b")).close();
        }
        assertThat(inside).isNotDone();
        opening.countDown();
        inside.get(20, TimeUnit.SECONDS);
        one.shutdown(Duration.ZERO);
    }

    private volatile CountDownLatch opening;
    private volatile SessionTime holding;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Holds whoever sets a timer, which is done with the lock held. */
    private final class HoldingTime implements SessionTime {

        private final SessionTime time;
        private final CountDownLatch go;
        private final CountDownLatch inside = new CountDownLatch(1);

        HoldingTime(SessionTime time, CountDownLatch go) {
            this.time = time;
            this.go = go;
            holding = this;
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public java.time.Instant wall() {
            return time.wall();
        }

        @Override
        public Subscription after(Duration delay, Runnable action) {
            inside.countDown();
            awaitQuietly(go);
            return time.after(delay, action);
        }
    }

    private static ServerSessionController controller(
            String name, SessionBackend backend, Duration linger) {
        return ServerSessionController.over(backend)
                .name(name)
                .policy(SessionPolicy.builder().linger(linger).build())
                .build();
    }

    private java.util.Optional<SessionLease> noteGrant(java.util.Optional<SessionLease> lease) {
        note("granted");
        return lease;
    }

    private void note(String what) {
        seen.put(what, Thread.currentThread());
        if (LOCAL.get() != null) {
            inherited.add(what);
        }
    }

    private static List<Thread> platformThreads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes on which thread it is called. */
    private final class Noting implements SessionBackend {

        private final boolean platform;

        Noting(boolean platform) {
            this.platform = platform;
        }

        @Override
        public boolean platformThreads() {
            return platform;
        }

        @Override
        public BackendSession open(OpenAttempt attempt) throws Exception {
            note("open");
            if (opening != null) {
                opening.await();
            }
            return new BackendSession() {
                @Override
                public String id() {
                    return "x";
                }

                @Override
                public Map<String, String> attributes() {
                    return Map.of();
                }

                @Override
                public void close() {
                    note("close");
                    closed.countDown();
                }
            };
        }
    }
}
