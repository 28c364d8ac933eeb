package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How an opening is tried again: rules 1 and 8. */
class RetryTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension final Lab lab = new Lab();

    @BeforeEach
    void fiveAttempts() {
        lab.start(
                policy -> policy.retry(new RetryPolicy(5, SECOND, 2, Duration.ofSeconds(3), 0.5)));
    }

    @Test
    @DisplayName("rule 8: attempts follow after waits that double up to the longest")
    void waitsDoubleUpToTheLongest() {
        failing(FailureCategory.UNREACHABLE, 5);
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(9));
        assertThat(lab.now(asked)).isEmpty();
        assertThat(lab.backend.log()).containsOnly("open 1").hasSize(5);
        assertThat(lab.backend.attempts().stream().map(attempt -> attempt.attempt()))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class))
                .extracting(SessionEvent.AttemptFailed::retryIn)
                .containsExactly(
                        Optional.of(SECOND),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.of(Duration.ofSeconds(3)),
                        Optional.of(Duration.ofSeconds(3)),
                        Optional.empty());
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class)).hasSize(1);
    }

    @Test
    @DisplayName("rule 8: an attempt starts exactly when its wait is over")
    void attemptStartsWhenItsWaitIsOver() {
        failing(FailureCategory.TIMEOUT, 1);
        var asked = lab.ask("a");
        lab.advance(Duration.ofNanos(999_999_999));
        assertThat(lab.backend.attempts()).hasSize(1);
        assertThat(lab.state()).isEqualTo(SessionState.OPENING);
        lab.advance(Duration.ofNanos(1));
        SessionLease lease = lab.now(asked).orElseThrow();
        assertThat(lease.epoch()).as("retries share the epoch").isEqualTo(1);
        assertThat(lab.recorder.events(SessionEvent.Opened.class).getFirst().attempt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCategory.class,
            mode = Mode.EXCLUDE,
            names = {"UNREACHABLE", "TIMEOUT", "UNKNOWN"})
    @DisplayName("rule 1: these categories are never tried again")
    void neverTriedAgain(FailureCategory category) {
        failing(category, 1);
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        lab.advance(Duration.ofSeconds(20));
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT"})
    @DisplayName("rule 1: these categories are tried again as often as the policy says")
    void triedAgain(FailureCategory category) {
        failing(category, 4);
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(9));
        assertThat(lab.now(asked)).isPresent();
    }

    @Test
    @DisplayName("rule 1: what nobody knows is tried again once, counted apart from the rest")
    void unknownIsTriedAgainOnce() {
        failing(FailureCategory.UNREACHABLE, 1);
        failing(FailureCategory.UNKNOWN, 1);
        failing(FailureCategory.UNREACHABLE, 1);
        failing(FailureCategory.UNKNOWN, 1);
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(20));
        assertThat(lab.now(asked)).isEmpty();
        assertThat(lab.backend.attempts()).hasSize(4);
    }

    @Test
    @DisplayName("rule 1: each opening may try what nobody knows again")
    void eachOpeningTriesUnknownAgain() {
        failing(FailureCategory.UNKNOWN, 2);
        var first = lab.ask("a");
        lab.advance(SECOND);
        assertThat(lab.now(first)).isEmpty();
        failing(FailureCategory.UNKNOWN, 1);
        var second = lab.ask("b");
        lab.advance(SECOND);
        assertThat(lab.now(second).orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 8: who joins during back-off shares the attempt")
    void joinDuringBackOff() {
        failing(FailureCategory.UNREACHABLE, 1);
        var first = lab.ask("a");
        var second = lab.ask("b");
        lab.advance(SECOND);
        assertThat(lab.now(first)).isPresent();
        assertThat(lab.now(second)).isPresent();
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    @Test
    @DisplayName("rule 8: when the last one leaves during back-off, the timer stops")
    void lastOneLeavesDuringBackOff() {
        failing(FailureCategory.UNREACHABLE, 1);
        var first = lab.ask("a");
        var second = lab.ask("b");
        first.cancel(false);
        lab.settle();
        assertThat(lab.time.timers()).as("openTimeout and back-off").isEqualTo(2);
        second.cancel(false);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.time.timers()).isZero();
        lab.advance(Duration.ofMinutes(1));
        assertThat(lab.backend.attempts()).hasSize(1);
        assertThat(lab.words()).endsWith("GaveUp 0", "Closing 1", "Closed 1");
    }

    @Test
    @DisplayName(
            "rule 8: a back-off timer that runs too late makes no attempt for an opening that is gone")
    void lateBackOffMakesNoAttempt() {
        failing(FailureCategory.UNREACHABLE, 1);
        var first = lab.ask("a");
        Runnable late = lab.time.takeDue(lab.time.nanos() + SECOND.toNanos());
        first.cancel(false);
        lab.settle();
        late.run();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.backend.attempts()).hasSize(1);
        SessionLease second = lab.take("b");
        late.run();
        lab.settle();
        assertThat(lab.backend.attempts()).hasSize(2);
        assertThat(second.epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 8: retryNow ends the wait between two attempts, once")
    void retryNowEndsTheWait() {
        failing(FailureCategory.UNREACHABLE, 2);
        var asked = lab.ask("a");
        lab.controller().retryNow();
        lab.settle();
        assertThat(lab.backend.attempts()).hasSize(2);
        lab.advance(SECOND);
        assertThat(lab.backend.attempts()).as("the second wait is 2 s").hasSize(2);
        lab.advance(SECOND);
        assertThat(lab.now(asked)).isPresent();
    }

    @Test
    @DisplayName("rule 8: the timer of a wait that retryNow ended does not shorten the next")
    void timerOfAnEndedWaitDoesNothing() {
        failing(FailureCategory.UNREACHABLE, 2);
        var asked = lab.ask("a");
        Runnable late = lab.time.takeDue(lab.time.nanos() + SECOND.toNanos());
        lab.controller().retryNow();
        lab.settle();
        late.run();
        lab.settle();
        assertThat(lab.backend.attempts()).hasSize(2);
        lab.advance(Duration.ofSeconds(2));
        assertThat(lab.now(asked)).isPresent();
    }

    @Test
    @DisplayName("rule 8: retryNow does nothing to a running attempt or an open session")
    void retryNowDoesNothingElse() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var asked = lab.ask("a");
        lab.controller().retryNow();
        gate.open();
        assertThat(lab.now(asked)).isPresent();
        lab.controller().retryNow();
        lab.settle();
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName(
            "rule 8: the wait grows by the factor, stops at the longest, and varies by the jitter")
    void delaysOfThePolicy() {
        RetryPolicy policy = new RetryPolicy(9, SECOND, 3, Duration.ofSeconds(10), 0.2);
        assertThat(List.of(1, 2, 3, 1_000))
                .extracting(attempt -> policy.delayAfter(attempt, 0.5).toSeconds())
                .containsExactly(1L, 3L, 9L, 10L);
        assertThat(policy.delayAfter(1, 0)).isEqualTo(Duration.ofMillis(800));
        assertThat(policy.delayAfter(1, Math.nextDown(1.0)).toMillis())
                .isCloseTo(1_200, within(1L));
        assertThat(RetryPolicy.none().delayAfter(1, 0.3)).isZero();
        assertThat(RetryPolicy.none().attempts()).isEqualTo(1);
    }

    private void failing(FailureCategory category, int times) {
        for (int i = 0; i < times; i++) {
            lab.backend.onOpenFail(category);
        }
    }
}
