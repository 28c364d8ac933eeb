package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Closing the session under its holders, in every state: rule 23. */
class DrainTest {

    private static final Act ACT = new Act("marta", "update");
    private static final Duration TEN = Duration.ofSeconds(10);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 23: new requests are refused while the held leases are waited for")
    void newRequestsAreRefused() {
        SessionLease held = lab.take("held");
        CompletionStage<CloseReport> report = drain(TEN);
        assertThat(lab.now(lab.ask("late"))).isEmpty();
        var refused =
                catchThrowableOfType(
                        SessionUnavailableException.class,
                        () -> lab.controller().openSession(LeaseRequest.of("later")));
        assertThat(refused.failure().category()).isEqualTo(FailureCategory.DRAINING);
        assertThat(held.isActive()).isTrue();
        assertThat(report.toCompletableFuture()).isNotDone();
        assertThat(lab.controller().snapshot().drain().orElseThrow().by()).contains(ACT);
    }

    @Test
    @DisplayName("rule 23: it is an event by whom, until when, and that it is over")
    void drainingIsAnEvent() {
        SessionLease held = lab.take("held");
        drain(TEN);
        held.closeAsync();
        lab.settle();
        assertThat(lab.words())
                .endsWith("Draining 1", "Ended 1", "Closing 1", "Closed 1", "Drained 1");
        SessionEvent.Draining draining =
                lab.recorder.events(SessionEvent.Draining.class).getFirst();
        assertThat(draining.by()).isEqualTo(ACT);
        assertThat(draining.held()).isEqualTo(1);
        assertThat(draining.until()).isEqualTo(draining.at().plus(TEN));
        assertThat(lab.recorder.events(SessionEvent.Closing.class).getFirst().by()).contains(ACT);
    }

    @Test
    @DisplayName("rule 23: holders are told by when their leases are taken away")
    void holdersAreTold() {
        SessionLease held = lab.take("held");
        CompletionStage<java.time.Instant> recalled = held.recalled();
        assertThat(recalled.toCompletableFuture()).isNotDone();
        drain(TEN);
        assertThat(lab.now(recalled)).isEqualTo(lab.time.wall().plus(TEN));
        assertThat(lab.now(held.recalled())).isEqualTo(lab.time.wall().plus(TEN));
    }

