package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that jump, and a machine that sleeps: rule 31. */
class ClockJumpTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension final Lab lab = new Lab();

    @ParameterizedTest
    @ValueSource(strings = {"PT24H", "PT-24H"})
    @DisplayName("rule 31: a clock that jumps ends no lease, linger, hold or age early")
    void jumpEndsNothingEarly(Duration jump) {
        lab.start(policy -> policy.linger(MINUTE).maxAge(Duration.ofHours(1)).overdueAfter(MINUTE));
        SessionLease lease = lab.take(LeaseRequest.of("a").withTtl(MINUTE));
        lab.time.jump(jump);
        lab.advance(MINUTE.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.Overdue.class)).isEmpty();
        lab.advance(Duration.ofNanos(1));
        assertThat(lease.isActive()).isFalse();
        lab.time.jump(jump);
        lab.advance(MINUTE.minusNanos(1));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        assertThat(lab.take("b").epoch()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H", "PT-24H"})
    @DisplayName("rule 31: a clock that jumps ends no opening, closing, hold or draining early")
    void jumpEndsNoTimeoutEarly(Duration jump) {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked = lab.ask("a");
        lab.time.jump(jump);
        lab.advance(Duration.ofSeconds(29));
        assertThat(asked).isNotDone();
        opening.open();
        SessionLease lease = lab.now(asked).orElseThrow();
        lab.controller().closeSession(MINUTE, new Act("m", ""));
        lab.time.jump(jump);
        lab.advance(MINUTE.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        lab.backend.onOpen(
                () -> {
                    throw new BackendException(FailureCategory.CREDENTIALS, "no");
                });
        lab.ask("b");
        lab.time.jump(jump);
        lab.advance(Duration.ofSeconds(29));
        assertThat(lab.now(lab.ask("c"))).isEmpty();
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    @Test
    @DisplayName("rule 31: after a suspend, who renews before the late timer runs keeps the lease")
    void renewedBeforeTheLateTimer() {
        SessionLease lease = lab.take(LeaseRequest.of("a").withTtl(MINUTE));
        lab.time.pass(Duration.ofHours(1));
        assertThat(lease.renew()).isTrue();
        lab.advance(MINUTE.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        assertThat(lease.isActive()).isFalse();
    }

    @Test
    @DisplayName(
            "rule 31: after a suspend, who comes before the late timer runs finds it lingering")
    void comesBeforeTheLateLingerTimer() {
        lab.start(policy -> policy.linger(MINUTE));
        lab.take("a").closeAsync();
        lab.time.pass(Duration.ofHours(1));
        SessionLease lease = lab.take("b");
        assertThat(lease.epoch()).isEqualTo(1);
        lab.advance(MINUTE);
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
        lease.closeAsync();
        lab.advance(MINUTE.minusNanos(1));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
    }

    @Test
    @DisplayName("rule 31: randomness is the builder's: jitter is what it says")
    void randomnessIsGiven() {
        lab.build(
                policy -> policy.retry(new RetryPolicy(2, Duration.ofSeconds(2), 1, MINUTE, 0.5)),
                builder -> builder.random(() -> 0));
        lab.backend.onOpen(
                () -> {
                    throw new BackendException(FailureCategory.UNREACHABLE, "no");
                });
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(1).minusNanos(1));
        assertThat(asked).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(asked)).isPresent();
    }
}
