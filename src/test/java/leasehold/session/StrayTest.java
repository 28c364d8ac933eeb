package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Closes that fail, hang or come back late: rule 20. */
class StrayTest {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(5);
    private static final Act ACT = new Act("marta", "tidy up");

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 20: a close that fails is an event and a stray")
    void failedCloseIsAnEventAndAStray() {
        failingClose("the server says no");
        assertThat(lab.now(lab.take("a").closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
        assertThat(lab.words()).endsWith("Closing 1", "CloseFailed 1", "StrayListed 1");
        StrayInfo stray = onlyStray();
        assertThat(stray.epoch()).isEqualTo(1);
        assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.CLOSE);
        assertThat(stray.running()).isFalse();
        assertThat(stray.failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure.text()).isEqualTo("the server says no"));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 20: a close that hangs past closeTimeout is an event and a stray")
    void hangingCloseIsAStrayAtCloseTimeout() {
        SessionLease lease = lab.take("a");
        hangingClose();
        CompletionStage<ReleaseOutcome> outcome = lease.closeAsync();
        assertThat(lab.controller().snapshot().current().orElseThrow().until())
                .as("when it is given up at the latest")
                .contains(lab.time.wall().plus(CLOSE_TIMEOUT));
        lab.advance(CLOSE_TIMEOUT.minusNanos(1));
        assertThat(outcome.toCompletableFuture()).isNotDone();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
        assertThat(lab.recorder.events(SessionEvent.CloseFailed.class))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.failure().category())
                                    .isEqualTo(FailureCategory.TIMEOUT);
                            assertThat(event.tookNanos()).isEqualTo(CLOSE_TIMEOUT.toNanos());
                        });
        assertThat(onlyStray().running()).isTrue();
        assertThat(onlyStray().failure()).isEmpty();
    }

    @Test
    @DisplayName("rule 20: the next opening proceeds when a close has failed, and when one hangs")
    void nextOpeningProceeds() {
        failingClose("no");
        lab.take("a").closeAsync();
        SessionLease second = lab.take("b");
        assertThat(second.epoch()).isEqualTo(2);
        hangingClose();
        second.closeAsync();
        var third = lab.ask("c");
        assertThat(third).isNotDone();
        lab.advance(CLOSE_TIMEOUT);
        assertThat(lab.now(third).orElseThrow().epoch()).isEqualTo(3);
        assertThat(lab.controller().snapshot().strays())
                .extracting(StrayInfo::epoch)
                .containsExactly(1L, 2L);
    }

    @Test
    @DisplayName("rule 20: a stray that closes late is resolved, and its successor is untouched")
    void lateSuccessResolves() {
        SessionLease first = lab.take("a");
        Gate hang = hangingClose();
        CompletionStage<ReleaseOutcome> outcome = first.closeAsync();
        lab.advance(CLOSE_TIMEOUT);
        SessionLease second = lab.take("b");
        hang.open();
        assertThat(lab.words()).endsWith("StrayResolved 1");
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
        assertThat(second.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 20: a stray that fails late stays listed, with its failure")
    void lateFailureStaysListed() {
        SessionLease first = lab.take("a");
        Gate hang = lab.deafGate();
        lab.backend.onClose(
                () -> {
                    hang.pass();
                    throw new IOException("reset, password=s3cret");
                });
        first.closeAsync();
        lab.advance(CLOSE_TIMEOUT);
        hang.open();
        lab.settle();
        assertThat(onlyStray().running()).isFalse();
        assertThat(onlyStray().failure().orElseThrow().text()).isEqualTo("reset, password=***");
        assertThat(lab.recorder.events(SessionEvent.CloseFailed.class)).hasSize(1);
    }

    @Test
    @DisplayName("rule 20: a retry that succeeds takes the stray off the list")
    void retrySucceeds() {
        strayByFailure();
        CloseReport report = lab.now(lab.controller().retryClose(1, ACT));
        assertThat(report.epoch()).isEqualTo(1);
        assertThat(report.failure()).isEmpty();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        assertThat(lab.words()).endsWith("StrayRetried 1", "StrayResolved 1");
        assertThat(lab.recorder.events(SessionEvent.StrayRetried.class).getFirst().by())
                .isEqualTo(ACT);
        assertThat(lab.backend.living()).isZero();
    }

    @Test
    @DisplayName("rule 20: a retry that fails says so, and can be made again")
    void retryFails() {
        strayByFailure();
        failingClose("still no");
        CloseReport report = lab.now(lab.controller().retryClose(1, ACT));
        assertThat(report.failure().orElseThrow().text()).isEqualTo("still no");
        assertThat(onlyStray().failure().orElseThrow().text()).isEqualTo("still no");
        assertThat(lab.now(lab.controller().retryClose(1, ACT)).failure()).isEmpty();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 20: a retry that hangs is reported at closeTimeout, and may still end well")
    void retryHangs() {
        strayByFailure();
        Gate hang = hangingClose();
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        lab.advance(CLOSE_TIMEOUT.minusNanos(1));
        assertThat(report.toCompletableFuture()).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(report).failure().orElseThrow().category())
                .isEqualTo(FailureCategory.TIMEOUT);
        assertThat(lab.now(report).took()).isEqualTo(CLOSE_TIMEOUT);
        assertThat(onlyStray().running()).isTrue();
        hang.open();
        lab.settle();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 20: a retry interrupts the call that still runs, and waits for its return")
    void retryInterruptsTheEarlierCall() {
        SessionLease first = lab.take("a");
        lab.backend.onClose(lab.gate()::pass);
        first.closeAsync();
        lab.advance(CLOSE_TIMEOUT);
        assertThat(lab.backend.log()).endsWith("close 1");
        assertThat(lab.now(lab.controller().retryClose(1, ACT)).failure()).isEmpty();
        assertThat(lab.backend.log()).endsWith("close 1", "close 1", "closed 1");
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 20: a retry beside a deaf call gives up after abortTimeout, without overlap")
    void retryBesideADeafCall() {
        Gate hang = strayByHanging();
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        lab.advance(ABORT_TIMEOUT);
        assertThat(lab.now(report).failure().orElseThrow().category())
                .isEqualTo(FailureCategory.TIMEOUT);
        assertThat(lab.backend.log()).containsOnlyOnce("close 1");
        hang.open();
        lab.settle();
        assertThat(lab.backend.log()).containsOnlyOnce("close 1");
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 20: a call that returns late during a retry answers it")
    void lateReturnAnswersTheRetry() {
        Gate hang = strayByHanging();
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        lab.advance(Duration.ofSeconds(1));
        hang.open();
        assertThat(lab.now(report).failure()).isEmpty();
        assertThat(lab.backend.log()).containsOnlyOnce("close 1");
    }

    @Test
    @DisplayName("rule 20: two retries at once are one, and both are answered")
    void twoRetriesAreOne() {
        strayByFailure();
        Gate hang = hangingClose();
        var one = lab.controller().retryClose(1, ACT);
        var two = lab.controller().retryClose(1, new Act("ben", ""));
        hang.open();
        assertThat(lab.now(one)).isEqualTo(lab.now(two));
        assertThat(lab.recorder.events(SessionEvent.StrayRetried.class)).hasSize(1);
    }

    @Test
    @DisplayName("rule 20: a retry of what is not listed says so, and is no event")
    void retryOfUnknown() {
        lab.take("a");
        CompletableFuture<CloseReport> report =
                lab.controller().retryClose(7, ACT).toCompletableFuture();
        assertThat(report).isDone();
        assertThat(report.join().failure()).isPresent();
        assertThat(lab.recorder.events(SessionEvent.StrayRetried.class)).isEmpty();
    }

    private StrayInfo onlyStray() {
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
        return lab.controller().snapshot().strays().getFirst();
    }

    private void failingClose(String text) {
        lab.backend.onClose(
                () -> {
                    throw new IOException(text);
                });
    }

    private Gate hangingClose() {
        Gate gate = lab.deafGate();
        lab.backend.onClose(gate::pass);
        return gate;
    }

    private void strayByFailure() {
        failingClose("no");
        lab.take("a").closeAsync();
        lab.settle();
    }

    private Gate strayByHanging() {
        SessionLease lease = lab.take("a");
        Gate hang = hangingClose();
        lease.closeAsync();
        lab.advance(CLOSE_TIMEOUT);
        return hang;
    }

    @Test
    @DisplayName("rule 20: that the close of what an aborted opening yielded failed is told")
    void failedCloseOfAStrayOpen() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        failingClose("no");
        lab.ask("a").cancel(true);
        lab.advance(Duration.ofSeconds(6));
        deaf.open();
        lab.settle();
        assertThat(onlyStray().running()).isFalse();
        assertThat(lab.recorder.events(SessionEvent.StrayListed.class))
                .extracting(SessionEvent.StrayListed::kind)
                .containsExactly(StrayInfo.Kind.OPEN, StrayInfo.Kind.CLOSE);
    }
}
