package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session without a lease is kept for a while, by its own timer alone: rules 17, 18. */
class LingerTest {

    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Act ACT = new Act("m", "update");

    @RegisterExtension final Lab lab = new Lab();

    @BeforeEach
    void lingers() {
        lab.start(policy -> policy.linger(LINGER));
    }

    @Test
    @DisplayName("rule 17: the session is kept for the whole linger, then closed, and says so")
    void keptForTheWholeLinger() {
        var until = lab.time.wall().plus(LINGER);
        SessionLease lease = lab.take("last");
        lease.close();
        lab.advance(LINGER.minus(NANO));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        assertThat(lab.controller().snapshot().current().orElseThrow().until()).contains(until);
        lab.advance(NANO);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.Lingering.class))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.until()).isEqualTo(until);
                            assertThat(event.lease()).isEqualTo(lease.id());
                            assertThat(event.client()).isEqualTo("last");
                        });
        assertThat(lab.recorder.events(SessionEvent.Closed.class).getFirst().reason())
                .isEqualTo(CloseReason.LINGER_ENDED);
    }

    @Test
    @DisplayName("rule 17: a session that is held again has no timer of its linger left")
    void heldAgainLeavesNoTimer() {
        SessionLease first = lab.take("a");
        int timers = lab.time.timers();
        first.close();
        lab.take("b");
        assertThat(lab.time.timers()).isEqualTo(timers);
    }

    @Test
    @DisplayName("rule 17: each release starts a full new linger")
    void eachReleaseStartsAFullLinger() {
        for (int i = 0; i < 3; i++) {
            lab.take("a").close();
            lab.advance(LINGER.minus(NANO));
            assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        }
        lab.advance(NANO);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 17: an old timer, late, does not cut the linger that began meanwhile")
    void lateTimerDoesNotCutANewLinger() {
        List<Runnable> late = lateLinger();
        lab.take("b").close();
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(LINGER.minus(NANO));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(NANO);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 17: an old timer, late, does nothing to a session that is held again")
    void lateTimerSparesAHolder() {
        List<Runnable> late = lateLinger();
        SessionLease held = lab.take("b");
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(held.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 17: an old timer, late, does nothing to a successor that lingers itself")
    void lateTimerSparesTheSuccessor() {
        List<Runnable> late = lateLinger();
        lab.lose(1);
        lab.take("b").close();
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        assertThat(lab.controller().snapshot().current().orElseThrow().epoch()).isEqualTo(2);
        lab.advance(LINGER.minus(NANO));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
    }

    @Test
    @DisplayName("rule 17: revoking the last lease closes without linger")
    void revokeClosesWithoutLinger() {
        SessionLease lease = lab.take("a");
        lab.controller().revoke(List.of(lease.id()), ACT);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.words()).doesNotContain("Lingering 1");
    }

    @Test
    @DisplayName("rule 17: a drain cuts a linger short, and its last release does not linger")
    void drainCutsLinger() {
        lab.take("a").close();
        var report = lab.controller().closeSession(Duration.ofSeconds(10), ACT);
        assertThat(lab.now(report).epoch()).isEqualTo(1);
        SessionLease held = lab.take("b");
        lab.controller().closeSession(Duration.ofSeconds(10), ACT);
        assertThat(lab.now(held.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
    }

    @Test
    @DisplayName("rule 17: a shutdown cuts a linger short")
    void shutdownCutsLinger() {
        lab.take("a").close();
        var report = lab.controller().shutdown(Duration.ofMinutes(1));
        assertThat(lab.now(report).revoked()).isEmpty();
        assertThat(lab.backend.log()).endsWith("closed 1");
    }

    @Test
    @DisplayName("rule 17: a jump of the wall clock cuts no linger")
    void wallClockJumps() {
        lab.take("a").close();
        lab.time.jump(Duration.ofDays(1));
        lab.advance(LINGER.minus(NANO));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(NANO);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 17: a hand-over to a waiter does not linger")
    void handOverDoesNotLinger() {
        lab.start(policy -> policy.linger(LINGER).maxLeases(1).maxWaiting(1));
        SessionLease lease = lab.take("a");
        var waiter = lab.ask("b");
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(lab.now(waiter).orElseThrow().epoch()).isEqualTo(1);
        assertThat(lab.words()).doesNotContain("Lingering 1");
    }

    @Test
    @DisplayName("rule 18: an acquire at the instant of linger's end, ahead of the timer, has it")
    void acquireAheadOfTheTimer() {
        List<Runnable> late = lateLinger();
        SessionLease lease = lab.take("b");
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(lease.epoch()).isEqualTo(1);
        assertThat(lease.unwrap(String.class)).isEqualTo("live-1");
        assertThat(lab.backend.log()).doesNotContain("close 1");
    }

    @Test
    @DisplayName("rule 18: an acquire at the instant of linger's end, behind the timer: the next")
    void acquireBehindTheTimer() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        List<Runnable> late = lateLinger();
        late.forEach(Runnable::run);
        var asked = lab.ask("b");
        assertThat(asked).isNotDone();
        closing.open();
        assertThat(lab.now(asked).orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 18: an asker overtaken by the timer on the way to the lock gets the next")
    void askerOvertakenByTheTimer() {
        SlowClock clock = new SlowClock(lab.time);
        lab.build(policy -> policy.linger(LINGER), builder -> builder.time(clock));
        lab.take("a").close();
        Gate slow = lab.gate();
        clock.holdNext(slow);
        AtomicReference<CompletableFuture<?>> asked = new AtomicReference<>();
        lab.threads.start(
                "asker",
                false,
                () -> asked.set(lab.controller().tryOpenSessionAsync(LeaseRequest.of("b"))));
        lab.settle();
        lab.advance(LINGER);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        slow.open();
        lab.settle();
        assertThat(asked.get()).isDone();
        assertThat(lab.controller().snapshot().current().orElseThrow().epoch()).isEqualTo(2);
    }

    /** Has the session linger, and returns what is due at the linger's end, not run yet. */
    private List<Runnable> lateLinger() {
        lab.take("a").close();
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.time.pass(LINGER);
        return lab.time.takeLate();
    }
}
