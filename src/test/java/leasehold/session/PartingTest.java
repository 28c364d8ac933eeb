package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What still runs of listeners and callers when the controller ends: rule 24. */
class PartingTest {

    private static final Duration HALF_ABORT = Duration.ofMillis(2_500);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 24: the stage waits until every listener was told the last event")
    void waitsForTheLastWord() {
        Gate gate = lab.gate();
        Recorder slow = new Held(gate);
        lab.controller().subscribe(slow);
        lab.take("a");
        CompletionStage<ShutdownReport> report = shutdown();
        assertThat(report.toCompletableFuture()).isNotDone();
        gate.open();
        assertThat(lab.now(report).threads()).isEmpty();
        assertThat(slow.words()).endsWith("ShutDown 0");
        assertThat(lab.threads.names()).isEmpty();
        assertThat(lab.time.timers()).isZero();
    }

    @Test
    @DisplayName("rule 24: a blocked listener is interrupted, and gone when the stage is complete")
    void blockedListenerIsInterrupted() {
        Recorder blocked = new Held(lab.gate());
        lab.controller().subscribe(blocked);
        lab.take("a").closeAsync();
        CompletionStage<ShutdownReport> report = shutdown();
        lab.advance(HALF_ABORT.minusNanos(1));
        assertThat(report.toCompletableFuture()).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(report).threads()).isEmpty();
        assertThat(blocked.events()).hasSize(1);
        assertThat(lab.threads.names()).isEmpty();
        assertThat(lab.time.timers()).isZero();
    }

    @Test
    @DisplayName("rule 24: a listener deaf to interruption is named after abortTimeout")
    void deafListenerIsNamed() {
        lab.controller().subscribe(new Held(lab.deafGate()));
        lab.take("a");
        CompletionStage<ShutdownReport> report = shutdown();
        lab.advance(HALF_ABORT.multipliedBy(2).minusNanos(1));
        assertThat(report.toCompletableFuture()).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(report).threads()).containsExactly("demo-feed");
        assertThat(lab.now(report).took()).isEqualTo(HALF_ABORT.multipliedBy(2));
        assertThat(lab.time.timers()).isZero();
    }

    @Test
    @DisplayName("rule 24: so is what a holder has done when its lease ends")
    void deafContinuationIsNamed() {
        Gate deaf = lab.deafGate();
        lab.take("a").ended().thenRun(deaf::passQuietly);
        CompletionStage<ShutdownReport> report = shutdown();
        lab.advance(HALF_ABORT.multipliedBy(2));
        assertThat(lab.now(report).threads()).containsExactly("demo-ended");
    }

    @Test
    @DisplayName("rule 24: what a holder has done when its lease ends is interrupted, if it blocks")
    void blockedContinuationIsInterrupted() {
        Gate gate = lab.gate();
        lab.take("a").ended().thenRun(gate::passQuietly);
        CompletionStage<ShutdownReport> report = shutdown();
        lab.advance(HALF_ABORT);
        assertThat(lab.now(report).threads()).isEmpty();
        assertThat(lab.threads.names()).isEmpty();
    }

    @Test
    @DisplayName("rule 24: nobody is waited for beyond deadline + abortTimeout + closeTimeout")
    void noPatienceIsLeft() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(1)));
        lab.take("a");
        lab.controller().subscribe(new Held(lab.deafGate()));
        lab.backend.onBeat(lab.deafGate()::pass);
        lab.backend.onClose(lab.deafGate()::pass);
        lab.advance(Duration.ofSeconds(1));
        CompletionStage<ShutdownReport> report = shutdown();
        lab.advance(HALF_ABORT.multipliedBy(2).plus(CLOSE_TIMEOUT));
        assertThat(lab.now(report).threads()).containsExactly("demo-feed");
    }

    @Test
    @DisplayName("rule 24: a listener that shut down and then waits for the stage is not awaited")
    void whoAskedIsNotAwaited() {
        AtomicReference<ShutdownReport> heard = new AtomicReference<>();
        lab.controller()
                .subscribe(
                        new OnEvent(
                                SessionEvent.Granted.class,
                                () -> heard.set(shutdown().toCompletableFuture().join())));
        lab.take("a");
        lab.settle();
        assertThat(heard.get()).isNotNull();
        assertThat(heard.get().threads()).isEmpty();
    }

    @Test
    @DisplayName("rule 24: a listener that shut down, returned, and then blocks is awaited again")
    void whoAskedAndReturnedIsAwaited() {
        AtomicReference<CompletionStage<ShutdownReport>> report = new AtomicReference<>();
        lab.controller()
                .subscribe(
                        new Held(lab.deafGate()) {
                            @Override
                            public void onEvent(SessionEvent event) {
                                if (event instanceof SessionEvent.Granted) {
                                    report.set(shutdown());
                                } else if (event instanceof SessionEvent.ShutDown) {
                                    super.onEvent(event);
                                }
                            }
                        });
        lab.backend.onClose(lab.gate()::pass);
        lab.take("a");
        lab.advance(CLOSE_TIMEOUT.plus(HALF_ABORT.multipliedBy(2)));
        assertThat(lab.now(report.get()).threads()).containsExactly("demo-feed");
    }

    private CompletionStage<ShutdownReport> shutdown() {
        return lab.controller().shutdown(Duration.ZERO);
    }

    /** Keeps each event, then comes to a gate. */
    private static class Held extends Recorder {

        private final Gate gate;

        Held(Gate gate) {
            this.gate = gate;
        }

        @Override
        public void onEvent(SessionEvent event) {
            super.onEvent(event);
            gate.passQuietly();
        }
    }
}