    @Test
    @DisplayName("rule 23: the last release closes at once, though the policy lingers")
    void lastReleaseClosesWithoutLinger() {
        lab.start(policy -> policy.linger(Duration.ofMinutes(1)));
        SessionLease held = lab.take("held");
        CompletionStage<CloseReport> report = drain(TEN);
        lab.advance(Duration.ofSeconds(3));
        assertThat(lab.now(held.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.now(report).took()).isEqualTo(Duration.ofSeconds(3));
        assertThat(lab.now(report).revoked()).isEmpty();
    }

    @Test
    @DisplayName(
            "rule 23: at the deadline the rest is revoked, then it is closed, and requests count")
    void deadlineRevokesTheRest() {
        SessionLease quick = lab.take("quick");
        SessionLease slow = lab.take("slow");
        CompletionStage<CloseReport> report = drain(TEN);
        quick.close();
        lab.advance(TEN.minusNanos(1));
        assertThat(slow.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(slow.ended())).isEqualTo(LeaseEnd.revoked(ACT));
        CloseReport closed = lab.now(report);
        assertThat(closed.revoked()).containsExactly(slow.id());
        assertThat(closed.epoch()).isEqualTo(1);
        assertThat(closed.failure()).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.controller().snapshot().drain()).isEmpty();
        assertThat(lab.take("again").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rules 23, 24: an operator's closing that comes sooner than the shutdown counts")
    void soonerThanTheShutdown() {
        SessionLease held = lab.take("held");
        lab.controller().shutdown(Duration.ofMinutes(1));
        CompletionStage<CloseReport> report = drain(TEN);
        assertThat(lab.controller().snapshot().drain())
                .contains(
                        new SessionSnapshot.Drain(
                                lab.time.wall().plus(TEN), java.util.Optional.of(ACT)));
        lab.advance(TEN);
        assertThat(lab.now(held.ended())).isEqualTo(LeaseEnd.revoked(ACT));
        assertThat(lab.now(report).revoked()).containsExactly(held.id());
        assertThat(lab.now(report).epoch()).isEqualTo(1);
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
    }

    @Test
    @DisplayName("rules 23, 24: a shutdown that comes sooner than an operator's closing counts")
    void shutdownIsSooner() {
        SessionLease held = lab.take("held");
        CompletionStage<CloseReport> report = drain(Duration.ofMinutes(1));
        lab.controller().shutdown(TEN);
        assertThat(lab.controller().snapshot().drain())
                .contains(
                        new SessionSnapshot.Drain(
                                lab.time.wall().plus(TEN), java.util.Optional.empty()));
        lab.advance(TEN);
        assertThat(lab.now(held.ended())).isEqualTo(LeaseEnd.revoked(Ending.DEADLINE));
        assertThat(lab.now(report).took()).isEqualTo(TEN);
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
    }

    @Test
    @DisplayName("rule 23: drain 0 is now")
    void drainZeroIsNow() {
        SessionLease held = lab.take("held");
        CompletionStage<CloseReport> report = drain(Duration.ZERO);
        assertThat(held.isActive()).isFalse();
        assertThat(lab.now(report).revoked()).containsExactly(held.id());
        assertThat(lab.now(report).took()).isZero();
    }

    @Test
    @DisplayName(
            "rule 23: who waits in line is refused, not granted a place that a revocation frees")
    void lineIsRefusedBeforeTheRevocation() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(3));
        lab.take("held");
        var one = lab.ask("one");
        var two = lab.ask("two");
        CompletionStage<CloseReport> report = drain(Duration.ZERO);
        assertThat(lab.now(one)).isEmpty();
        assertThat(lab.now(two)).isEmpty();
        assertThat(lab.now(report).revoked()).hasSize(1);
        assertThat(lab.recorder.events(SessionEvent.Refused.class))
                .hasSize(2)
                .allMatch(refused -> refused.failure().category() == FailureCategory.DRAINING);
        assertThat(lab.words())
                .endsWith(
                        "Draining 1",
                        "Refused 1",
                        "Refused 1",
                        "Ended 1",
                        "Closing 1",
                        "Closed 1",
                        "Drained 1");
    }

