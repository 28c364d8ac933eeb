package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure that answers all callers, so that nobody is locked out: rule 8. */
class FailureHoldTest {

    private static final Duration HOLD = Duration.ofSeconds(30);

    @RegisterExtension final Lab lab = new Lab();

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIALS", "LOCKED_OUT", "RIGHTS"})
    @DisplayName(
            "rule 8: these failures answer a crowd without another attempt, until the hold ends")
    void answersACrowd(FailureCategory category) {
        lab.backend.onOpenFail(category);
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        for (int i = 0; i < 10; i++) {
            lab.advance(Duration.ofSeconds(2));
            assertThat(lab.now(lab.ask("b" + i))).isEmpty();
        }
        assertThat(lab.backend.attempts()).hasSize(1);
        lab.advance(Duration.ofNanos(9_999_999_999L));
        assertThat(lab.now(lab.ask("c"))).isEmpty();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.recorder.events(SessionEvent.HoldLifted.class)).hasSize(1);
        assertThat(lab.now(lab.ask("d"))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCategory.class,
            mode = Mode.EXCLUDE,
            names = {"CREDENTIALS", "LOCKED_OUT", "RIGHTS"})
    @DisplayName("rule 8: no other failure is held")
    void noOtherFailureIsHeld(FailureCategory category) {
        lab.backend.onOpenFail(category);
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        assertThat(lab.controller().snapshot().hold()).isEmpty();
        assertThat(lab.now(lab.ask("b"))).isPresent();
    }

    @Test
    @DisplayName(
            "rule 8: ten callers with a wrong password make one attempt, each refused citing it")
    void crowdDuringTheAttempt() {
        Gate gate = lab.gate();
        lab.backend.onOpen(
                () -> {
                    gate.pass();
                    throw new BackendException(
                            FailureCategory.CREDENTIALS, "28P01", "no entry for s3cret", null);
                });
        for (int i = 0; i < 10; i++) {
            lab.ask("c" + i);
        }
        gate.open();
        lab.settle();
        lab.ask("late");
        assertThat(lab.backend.attempts()).hasSize(1);
        var failed = lab.recorder.events(SessionEvent.OpenFailed.class).getFirst();
        assertThat(failed.failure().text()).isEqualTo("no entry for ***");
        assertThat(failed.heldUntil()).contains(failed.at().plus(HOLD));
        assertThat(lab.recorder.events(SessionEvent.Refused.class))
                .hasSize(11)
                .allSatisfy(refused -> assertThat(refused.cites()).isEqualTo(failed.number()))
                .extracting(SessionEvent.Refused::lease)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("rule 8: the hold is seen in a snapshot, with its end")
    void holdIsSeen() {
        lab.backend.onOpenFail(FailureCategory.RIGHTS);
        Instant began = lab.time.wall();
        lab.ask("a");
        assertThat(lab.controller().snapshot().hold())
                .hasValueSatisfying(
                        hold -> {
                            assertThat(hold.until()).isEqualTo(began.plus(HOLD));
                            assertThat(hold.failure().category()).isEqualTo(FailureCategory.RIGHTS);
                        });
    }

    @Test
    @DisplayName("rule 8: retryNow ends the hold, and the next caller makes an attempt")
    void retryNowEndsTheHold() {
        lab.backend.onOpenFail(FailureCategory.CREDENTIALS);
        lab.ask("a");
        lab.controller().retryNow();
        lab.controller().retryNow();
        lab.settle();
        assertThat(lab.controller().snapshot().hold()).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.HoldLifted.class)).hasSize(1);
        assertThat(lab.time.timers()).isZero();
        assertThat(lab.now(lab.ask("b"))).isPresent();
    }

    @Test
    @DisplayName("rule 8: the timer of a hold that retryNow ended does not end the next hold")
    void timerOfAnEndedHoldDoesNothing() {
        lab.backend.onOpenFail(FailureCategory.CREDENTIALS);
        lab.backend.onOpenFail(FailureCategory.CREDENTIALS);
        lab.ask("a");
        Runnable late = lab.time.takeDue(lab.time.nanos() + HOLD.toNanos());
        lab.controller().retryNow();
        assertThat(lab.now(lab.ask("b"))).isEmpty();
        late.run();
        assertThat(lab.now(lab.ask("c"))).isEmpty();
        assertThat(lab.backend.attempts()).hasSize(2);
        lab.advance(HOLD);
        assertThat(lab.now(lab.ask("d"))).isPresent();
    }

    @Test
    @DisplayName("rule 8: with a hold of zero every caller makes its own attempt")
    void holdOfZero() {
        lab.start(policy -> policy.failureHold(Duration.ZERO));
        lab.backend.onOpenFail(FailureCategory.CREDENTIALS);
        lab.ask("a");
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class).getFirst().heldUntil())
                .isEmpty();
        assertThat(lab.now(lab.ask("b"))).isPresent();
    }

    @Test
    @DisplayName("rule 8: a jump of the wall clock neither ends nor prolongs the hold")
    void jumpOfTheClock() {
        lab.backend.onOpenFail(FailureCategory.CREDENTIALS);
        lab.ask("a");
        lab.time.jump(Duration.ofDays(1));
        assertThat(lab.now(lab.ask("b"))).isEmpty();
        lab.time.jump(Duration.ofDays(-2));
        lab.advance(HOLD);
        assertThat(lab.now(lab.ask("c"))).isPresent();
    }

    @Test
    @DisplayName("rule 8: a reopening makes no attempt during the hold either")
    void reopeningMakesNoAttemptDuringTheHold() {
        lab.start(policy -> policy.reopen(true).maxAge(Duration.ofMinutes(5)));
        SessionLease old = lab.take(LeaseRequest.of("a").withOnReattached(_ -> {}));
        var attempt = lab.backend.lastAttempt();
        lab.advance(Duration.ofMinutes(6));
        lab.backend.onOpenFail(FailureCategory.CREDENTIALS);
        assertThat(lab.now(lab.ask("b"))).isEmpty();
        attempt.reportLost(new SessionLostException("dropped", null));
        lab.settle();
        assertThat(lab.backend.attempts()).hasSize(2);
        assertThat(old.isActive()).isFalse();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 30})
    @DisplayName("rule 8: credentials refused after openTimeout, or by a stray, are held too")
    void heldHoweverLate(long seconds) {
        lab.start(policy -> policy.openTimeout(Duration.ofSeconds(2)));
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    deaf.pass();
                    throw new BackendException(FailureCategory.CREDENTIALS, "no entry");
                });
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(seconds));
        assertThat(lab.now(asked)).isEmpty();
        deaf.open();
        lab.settle();
        assertThat(lab.controller().snapshot().hold())
                .hasValueSatisfying(
                        hold ->
                                assertThat(hold.failure().category())
                                        .isEqualTo(FailureCategory.CREDENTIALS));
        assertThat(lab.now(lab.ask("b"))).isEmpty();
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 8: credentials refused by a stray turn nobody away from the next opening")
    void strayRefusedBesideTheNextOpening() {
        Gate deaf = lab.deafGate();
        Gate next = lab.gate();
        lab.backend
                .onOpen(
                        () -> {
                            deaf.pass();
                            throw new BackendException(FailureCategory.CREDENTIALS, "no entry");
                        })
                .onOpen(next::pass);
        lab.ask("a").cancel(true);
        lab.advance(Duration.ofSeconds(5));
        var asked = lab.ask("b");
        deaf.open();
        lab.settle();
        assertThat(asked).isNotDone();
        next.open();
        assertThat(lab.now(asked).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.controller().snapshot().hold()).isEmpty();
    }
}
