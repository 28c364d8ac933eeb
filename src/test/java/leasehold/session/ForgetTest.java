package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Strays that an operator forgets, and opens that are strays: rules 4, 20. */
class ForgetTest {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(5);
    private static final Act ACT = new Act("marta", "tidy up");

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 20: forgetting takes a stray off the list, once, and is an event")
    void forgetTakesOffTheList() {
        lab.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
        lab.take("a").closeAsync();
        lab.settle();
        assertThat(lab.controller().forget(1, ACT)).isTrue();
        assertThat(lab.controller().forget(1, ACT)).isFalse();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.StrayForgotten.class))
                .singleElement()
                .satisfies(event -> assertThat(event.by()).isEqualTo(ACT));
    }

    @Test
    @DisplayName("rule 20: what returns after it was forgotten changes nothing")
    void lateReturnAfterForgetting() {
        Gate hang = hangingClose();
        lab.controller().forget(1, ACT);
        SessionLease second = lab.take("b");
        int before = lab.words().size();
        hang.open();
        lab.settle();
        assertThat(lab.words()).hasSize(before);
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        assertThat(second.isActive()).isTrue();
        assertThat(lab.backend.log()).endsWith("closed 1");
    }

    @Test
    @DisplayName("rule 20: forgetting during a retry answers it")
    void forgetDuringARetry() {
        hangingClose();
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        assertThat(lab.controller().forget(1, ACT)).isTrue();
        assertThat(lab.now(report).failure().orElseThrow().text()).contains("marta");
    }

    @Test
    @DisplayName("rule 4: an open that is forgotten and yields after all is closed on arrival")
    void forgottenOpenIsClosedOnArrival() {
        Gate hang = strayOpen();
        assertThat(lab.controller().forget(1, ACT)).isTrue();
        hang.open();
        lab.settle();
        assertThat(lab.backend.log()).endsWith("opened 1", "close 1", "closed 1");
        assertThat(lab.backend.living()).isZero();
    }

    @Test
    @DisplayName("rule 20: a retry of a stray open waits for its return, and closes what it yields")
    void retryOfAStrayOpen() {
        Gate hang = strayOpen();
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        lab.advance(Duration.ofSeconds(1));
        hang.open();
        assertThat(lab.now(report).failure()).isEmpty();
        assertThat(lab.backend.log()).endsWith("close 1", "closed 1");
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 4: a stray open that fails in the end is resolved: there is no session")
    void strayOpenFailsInTheEnd() {
        Gate hang = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    hang.pass();
                    throw new IOException("refused");
                });
        lab.ask("a").cancel(true);
        lab.advance(ABORT_TIMEOUT);
        hang.open();
        assertThat(lab.words()).endsWith("StrayListed 1", "StrayResolved 1");
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 20: a late session whose close fails stays listed as a close")
    void lateSessionWhoseCloseFails() {
        Gate hang = strayOpen();
        lab.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
        hang.open();
        lab.settle();
        assertThat(lab.controller().snapshot().strays())
                .singleElement()
                .satisfies(
                        stray -> {
                            assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.CLOSE);
                            assertThat(stray.running()).isFalse();
                            assertThat(stray.failure().orElseThrow().text()).isEqualTo("no");
                        });
    }

    @Test
    @DisplayName("rule 24: after shutdown nothing is retried, and forgetting still works")
    void retryAfterShutdown() {
        Gate hang = hangingClose();
        var shutdown = lab.controller().shutdown(Duration.ZERO);
        assertThat(lab.now(shutdown).strays()).hasSize(1);
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        assertThat(lab.now(report).failure().orElseThrow().category())
                .isEqualTo(FailureCategory.SHUTDOWN);
        assertThat(lab.time.timers()).isZero();
        assertThat(lab.controller().forget(1, ACT)).isTrue();
        hang.open();
    }

    @Test
    @DisplayName("rule 24: a retry under way is answered by the shutdown")
    void shutdownAnswersARetry() {
        hangingClose();
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        lab.controller().shutdown(Duration.ZERO);
        assertThat(lab.now(report).failure().orElseThrow().category())
                .isEqualTo(FailureCategory.SHUTDOWN);
    }

    private Gate hangingClose() {
        Gate hang = lab.deafGate();
        lab.backend.onClose(hang::pass);
        lab.take("a").closeAsync();
        lab.advance(CLOSE_TIMEOUT);
        return hang;
    }

    private Gate strayOpen() {
        Gate hang = lab.deafGate();
        lab.backend.onOpen(hang::pass);
        lab.ask("a").cancel(true);
        lab.advance(ABORT_TIMEOUT);
        return hang;
    }
}
