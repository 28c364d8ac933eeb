package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the controller ends, in every state: rule 24. */
class ShutdownTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(5);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 24: requests are refused at once, and who waits gets empty: SHUTDOWN")
    void requestsAndWaitersAreRefused() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(1));
        lab.take("held");
        var waiting = lab.ask("waiting");
        shutdown(TEN);
        assertThat(lab.now(waiting)).isEmpty();
        CompletableFuture<?> late = lab.controller().tryOpenSessionAsync(LeaseRequest.of("late"));
        assertThat(late).isDone();
        assertThat(lab.recorder.events(SessionEvent.Refused.class))
                .extracting(refused -> refused.failure().category())
                .containsOnly(FailureCategory.SHUTDOWN);
    }

    @Test
    @DisplayName("rule 24: holders are told, and their leases go on until the deadline")
    void holdersAreTold() {
        SessionLease held = lab.take("held");
        var recalled = held.recalled();
        shutdown(TEN);
        assertThat(lab.now(recalled)).isEqualTo(lab.time.wall().plus(TEN));
        assertThat(held.isActive()).isTrue();
        assertThat(held.unwrap(String.class)).isEqualTo("live-1");
    }

    @Test
    @DisplayName("rule 24: with the last release the session closes without linger")
    void lastReleaseClosesWithoutLinger() {
        lab.start(policy -> policy.linger(Duration.ofMinutes(1)));
        SessionLease held = lab.take("held");
        CompletionStage<ShutdownReport> report = shutdown(TEN);
        lab.advance(Duration.ofSeconds(3));
        held.closeAsync();
        assertThat(lab.now(report).took()).isEqualTo(Duration.ofSeconds(3));
        assertThat(lab.now(report).revoked()).isEmpty();
        assertThat(lab.words())
                .endsWith("ShuttingDown 1", "Ended 1", "Closing 1", "Closed 1", "ShutDown 0");
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: at the deadline the rest is revoked, by name")
    void deadlineRevokesByName() {
        lab.take("quick").closeAsync();
        SessionLease slow = lab.take(LeaseRequest.of("slow").withPurpose("nightly"));
        CompletionStage<ShutdownReport> report = shutdown(TEN);
        lab.advance(TEN);
        assertThat(lab.now(report).revoked())
                .singleElement()
                .satisfies(
                        info -> {
                            assertThat(info.client()).isEqualTo("slow");
                            assertThat(info.purpose()).isEqualTo("nightly");
                            assertThat(info.holder().pid())
                                    .isEqualTo(ProcessHandle.current().pid());
                        });
        assertThat(lab.now(slow.ended()).kind()).isEqualTo(LeaseEnd.Kind.REVOKED);
        assertThat(lab.recorder.events(SessionEvent.Closed.class))
                .last()
                .extracting(SessionEvent.Closed::reason)
                .isEqualTo(CloseReason.SHUTDOWN);
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: twice is the same stage, however early the second deadline")
    void twiceIsTheSameStage() {
        lab.take("held");
        CompletionStage<ShutdownReport> first = shutdown(TEN);
        assertThat((Object) lab.controller().shutdown(Duration.ZERO)).isSameAs(first);
        assertThat(first.toCompletableFuture()).isNotDone();
        lab.advance(TEN);
        assertThat(lab.now(first).revoked()).hasSize(1);
        assertThat((Object) lab.controller().shutdown(TEN)).isSameAs(first);
    }

    @Test
    @DisplayName("rule 24: CLOSED: over at once")
    void whileClosed() {
        assertThat(lab.now(lab.controller().shutdown(TEN)).took()).isZero();
        assertThat(lab.words()).containsExactly("ShuttingDown 0", "ShutDown 0");
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: OPENING: the opening is aborted")
    void whileOpening() {
        lab.backend.onOpen(lab.gate()::pass);
        var waiting = lab.ask("a");
        assertThat(lab.now(shutdown(TEN)).strays()).isEmpty();
        assertThat(lab.now(waiting)).isEmpty();
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: OPENING, between two attempts: the timer stops")
    void whileBackingOff() {
        lab.start(policy -> policy.retry(RetryPolicy.defaults()));
        lab.backend.onOpen(
                () -> {
                    throw new IOException("down");
                });
        lab.ask("a");
        lab.now(shutdown(TEN));
        nothingIsLeft();
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 24: LINGERING: closed at once")
    void whileLingering() {
        lab.start(policy -> policy.linger(Duration.ofMinutes(1)));
        lab.take("a").closeAsync();
        assertThat(lab.now(shutdown(TEN)).took()).isZero();
        assertThat(lab.backend.living()).isZero();
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: CLOSING: waits for the close, and opens nothing for who waits")
    void whileClosing() {
        SessionLease lease = lab.take("a");
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        lease.closeAsync();
        var next = lab.ask("b");
        CompletionStage<ShutdownReport> report = shutdown(TEN);
        assertThat(lab.now(next)).isEmpty();
        assertThat(report.toCompletableFuture()).isNotDone();
        closing.open();
        assertThat(lab.now(report).strays()).isEmpty();
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: with a draining under way, both are answered")
    void whileDraining() {
        SessionLease held = lab.take("a");
        CompletionStage<CloseReport> drained =
                lab.controller().closeSession(Duration.ofMinutes(1), new Act("m", ""));
        CompletionStage<ShutdownReport> report = shutdown(TEN);
        CompletionStage<CloseReport> during = lab.controller().closeSession(TEN, new Act("m", ""));
        lab.advance(TEN);
        assertThat(held.isActive()).isFalse();
        assertThat(lab.now(drained).epoch()).isEqualTo(1);
        assertThat(lab.now(report).revoked()).hasSize(1);
        assertThat(lab.now(during).failure()).isEmpty();
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: with a detached lease: it ends, and its reopening is aborted")
    void whileDetached() {
        lab.start(policy -> policy.reopen(true));
        SessionLease detached = lab.take(LeaseRequest.of("a").withOnReattached(_ -> {}));
        lab.backend.onOpen(lab.gate()::pass);
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        lab.settle();
        lab.now(shutdown(TEN));
        assertThat(detached.isActive()).isFalse();
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: a session lost while its holders are waited for is not reopened")
    void lostMeanwhile() {
        lab.start(policy -> policy.reopen(true));
        SessionLease held = lab.take(LeaseRequest.of("a").withOnReattached(_ -> {}));
        CompletionStage<ShutdownReport> report = shutdown(TEN);
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        assertThat(lab.now(report).revoked()).isEmpty();
        assertThat(lab.now(held.ended()).kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 24: RETIRING beside OPEN: both are closed")
    void whileRetiring() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        lab.take("old");
        lab.advance(Duration.ofMinutes(1));
        lab.take("present");
        CompletionStage<ShutdownReport> report = shutdown(TEN);
        lab.advance(TEN);
        assertThat(lab.now(report).revoked())
                .extracting(LeaseInfo::client)
                .containsExactly("old", "present");
        assertThat(lab.backend.living()).isZero();
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: with a failure hold: its timer stops")
    void whileAFailureIsHeld() {
        lab.backend.onOpen(
                () -> {
                    throw new leasehold.backend.BackendException(FailureCategory.CREDENTIALS, "no");
                });
        lab.ask("a");
        lab.now(shutdown(TEN));
        nothingIsLeft();
    }

    @Test
    @DisplayName("rule 24: after a loss with a deaf beat, no timer is left either")
    void afterALossWithADeafBeat() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(1)));
        lab.take("a");
        Gate deaf = lab.deafGate();
        lab.backend.onBeat(deaf::pass);
        lab.advance(Duration.ofSeconds(1));
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        lab.settle();
        CompletionStage<ShutdownReport> report = shutdown(TEN);
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.now(report).strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.BEAT));
        assertThat(lab.time.timers()).isZero();
    }

    @Test
    @DisplayName("rule 24: after it, requests get empty, or the failure SHUTDOWN")
    void requestsAfterwards() throws InterruptedException {
        lab.now(lab.controller().shutdown(Duration.ZERO));
        long last = lab.controller().snapshot().number();
        assertThat(lab.controller().tryOpenSession(LeaseRequest.of("a"))).isEmpty();
        assertThat(lab.controller().tryOpenSessionAsync())
                .isCompletedWithValue(java.util.Optional.empty());
        var refused =
                catchThrowableOfType(
                        SessionUnavailableException.class,
                        () -> lab.controller().openSession(LeaseRequest.of("a")));
        assertThat(refused.failure().category()).isEqualTo(FailureCategory.SHUTDOWN);
        assertThat(lab.controller().snapshot().number()).isEqualTo(last);
        assertThat(lab.controller().revokeAll(new Act("m", ""))).isEmpty();
        assertThat(lab.now(lab.controller().closeSession(TEN, new Act("m", ""))).revoked())
                .isEmpty();
    }

    @Test
    @DisplayName("rule 24: an interrupted close() goes on ending, and restores the flag")
    void interruptedClose() throws Exception {
        SessionLease held = lab.take("a");
        boolean flag =
                CompletableFuture.supplyAsync(
                                () -> {
                                    Thread.currentThread().interrupt();
                                    lab.controller().close();
                                    return Thread.interrupted();
                                },
                                task -> Thread.ofVirtual().start(task))
                        .get(20, java.util.concurrent.TimeUnit.SECONDS);
        assertThat(flag).isTrue();
        assertThat(lab.now(lab.ask("late"))).isEmpty();
        lab.advance(ABORT_TIMEOUT.plus(TEN));
        assertThat(held.isActive()).isFalse();
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
    }

    private CompletionStage<ShutdownReport> shutdown(Duration deadline) {
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(deadline);
        lab.settle();
        return report;
    }

    private void nothingIsLeft() {
        lab.settle();
        assertThat(lab.time.timers()).as("timers").isZero();
        assertThat(lab.threads.names()).as("threads").isEmpty();
    }
}
