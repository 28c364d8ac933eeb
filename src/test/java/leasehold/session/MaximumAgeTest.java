package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import leasehold.session.SessionInfo.Phase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session past its maximum age is kept for its holders alone: rule 14. */
class MaximumAgeTest {

    private static final Duration AGE = Duration.ofMinutes(5);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 14: past the age the next caller gets the next epoch, not before")
    void nextCallerGetsTheNextEpoch() {
        aging();
        lab.take("a");
        lab.advance(AGE.minusNanos(1));
        assertThat(lab.take("b").epoch()).isEqualTo(1);
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.take("c").epoch()).isEqualTo(2);
        assertThat(lab.words()).contains("Retiring 1");
        assertThat(lab.recorder.events(SessionEvent.Retiring.class).getFirst().held()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 14: nothing rotates by itself: age alone opens no session")
    void ageAloneOpensNothing() {
        aging();
        SessionLease lease = lab.take("a");
        lab.advance(AGE.multipliedBy(3));
        assertThat(lab.backend.attempts()).hasSize(1);
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("states: a retired session that is being closed is not the current one")
    void retiredSessionThatClosesIsNotCurrent() {
        aging();
        SessionLease old = lab.take("a");
        lab.advance(AGE);
        lab.backend.onOpen(() -> {}).onClose(lab.gate()::pass);
        SessionLease next = lab.take("b");
        old.closeAsync();
        assertThat(lab.controller().snapshot().current())
                .hasValueSatisfying(session -> assertThat(session.epoch()).isEqualTo(2));
        lab.lose(2);
        assertThat(next.isActive()).isFalse();
        assertThat(lab.controller().snapshot().sessions())
                .extracting(SessionInfo::epoch)
                .containsExactly(1L);
        assertThat(lab.controller().snapshot().current()).isEmpty();
    }

    @Test
    @DisplayName("rule 14: holders of the old session finish in peace beside the new one")
    void holdersFinishInPeace() {
        aging();
        SessionLease old = lab.take("a");
        lab.advance(AGE);
        SessionLease next = lab.take("b");
        assertThat(lab.controller().snapshot().sessions())
                .extracting(SessionInfo::epoch, SessionInfo::phase)
                .containsExactlyInAnyOrder(tuple(1L, Phase.RETIRING), tuple(2L, Phase.OPEN));
        lab.advance(Duration.ofMinutes(1));
        assertThat(old.isActive()).isTrue();
        assertThat(old.unwrap(String.class)).isEqualTo("live-1");
        assertThat(next.isActive()).isTrue();
        assertThat(lab.backend.log()).doesNotContain("close 1");
    }

    @Test
    @DisplayName("rule 14: the retiring session closes with its last lease and never lingers")
    void closesWithItsLastLease() {
        aging(policy -> policy.linger(Duration.ofHours(1)));
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        lab.advance(AGE);
        SessionLease next = lab.take("c");
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(lab.now(b.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.words()).doesNotContain("Lingering 1").endsWith("Closing 1", "Closed 1");
        assertThat(lab.recorder.events(SessionEvent.Closed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(CloseReason.MAX_AGE));
        assertThat(next.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName(
            "rule 14: a session past its age that nobody asked for again does not linger either")
    void agedWithoutRotationDoesNotLinger() {
        aging(policy -> policy.linger(Duration.ofHours(1)));
        SessionLease lease = lab.take("a");
        lab.advance(AGE);
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
    }

    @Test
    @DisplayName("rule 14: a session that lingers past its age is closed")
    void agedWhileLingering() {
        aging(policy -> policy.linger(Duration.ofHours(1)));
        lab.take("a").close();
        lab.advance(AGE.minusNanos(1));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.Closed.class).getFirst().reason())
                .isEqualTo(CloseReason.MAX_AGE);
    }

    @Test
    @DisplayName(
            "rule 14: at most one retires: then rotation waits, and callers share the aged one")
    void atMostOneRetires() {
        aging();
        SessionLease first = lab.take("a");
        lab.advance(AGE);
        lab.take("b");
        lab.advance(AGE);
        assertThat(lab.take("c").epoch()).isEqualTo(2);
        assertThat(lab.controller().snapshot().sessions()).hasSize(2);
        first.close();
        lab.settle();
        assertThat(lab.take("d").epoch()).isEqualTo(3);
        assertThat(lab.controller().snapshot().sessions())
                .extracting(SessionInfo::epoch)
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    @DisplayName("rule 14: while the close of a retiring session runs, rotation still waits")
    void rotationWaitsForTheCloseOfTheRetiring() {
        aging();
        SessionLease first = lab.take("a");
        lab.advance(AGE);
        lab.take("b");
        lab.advance(AGE);
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        first.closeAsync();
        assertThat(lab.take("c").epoch()).isEqualTo(2);
        closing.open();
        lab.settle();
        assertThat(lab.take("d").epoch()).isEqualTo(3);
    }

    @Test
    @DisplayName("rule 14: who comes while the next is being opened joins that opening")
    void callersShareTheRotation() {
        aging();
        lab.take("a");
        lab.advance(AGE);
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var b = lab.ask("b");
        var c = lab.ask("c");
        assertThat(lab.state()).isEqualTo(SessionState.OPENING);
        opening.open();
        assertThat(lab.now(b).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.now(c).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    @Test
    @DisplayName(
            "rule 14: who waits for a place gets it in the next session, if the old one is aged")
    void quotaWaiterGetsTheNext() {
        aging(policy -> policy.maxLeases(2).maxWaiting(1));
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        var waiter = lab.ask("c");
        lab.advance(AGE);
        assertThat(waiter).isNotDone();
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(lab.now(waiter).orElseThrow().epoch()).isEqualTo(2);
        assertThat(b.isActive()).isTrue();
    }

    @Test
    @DisplayName(
            "rule 14: a waiter who comes after the last holder of an aged session gets the next")
    void quotaOfOneRotatesThroughAClose() {
        aging(policy -> policy.maxLeases(1).maxWaiting(1).linger(Duration.ofHours(1)));
        SessionLease a = lab.take("a");
        var waiter = lab.ask("b");
        lab.advance(AGE);
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.now(waiter).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "close 1", "closed 1", "open 2", "opened 2");
    }

    @Test
    @DisplayName("rule 14: the leases of the retiring session count in the quota")
    void retiringCountsInTheQuota() {
        aging(policy -> policy.maxLeases(2));
        SessionLease old = lab.take("a");
        lab.advance(AGE);
        lab.take("b");
        assertThat(lab.now(lab.ask("c"))).isEmpty();
        old.close();
        assertThat(lab.now(lab.ask("d"))).isPresent();
    }

    @Test
    @DisplayName("rule 14: revoking the last lease of an aged session is the operator's close")
    void revokedLastLeaseOfAnAgedSession() {
        aging();
        SessionLease old = lab.take("a");
        lab.advance(AGE);
        lab.take("b");
        Act act = new Act("m", "stuck");
        lab.controller().revoke(List.of(old.id()), act);
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.Closing.class))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.reason()).isEqualTo(CloseReason.OPERATOR);
                            assertThat(event.by()).contains(act);
                        });
    }

    @Test
    @DisplayName("rule 14: a late age timer of a closed session does not age its successor")
    void lateTimerSparesTheSuccessor() {
        aging();
        SessionLease old = lab.take("a");
        lab.time.pass(AGE);
        List<Runnable> late = lab.time.takeLate();
        old.close();
        lab.take("b");
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(lab.take("c").epoch()).isEqualTo(2);
    }

    @ParameterizedTest(name = "random {0}: {1} s")
    @CsvSource({"0.0, 240", "0.5, 300", "0.75, 330"})
    @DisplayName(
            "rule 14: jitter moves the age by up to its part, so that hosts do not rotate together")
    void jitterMovesTheAge(double random, long seconds) {
        lab.build(
                policy -> policy.maxAge(AGE).maxAgeJitter(0.2),
                builder -> builder.random(always(random)));
        lab.take("a");
        lab.advance(Duration.ofSeconds(seconds).minusNanos(1));
        assertThat(lab.take("b").epoch()).isEqualTo(1);
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.take("c").epoch()).isEqualTo(2);
    }

    private void aging() {
        aging(UnaryOperator.identity());
    }

    private void aging(UnaryOperator<SessionPolicy.Builder> policy) {
        lab.start(base -> policy.apply(base.maxAge(AGE)));
    }

    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
