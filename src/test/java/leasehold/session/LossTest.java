package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server drops the session, and it is not opened anew: rule 12. */
class LossTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 12: loss is one transition: Lost, every Ended, Closed")
    void lossIsOneTransition() {
        lab.take("a");
        lab.take("b");
        lab.lose(1);
        assertThat(lab.words()).endsWith("Lost 1", "Ended 1", "Ended 1", "Closed 1");
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.Lost.class))
                .singleElement()
                .satisfies(event -> assertThat(event.held()).isEqualTo(2));
        assertThat(lab.recorder.events(SessionEvent.Closed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(CloseReason.LOST));
        assertThat(lab.controller().snapshot().ledger().lost()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 12: each holder is told once, with epoch and cause")
    void eachHolderIsToldOnce() {
        AtomicInteger told = new AtomicInteger();
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        List.of(a, b).forEach(lease -> lease.ended().thenRun(told::incrementAndGet));
        lab.lose(1);
        lab.lose(1);
        assertThat(told).hasValue(2);
        for (SessionLease lease : List.of(a, b)) {
            assertThat(lease.epoch()).isEqualTo(1);
            Failure cause = lab.now(lease.ended()).cause().orElseThrow();
            assertThat(cause.type()).isEqualTo(SessionLostException.class.getName());
            assertThat(cause.text()).isEqualTo("killed");
            assertThat(cause.code()).contains("57P01");
        }
    }

    @Test
    @DisplayName(
            "rule 12: nothing is sent to a session known dead, neither close nor beat; the backend is told")
    void nothingIsSentToTheDead() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(10)));
        SessionLease lease = lab.take("a");
        lab.lose(1);
        lease.closeAsync();
        lab.advance(Duration.ofMinutes(5));
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "lost 1");
    }

    @Test
    @DisplayName("rule 12: without the reopen policy a holder that opted in is lost like the rest")
    void optedInWithoutThePolicy() {
        SessionLease lease = lab.take(LeaseRequest.of("a").withOnReattached(_ -> {}));
        lab.lose(1);
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 12: a second report of one loss is ignored and counted")
    void secondReportIsCounted() {
        lab.take("a");
        lab.lose(1);
        lab.lose(1);
        lab.lose(1);
        assertThat(lab.recorder.events(SessionEvent.Lost.class)).hasSize(1);
        assertThat(lateLosses()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 12: a late report for an old epoch is counted, and the new one lives on")
    void lateReportForAnOldEpoch() {
        lab.take("a").close();
        SessionLease next = lab.take("b");
        lab.lose(1);
        assertThat(next.isActive()).isTrue();
        assertThat(next.epoch()).isEqualTo(2);
        assertThat(lab.recorder.events(SessionEvent.Lost.class)).isEmpty();
        assertThat(lateLosses()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 12: a loss while the session lingers closes it, and no close is sent")
    void lossWhileLingering() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        lab.take("a").close();
        lab.lose(1);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.words()).endsWith("Lingering 1", "Lost 1", "Closed 1");
        lab.advance(Duration.ofSeconds(10));
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "lost 1");
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 12: a loss once the close was called is late: the close says how it ended")
    void lossWhileClosing() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        var outcome = lab.take("a").closeAsync();
        lab.settle();
        lab.lose(1);
        assertThat(lateLosses()).isEqualTo(1);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        closing.open();
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.words()).doesNotContain("Lost 1");
    }

    @Test
    @DisplayName("rule 12: a loss while the close still waits for a beat: the close is not sent")
    void lossWhileTheCloseWaitsForABeat() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(10)));
        Gate deaf = lab.deafGate();
        lab.backend.onBeat(deaf::pass);
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(10));
        var outcome = lease.closeAsync();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        lab.lose(1);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.words()).endsWith("Closing 1", "Lost 1", "Closed 1");
        lab.advance(Duration.ofSeconds(20));
        deaf.open();
        lab.settle();
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "beat 1", "lost 1");
    }

    @Test
    @DisplayName("rule 12: a beat that finds the session dead while the close waits: no close")
    void deadBeatWhileTheCloseWaits() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(10)));
        Gate deaf = lab.deafGate();
        lab.backend.onBeat(
                () -> {
                    deaf.pass();
                    throw new SessionLostException("gone", null);
                });
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(10));
        var outcome = lease.closeAsync();
        deaf.open();
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.backend.log()).doesNotContain("close 1");
        assertThat(lab.recorder.events(SessionEvent.Closed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(CloseReason.LOST));
    }

    @Test
    @DisplayName(
            "rule 12: a loss during a beat: the beat is interrupted, what it throws is no news")
    void lossDuringABeat() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(10)));
        lab.backend.onBeat(lab.gate()::pass);
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(10));
        lab.lose(1);
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.words()).endsWith("Lost 1", "Ended 1", "Closed 1");
        lab.advance(Duration.ofMinutes(5));
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "beat 1", "lost 1");
        assertThat(lateLosses()).isZero();
    }

    @Test
    @DisplayName("rule 12: a deaf beat of a lost session leaves no timer and delays no successor")
    void deafBeatOfALostSession() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(10)));
        Gate deaf = lab.deafGate();
        lab.backend.onBeat(deaf::pass);
        lab.take("a");
        lab.advance(Duration.ofSeconds(10));
        lab.lose(1);
        assertThat(lab.take("b").epoch()).isEqualTo(2);
        lab.lose(2);
        lab.controller().shutdown(Duration.ZERO);
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
        assertThat(lab.time.timers()).isZero();
    }

    @Test
    @DisplayName(
            "rule 12: a beat that finds its session lost, after the loss was told, is no other")
    void beatThatFindsTheLossLate() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(10)));
        Gate deaf = lab.deafGate();
        lab.backend.onBeat(
                () -> {
                    deaf.pass();
                    throw new SessionLostException("killed", null);
                });
        lab.take("a");
        lab.advance(Duration.ofSeconds(10));
        lab.lose(1);
        SessionLease next = lab.take("b");
        deaf.open();
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.Lost.class)).hasSize(1);
        assertThat(next.isActive()).isTrue();
    }

    @Test
    @DisplayName("rule 12: the loss of the retiring session leaves the current one alone")
    void lossOfTheRetiringSession() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        SessionLease old = lab.take("a");
        lab.advance(Duration.ofMinutes(1));
        SessionLease next = lab.take("b");
        lab.lose(1);
        assertThat(old.isActive()).isFalse();
        assertThat(next.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
        assertThat(lab.words()).endsWith("Lost 1", "Ended 1", "Closed 1");
        assertThat(lab.controller().snapshot().sessions()).hasSize(1);
    }

    @Test
    @DisplayName("rule 12: the loss of the current session leaves the retiring one to its holders")
    void lossOfTheCurrentBesideARetiring() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        SessionLease old = lab.take("a");
        lab.advance(Duration.ofMinutes(1));
        SessionLease next = lab.take("b");
        lab.lose(2);
        assertThat(next.isActive()).isFalse();
        assertThat(old.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.now(old.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.backend.log()).contains("close 1").doesNotContain("close 2");
    }

    @Test
    @DisplayName("rule 12: a loss reported before open returned is a failed attempt; no close")
    void lossBeforeOpenReturned() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked = lab.ask("a");
        lab.lose(1);
        lab.lose(1);
        opening.open();
        assertThat(lab.now(asked)).isEmpty();
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "lost 1");
        assertThat(lateLosses()).isEqualTo(1);
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 12: who waits for a place when the session is lost gets the next one")
    void waitersGetTheNext() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(1));
        SessionLease holder = lab.take("a");
        var waiter = lab.ask("b");
        lab.lose(1);
        assertThat(holder.isActive()).isFalse();
        assertThat(lab.now(waiter).orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 12: a release after the loss touches neither the count nor the next session")
    void releaseAfterTheLoss() {
        SessionLease lost = lab.take("a");
        lab.lose(1);
        SessionLease next = lab.take("b");
        assertThat(lab.now(lost.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        assertThat(next.isActive()).isTrue();
        assertThat(lab.controller().snapshot().current().orElseThrow().held()).isEqualTo(1);
    }

    private long lateLosses() {
        return lab.controller().snapshot().tally().lateLosses();
    }
}
