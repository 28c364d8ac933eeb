package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A controller on virtual time, with counted threads, a scripted backend and a recorder. After
 * every test it shuts the controller down and checks the invariants: the ledger balances, every
 * request is answered, no timer and no thread is left, every event follows the one before.
 */
public final class Lab implements AfterEachCallback {

    /** A random source without surprise: exactly in the middle, so that jitter is nothing. */
    private static final RandomGenerator MIDDLE =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return 0;
                }

                @Override
                public double nextDouble() {
                    return 0.5;
                }
            };

    private static final Duration STEP = Duration.ofMillis(500);

    public final VirtualTime time = new VirtualTime();
    public final CountedThreads threads = new CountedThreads();
    public final ScriptedBackend backend = new ScriptedBackend();
    public final Recorder recorder = new Recorder();
    private final List<CompletableFuture<?>> asked = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private ServerSessionController controller;

    /** Returns the controller, built on first use with the default policy. */
    public ServerSessionController controller() {
        if (controller == null) {
            start(UnaryOperator.identity());
        }
        return controller;
    }

    /** Builds the controller with a policy that differs from the default. */
    public ServerSessionController start(UnaryOperator<SessionPolicy.Builder> policy) {
        return build(policy, UnaryOperator.identity());
    }

    /** Takes a controller that was built elsewhere, over this laboratory's time and threads. */
    public ServerSessionController adopt(ServerSessionController built) {
        controller = built;
        controller.subscribe(recorder);
        threads.settle();
        return controller;
    }

    /** Builds the controller with a policy and a builder that differ from the default. */
    public ServerSessionController build(
            UnaryOperator<SessionPolicy.Builder> policy, UnaryOperator<ControllerBuilder> with) {
        return adopt(make(policy, with));
    }

    /** Builds a controller to which nobody listens, so that no event is kept. */
    public ServerSessionController unheard(UnaryOperator<SessionPolicy.Builder> policy) {
        controller = make(policy, UnaryOperator.identity());
        return controller;
    }

    private ServerSessionController make(
            UnaryOperator<SessionPolicy.Builder> policy, UnaryOperator<ControllerBuilder> with) {
        SessionPolicy.Builder base = SessionPolicy.builder().retry(RetryPolicy.none());
        return with.apply(
                        ServerSessionController.over(backend)
                                .name("demo")
                                .time(time)
                                .threads(threads)
                                .random(MIDDLE)
                                .policy(policy.apply(base).build()))
                .build();
    }

    /** Returns a closed gate; opened after the test, if it was not before. */
    public Gate gate() {
        Gate gate = new Gate(threads, false);
        gates.add(gate);
        return gate;
    }

    /** Returns a closed gate at which interruption is ignored. */
    public Gate deafGate() {
        Gate gate = new Gate(threads, true);
        gates.add(gate);
        return gate;
    }

    /** Asks for a lease, and lets everything come to rest. */
    public CompletableFuture<Optional<SessionLease>> ask(String client) {
        return ask(LeaseRequest.of(client));
    }

    /** Asks for a lease, and lets everything come to rest. */
    public CompletableFuture<Optional<SessionLease>> ask(LeaseRequest request) {
        return ask(request, CancellationToken.none());
    }

    /** Asks for a lease with a token, and lets everything come to rest. */
    public CompletableFuture<Optional<SessionLease>> ask(String client, CancellationToken token) {
        return ask(LeaseRequest.of(client), token);
    }

    private CompletableFuture<Optional<SessionLease>> ask(
            LeaseRequest request, CancellationToken token) {
        CompletableFuture<Optional<SessionLease>> future =
                controller().tryOpenSessionAsync(request, token);
        asked.add(future);
        settle();
        return future;
    }

    /** Takes a lease that must be granted. */
    public SessionLease take(String client) {
        return take(LeaseRequest.of(client));
    }

    /** Takes a lease that must be granted. */
    public SessionLease take(LeaseRequest request) {
        return now(ask(request))
                .orElseThrow(() -> new AssertionError("no lease for " + request.client()));
    }

    /** Returns what a future that must be complete has. */
    public <T> T now(CompletionStage<T> stage) {
        settle();
        CompletableFuture<T> future = stage.toCompletableFuture();
        assertThat(future).isDone();
        return future.join();
    }

    /** Runs something on a thread of its own, on which a gate can hold it. */
    public void aside(Runnable task) {
        threads.start("lab-aside", false, task);
        settle();
    }

    /** Has the server drop a session, and lets everything come to rest. */
    public void lose(long epoch) {
        backend.attemptOf(epoch).reportLost(new SessionLostException("57P01", "killed", null));
        settle();
    }

    /** Lets every thread end or come to a gate. */
    public void settle() {
        threads.settle();
    }

    /** Moves time on, and runs every timer that is due on the way, each followed by rest. */
    public void advance(Duration by) {
        long until = time.nanos() + by.toNanos();
        settle();
        for (Runnable due = time.takeDue(until); due != null; due = time.takeDue(until)) {
            due.run();
            settle();
        }
        time.moveTo(until);
    }

    public SessionState state() {
        return controller().snapshot().state();
    }

    /** Returns the words of the events since the last call. */
    public List<String> words() {
        settle();
        return recorder.words();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (controller == null) {
            return;
        }
        CompletionStage<ShutdownReport> stage = controller.shutdown(Duration.ZERO);
        settle();
        awaitEnd(stage.toCompletableFuture());
        assertThat(time.timers()).as("timers left").isZero();
        gates.forEach(Gate::open);
        assertThat(now(stage)).isNotNull();
        checkInvariants();
        assertThat(threads.awaitNone(20)).as("no thread is left").isTrue();
    }

    /**
     * Moves time on until the shutdown has completed, and not beyond: no timer left may run out.
     */
    private void awaitEnd(CompletableFuture<?> shutdown) {
        for (int step = 0; step < 240 && !shutdown.isDone(); step++) {
            advance(STEP);
        }
    }

    private void checkInvariants() {
        SessionSnapshot last = controller.snapshot();
        assertThat(last.state()).isEqualTo(SessionState.SHUT_DOWN);
        assertThat(last.ledger().balanced()).as("ledger %s", last.ledger()).isTrue();
        assertThat(last.ledger().held()).isZero();
        assertThat(last.waiting()).isZero();
        assertThat(asked).allMatch(CompletableFuture::isDone, "every request is answered");
        assertThat(time.timers()).as("timers left").isZero();
        assertNumbersFollow();
    }

    private void assertNumbersFollow() {
        List<SessionEvent> events = recorder.events();
        if (recorder.gaps().isEmpty()) {
            for (int i = 1; i < events.size(); i++) {
                assertThat(events.get(i).number()).isEqualTo(events.get(i - 1).number() + 1);
            }
            StateTrail.of(events);
        }
    }
}