    @Test
    @DisplayName("rule 23: CLOSED: done at once, and no event")
    void whileClosed() {
        lab.controller();
        var report = lab.controller().closeSession(TEN, ACT).toCompletableFuture();
        assertThat(report).isDone();
        assertThat(report.join().epoch()).isZero();
        assertThat(lab.words()).isEmpty();
        assertThat(lab.take("a").epoch()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "rule 23: OPENING: who waits is refused, the opening aborted, requests accepted again")
    void whileOpening() {
        lab.backend.onOpen(lab.gate()::pass);
        var waiting = lab.ask("a");
        CompletionStage<CloseReport> report = drain(TEN);
        assertThat(lab.now(waiting)).isEmpty();
        assertThat(lab.now(report).epoch()).isEqualTo(1);
        assertThat(lab.words())
                .endsWith("Draining 1", "Refused 1", "Closing 1", "Closed 1", "Drained 1");
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "rule 23: OPENING, with a deaf call: done after abortTimeout, and the report says so")
    void whileOpeningWithADeafCall() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a");
        CompletionStage<CloseReport> report = drain(TEN);
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.now(report).failure()).isPresent();
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
    }

    @Test
    @DisplayName("rule 23: LINGERING: closed at once")
    void whileLingering() {
        lab.start(policy -> policy.linger(Duration.ofMinutes(1)));
        lab.take("a").closeAsync();
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        assertThat(lab.now(drain(TEN)).epoch()).isEqualTo(1);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 23: CLOSING: who waits for the next opening is refused, then done")
    void whileClosing() {
        SessionLease held = lab.take("a");
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        held.closeAsync();
        var next = lab.ask("b");
        CompletionStage<CloseReport> report = drain(TEN);
        assertThat(lab.now(next)).isEmpty();
        assertThat(report.toCompletableFuture()).isNotDone();
        closing.open();
        assertThat(lab.now(report).failure()).isEmpty();
        assertThat(lab.backend.log()).doesNotContain("open 2");
    }

    @Test
    @DisplayName("rule 23: a close that fails is told in the report")
    void closeFails() {
        SessionLease held = lab.take("a");
        lab.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
        CompletionStage<CloseReport> report = drain(Duration.ZERO);
        assertThat(lab.now(report).failure().orElseThrow().text()).isEqualTo("no");
        assertThat(held.isActive()).isFalse();
        assertThat(lab.recorder.events(SessionEvent.CloseFailed.class).getFirst().by())
                .contains(ACT);
    }

    @Test
    @DisplayName("rule 23: RETIRING beside OPEN: both are closed before it is done")
    void whileRetiring() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        SessionLease old = lab.take("old");
        lab.advance(Duration.ofMinutes(1));
        SessionLease present = lab.take("present");
        CompletionStage<CloseReport> report = drain(TEN);
        present.closeAsync();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(report.toCompletableFuture()).isNotDone();
        assertThat(lab.now(lab.ask("late"))).isEmpty();
        lab.advance(TEN);
        assertThat(lab.now(report).revoked()).containsExactly(old.id());
        assertThat(lab.backend.log()).contains("closed 1", "closed 2");
    }

    @Test
    @DisplayName("rule 23: RETIRING beside OPENING: the opening is aborted, the holder waited for")
    void whileRetiringBesideAnOpening() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        SessionLease old = lab.take("old");
        lab.advance(Duration.ofMinutes(1));
        lab.backend.onOpen(lab.gate()::pass);
        var next = lab.ask("next");
        CompletionStage<CloseReport> report = drain(TEN);
        assertThat(lab.now(next)).isEmpty();
        assertThat(old.isActive()).isTrue();
        old.closeAsync();
        assertThat(lab.now(report).revoked()).isEmpty();
    }

    @Test
    @DisplayName("rule 23: with detached leases: their reopening is given up, and they end LOST")
    void whileDetached() {
        lab.start(policy -> policy.reopen(true));
        SessionLease detached = lab.take(LeaseRequest.of("a").withOnReattached(_ -> {}));
        lab.backend.onOpen(lab.gate()::pass);
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.OPENING);
        CompletionStage<CloseReport> report = drain(TEN);
        assertThat(lab.now(detached.ended()).kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(lab.now(report).failure()).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 23: asked again with a shorter deadline, it comes sooner, for both")
    void againWithAShorterDeadline() {
        SessionLease held = lab.take("a");
        CompletionStage<CloseReport> first = drain(TEN);
        Act sooner = new Act("ben", "now please");
        CompletionStage<CloseReport> second =
                lab.controller().closeSession(Duration.ofSeconds(2), sooner);
        lab.advance(Duration.ofSeconds(2));
        assertThat(lab.now(held.ended())).isEqualTo(LeaseEnd.revoked(sooner));
        assertThat(lab.now(first)).isEqualTo(lab.now(second));
        assertThat(lab.time.timers()).as("the longer timer is gone").isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("rule 23: asked again with a longer deadline, it does not come later")
    void againWithALongerDeadline() {
        SessionLease held = lab.take("a");
        drain(TEN);
        CompletionStage<CloseReport> second =
                lab.controller().closeSession(Duration.ofHours(1), new Act("ben", ""));
        lab.advance(TEN);
        assertThat(lab.now(held.ended())).isEqualTo(LeaseEnd.revoked(ACT));
        assertThat(lab.now(second).revoked()).containsExactly(held.id());
    }

    private CompletionStage<CloseReport> drain(Duration patience) {
        CompletionStage<CloseReport> report = lab.controller().closeSession(patience, ACT);
        lab.settle();
        return report;
    }
}
