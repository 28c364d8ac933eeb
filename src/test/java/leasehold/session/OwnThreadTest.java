package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Continuations that block hold up nobody: rule 28. */
class OwnThreadTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 28: a grant at hand is complete on return")
    void grantAtHandIsComplete() {
        lab.take("opens");
        assertThat(lab.controller().tryOpenSessionAsync()).isDone();
    }

    @Test
    @DisplayName("rule 28: a continuation of one grant that blocks holds up no other grant")
    void blockedGrantHoldsUpNoOther() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var blocked = lab.ask("blocked");
        blocked.thenRun(block(lab.gate()));
        var next = lab.ask("next");
        opening.open();
        SessionLease lease = lab.now(next).orElseThrow();
        assertThat(lab.now(blocked)).isPresent();
        lab.now(lease.closeAsync());
        assertThat(lab.take("later")).isNotNull();
    }

    @Test
    @DisplayName("rule 28: a continuation of a refusal that blocks holds up no other refusal")
    void blockedRefusalHoldsUpNoOther() {
        Gate opening = lab.gate();
        lab.backend.onOpen(
                () -> {
                    opening.pass();
                    throw new IllegalStateException("no");
                });
        var blocked = lab.ask("blocked");
        blocked.thenRun(block(lab.gate()));
        var next = lab.ask("next");
        opening.open();
        assertThat(lab.now(next)).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName(
            "rule 28: a continuation of a release that blocks holds up neither close nor opening")
    void blockedReleaseHoldsUpNothing() {
        SessionLease lease = lab.take("a");
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        lease.closeAsync().thenRun(block(lab.gate()));
        var next = lab.ask("b");
        closing.open();
        assertThat(lab.now(next).orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 28: a continuation of ended() that blocks holds up no other holder")
    void blockedEndHoldsUpNoOther() {
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        a.ended().thenRun(block(lab.gate()));
        CompletionStage<LeaseEnd> told = b.ended();
        lab.controller().revokeAll(new Act("m", ""));
        assertThat(lab.now(told).kind()).isEqualTo(LeaseEnd.Kind.REVOKED);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName(
            "rule 28: a callback of a reattachment that blocks holds up neither grant nor holder")
    void blockedReattachmentHoldsUpNobody() {
        lab.start(policy -> policy.reopen(true));
        Gate gate = lab.gate();
        SessionLease a = lab.take(LeaseRequest.of("a").withOnReattached(_ -> block(gate).run()));
        CompletableFuture<Long> told = new CompletableFuture<>();
        lab.take(LeaseRequest.of("b").withOnReattached(lease -> told.complete(lease.epoch())));
        lab.backend.lastAttempt().reportLost(new leasehold.backend.SessionLostException("x", null));
        assertThat(lab.now(told)).isEqualTo(2);
        assertThat(a.epoch()).isEqualTo(2);
        assertThat(lab.take("c").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "rule 28: a continuation of closeSession that blocks lets requests be accepted again")
    void blockedDrainHoldsUpNobody() {
        SessionLease a = lab.take("a");
        lab.controller()
                .closeSession(Duration.ofHours(1), new Act("m", ""))
                .thenRun(block(lab.gate()));
        a.closeAsync();
        lab.settle();
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 28: a continuation that throws harms nobody")
    void throwingContinuation() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked = lab.ask("a");
        asked.thenRun(
                () -> {
                    throw new AssertionError("continuation");
                });
        opening.open();
        SessionLease lease = lab.now(asked).orElseThrow();
        lease.ended()
                .thenRun(
                        () -> {
                            throw new StackOverflowError("continuation");
                        });
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
    }

    @Test
    @DisplayName("rule 28: a stage that was handed out cannot be completed by its caller")
    void stagesAreReadOnly() {
        SessionLease a = lab.take("a");
        CompletionStage<LeaseEnd> ended = a.ended();
        CompletionStage<ShutdownReport> stopped = lab.controller().shutdown(Duration.ofHours(1));
        ended.toCompletableFuture().complete(LeaseEnd.of(LeaseEnd.Kind.LOST));
        stopped.toCompletableFuture().cancel(true);
        assertThat(a.isActive()).isTrue();
        lab.now(a.closeAsync());
        assertThat(lab.now(ended).kind()).isEqualTo(LeaseEnd.Kind.RELEASED);
        assertThat(lab.now(stopped).revoked()).isEmpty();
    }

    private static void ended(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable block(Gate gate) {
        return () -> {
            try {
                gate.pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Test
    @DisplayName("rule 28: of several who wait for one closing none is kept waiting by another")
    void severalWaitForOneClosing() {
        SessionLease a = lab.take("a");
        Act by = new Act("m", "");
        var first = lab.controller().closeSession(Duration.ofHours(1), by);
        var second = lab.controller().closeSession(Duration.ofHours(1), by);
        var third = lab.controller().closeSession(Duration.ofHours(1), by);
        second.thenRun(block(lab.gate()));
        a.closeAsync();
        assertThat(lab.now(first)).isEqualTo(lab.now(third));
    }

    @Test
    @DisplayName("rule 28: close() is not kept waiting by who else waits for the shutdown")
    void closeBesideABlockedContinuation() {
        lab.controller().shutdown(Duration.ZERO).thenRun(block(lab.gate()));
        lab.controller().close();
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
    }

    @Test
    @DisplayName(
            "rule 3: a maker of threads that throws after it started one has nothing done twice")
    void makerThatThrowsLate() {
        lab.build(
                policy -> policy,
                builder ->
                        builder.threads(
                                new SessionThreads() {
                                    @Override
                                    public Thread start(
                                            String name, boolean platform, Runnable task) {
                                        Thread started = lab.threads.start(name, platform, task);
                                        if (!name.endsWith("feed")) {
                                            ended(started);
                                            throw new IllegalStateException("after the start");
                                        }
                                        return started;
                                    }

                                    @Override
                                    public void rest(long millis) {}
                                }));
        SessionLease a = lab.controller().tryOpenSessionAsync().join().orElseThrow();
        lab.settle();
        assertThat(a.isActive()).isTrue();
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1");
    }

    @Test
    @DisplayName("rule 6: an opening whose maker of threads throws while it runs is not forgotten")
    void makerThatThrowsMeanwhile() {
        Gate running = lab.deafGate();
        lab.backend.onOpen(running::pass);
        lab.build(
                policy -> policy,
                builder ->
                        builder.threads(
                                (name, platform, task) -> {
                                    Thread started = lab.threads.start(name, platform, task);
                                    if (name.endsWith("open-1")) {
                                        lab.settle();
                                        throw new IllegalStateException("while it runs");
                                    }
                                    return started;
                                }));
        var asked = lab.ask("a");
        assertThat(asked).isNotDone();
        running.open();
        assertThat(lab.now(asked)).isPresent();
    }

    @Test
    @DisplayName("rule 6: a time that cannot set a timer leaves nobody unanswered")
    void timeThatThrows() {
        lab.build(policy -> policy, builder -> builder.time(OddTime.withoutTimers(lab.time)));
        assertThat(lab.take("a").isActive()).isTrue();
    }

    @Test
    @DisplayName("rule 24: a time that cannot set a timer ends beside a deaf listener all the same")
    void partsWithoutTimers() {
        lab.build(policy -> policy, builder -> builder.time(OddTime.withoutTimers(lab.time)));
        Gate deaf = lab.deafGate();
        lab.controller().subscribe(new OnEvent(SessionEvent.Granted.class, deaf::passQuietly));
        lab.take("a");
        assertThat(lab.now(lab.controller().shutdown(Duration.ZERO)).threads())
                .contains("demo-feed");
    }
}
