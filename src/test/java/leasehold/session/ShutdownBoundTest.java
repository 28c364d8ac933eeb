package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deaf calls, and shutting down from odd places: rule 24. */
class ShutdownBoundTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration BOUND = Duration.ofSeconds(10 + 5 + 10);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName(
            "rule 24: with a deaf beat and a deaf close, by deadline + abortTimeout + closeTimeout")
    void deafBeatAndDeafClose() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(1)));
        lab.take("a");
        lab.backend.onBeat(lab.deafGate()::pass);
        lab.backend.onClose(lab.deafGate()::pass);
        lab.advance(Duration.ofSeconds(1));
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(TEN);
        lab.advance(BOUND.minusNanos(1));
        assertThat(report.toCompletableFuture()).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(report).took()).isEqualTo(BOUND);
        assertThat(lab.now(report).strays())
                .extracting(StrayInfo::kind)
                .contains(StrayInfo.Kind.CLOSE);
        assertThat(lab.time.timers()).isZero();
        assertThat(lab.threads.names()).allMatch(name -> name.matches("demo-(beat|close)-1"));
    }

    @Test
    @DisplayName("rule 24: a deaf close is named in the report, and nothing else is left")
    void deafCloseIsNamed() {
        SessionLease lease = lab.take("a");
        lab.backend.onClose(lab.deafGate()::pass);
        lease.closeAsync();
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(TEN);
        lab.advance(TEN);
        assertThat(lab.now(report).strays())
                .singleElement()
                .satisfies(
                        stray -> {
                            assertThat(stray.epoch()).isEqualTo(1);
                            assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.CLOSE);
                            assertThat(stray.running()).isTrue();
                        });
        assertThat(lab.threads.names()).containsExactly("demo-close-1");
        assertThat(lab.time.timers()).isZero();
    }

    @Test
    @DisplayName(
            "rule 24: a deaf open is named in the report; what it yields later is still closed")
    void deafOpenIsNamed() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a");
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(TEN);
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.now(report).strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.OPEN));
        assertThat(lab.threads.names()).containsExactly("demo-open-1");
        deaf.open();
        lab.settle();
        assertThat(lab.backend.living()).isZero();
        assertThat(lab.threads.names()).isEmpty();
    }

    @Test
    @DisplayName("rule 24: a call that hears an interrupt is interrupted when the controller ends")
    void callsThatHearAreInterrupted() {
        SessionLease lease = lab.take("a");
        lab.backend.onClose(lab.gate()::pass);
        lease.closeAsync();
        lab.advance(TEN);
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
        lab.controller().shutdown(TEN);
        lab.settle();
        assertThat(lab.threads.names()).isEmpty();
    }

    @Test
    @DisplayName("rule 24: a hook that hangs does not hold up the shutdown, and is named")
    void hangingAbortHook() {
        abortInto(lab.deafGate());
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(TEN);
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.now(report).strays())
                .extracting(StrayInfo::kind)
                .containsExactly(StrayInfo.Kind.ABORT);
    }

    @Test
    @DisplayName("rule 24: a hook that returns in time is waited for, and not named")
    void slowAbortHook() {
        Gate gate = lab.deafGate();
        abortInto(gate);
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(TEN);
        lab.settle();
        assertThat(report.toCompletableFuture()).isNotDone();
        gate.open();
        assertThat(lab.now(report).strays()).isEmpty();
        assertThat(lab.threads.names()).isEmpty();
    }

    /** Has somebody wait for an opening whose abort hook comes to a gate. */
    private void abortInto(Gate gate) {
        lab.backend.onOpen(
                () -> {
                    lab.backend.lastAttempt().onAbort(gate::passQuietly);
                    lab.gate().pass();
                });
        lab.ask("a");
    }

    @Test
    @DisplayName("rule 24: from a listener: the same stage, no deadlock")
    void fromAListener() {
        AtomicReference<CompletionStage<ShutdownReport>> inside = new AtomicReference<>();
        lab.controller()
                .subscribe(
                        new OnEvent(
                                SessionEvent.Granted.class,
                                () -> inside.set(lab.controller().shutdown(TEN))));
        lab.take("a").closeAsync();
        lab.settle();
        assertThat(lab.now(inside.get())).isNotNull();
        assertThat((Object) lab.controller().shutdown(TEN)).isSameAs(inside.get());
    }

    @Test
    @DisplayName("rule 24: a listener that waits for the shutdown does not hold it up")
    void listenerWaits() {
        lab.start(policy -> policy.shutdownDeadline(Duration.ZERO));
        lab.controller()
                .subscribe(new OnEvent(SessionEvent.Granted.class, () -> lab.controller().close()));
        SessionLease lease = lab.take("a");
        lab.settle();
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
        assertThat(lab.threads.names()).isEmpty();
    }

    @Test
    @DisplayName("rule 24: from a thread that closes: no deadlock")
    void fromInsideTheBackendsClose() {
        lab.backend.onClose(() -> lab.controller().close());
        assertThat(lab.now(lab.take("a").closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
        assertThat(lab.time.timers()).isZero();
    }

    @Test
    @DisplayName(
            "rule 24: from a thread that opens: no deadlock, and the session is closed on arrival")
    void fromInsideTheBackendsOpen() {
        lab.backend.onOpen(() -> lab.controller().close());
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
        assertThat(lab.backend.living()).isZero();
    }

    @Test
    @DisplayName("rule 24: from a continuation of a release: no deadlock")
    void fromAContinuation() {
        SessionLease lease = lab.take("a");
        var closed = lease.closeAsync().thenRun(() -> lab.controller().close());
        lab.now(closed);
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
    }
}
