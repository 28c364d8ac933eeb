package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several unusual things, one upon the other. */
class OddSequencesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(5);
    private static final Act ACT = new Act("marta", "now");

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 1: randomness that throws harms nobody: a session of no certain age")
    void randomThatThrows() {
        lab.build(policy -> policy.maxAge(HOUR), builder -> builder.random(throwing()));
        assertThat(lab.now(lab.ask("a"))).isPresent();
    }

    @Test
    @DisplayName("rule 1: randomness that throws harms nobody: a wait without jitter")
    void randomThatThrowsBeforeAWait() {
        lab.build(
                policy -> policy.retry(RetryPolicy.defaults()),
                builder -> builder.random(throwing()));
        lab.backend.onOpenFail(FailureCategory.UNREACHABLE);
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.now(asked)).isPresent();
    }

    @Test
    @DisplayName("rule 1: a timer that cannot be stopped harms nobody")
    void timerThatCannotBeStopped() {
        SessionTime stubborn =
                new OddTime(
                        lab.time,
                        (delay, action) -> {
                            Subscription timer = lab.time.after(delay, action);
                            return () -> {
                                timer.close();
                                throw new IllegalStateException("stopped already");
                            };
                        });
        lab.build(policy -> policy, builder -> builder.time(stubborn));
        assertThat(lab.now(lab.ask("a"))).isPresent();
    }

    @Test
    @DisplayName("rule 20: the failed close of a late session is an event, though it was forgotten")
    void forgottenOpenWhoseCloseFails() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        lab.advance(ABORT_TIMEOUT);
        assertThat(lab.controller().forget(1, ACT)).isTrue();
        lab.backend.onClose(OddSequencesTest::fail);
        deaf.open();
        lab.settle();
        assertThat(lab.backend.living()).isEqualTo(1);
        assertThat(lab.words()).endsWith("StrayForgotten 1", "StrayListed 1");
        assertThat(lab.controller().snapshot().strays())
                .extracting(StrayInfo::kind)
                .containsExactly(StrayInfo.Kind.CLOSE);
    }

    @Test
    @DisplayName("rule 24: a deaf beat is named in the report, though its close is a stray too")
    void deafBeatBesideAStray() {
        lab.start(policy -> policy.keepAlive(Duration.ofSeconds(1)));
        lab.take("a");
        lab.backend.onBeat(lab.deafGate()::pass);
        lab.backend.onClose(OddSequencesTest::fail);
        lab.advance(Duration.ofSeconds(1));
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(Duration.ZERO);
        lab.advance(ABORT_TIMEOUT.multipliedBy(2));
        assertThat(lab.now(report).strays())
                .extracting(StrayInfo::kind)
                .contains(StrayInfo.Kind.CLOSE);
        assertThat(lab.threads.names()).containsExactly("demo-beat-1");
        assertThat(lab.now(report).strays())
                .filteredOn(StrayInfo::running)
                .extracting(StrayInfo::kind)
                .containsExactly(StrayInfo.Kind.BEAT);
    }

    @Test
    @DisplayName("rule 24: a deaf abort hook is named in the report, though its open is deaf too")
    void deafHookBesideADeafOpen() {
        Gate hook = lab.deafGate();
        Gate open = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    lab.backend.lastAttempt().onAbort(hook::passQuietly);
                    open.pass();
                });
        lab.ask("a");
        CompletionStage<ShutdownReport> report = lab.controller().shutdown(Duration.ZERO);
        lab.advance(ABORT_TIMEOUT.multipliedBy(2));
        assertThat(lab.threads.names()).containsExactlyInAnyOrder("demo-abort-1", "demo-open-1");
        assertThat(lab.now(report).strays())
                .extracting(StrayInfo::kind)
                .containsExactlyInAnyOrder(StrayInfo.Kind.ABORT, StrayInfo.Kind.OPEN);
    }

    @Test
    @DisplayName("rule 8: credentials that a stray had refused are held, though another is aborted")
    void refusedStrayDuringTheNextAbort() {
        Gate first = lab.deafGate();
        Gate second = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    first.pass();
                    throw new BackendException(FailureCategory.CREDENTIALS, "wrong password");
                });
        lab.backend.onOpen(
                () -> {
                    second.pass();
                    throw new InterruptedException();
                });
        lab.ask("a").cancel(true);
        lab.advance(ABORT_TIMEOUT);
        lab.ask("b").cancel(true);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        first.open();
        lab.settle();
        second.open();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        lab.ask("c");
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    @Test
    @DisplayName("rule 23: closing during a shutdown reports a session that is not closed")
    void failedCloseDuringAShutdown() {
        SessionLease lease = lab.take("a");
        lab.controller().shutdown(HOUR);
        CompletionStage<CloseReport> report = lab.controller().closeSession(TEN, ACT);
        lab.backend.onClose(OddSequencesTest::fail);
        lease.closeAsync();
        lab.settle();
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
        assertThat(lab.now(report).failure()).isPresent();
    }

    @Test
    @DisplayName("rule 10: who caused a rotation is its opener, though a lost lease comes before")
    void openerOfARotationBesideALoss() {
        lab.start(policy -> policy.reopen(true).maxAge(MINUTE));
        SessionLease old = lab.take(LeaseRequest.of("old").withOnReattached(_ -> {}));
        lab.advance(MINUTE);
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked = lab.ask("next");
        lab.lose(1);
        opening.open();
        SessionLease next = lab.now(asked).orElseThrow();
        assertThat(old.epoch()).isEqualTo(2);
        assertThat(lab.recorder.events(SessionEvent.Opening.class).getLast().lease())
                .isEqualTo(next.id());
        assertThat(next.opener()).isTrue();
    }

    @Test
    @DisplayName("rule 30: the names of a session's attributes are masked like their values")
    void nameOfAnAttribute() {
        lab.backend.onAttributes(() -> Map.of("jdbc:x?password=s3cret", "open"));
        SessionLease lease = lab.take("a");
        assertThat(lease.attributes()).containsEntry("jdbc:x?password=***", "open");
        assertThat(Texts.of(lab.recorder.events())).doesNotContain("s3cret");
    }

    @Test
    @DisplayName("rule 20: the close of a late session that fails is not called again unasked")
    void lateSessionOfARetriedOpen() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        lab.advance(ABORT_TIMEOUT);
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        lab.backend.onClose(OddSequencesTest::fail);
        lab.backend.onClose(OddSequencesTest::fail);
        deaf.open();
        assertThat(lab.now(report).failure()).isPresent();
        assertThat(lab.backend.log()).containsOnlyOnce("close 1");
    }

    @Test
    @DisplayName("rule 20: a retry of an open waits for the close of what it yields")
    void retriedOpenWhoseCloseTakesTime() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        lab.advance(ABORT_TIMEOUT);
        CompletionStage<CloseReport> report = lab.controller().retryClose(1, ACT);
        Gate close = lab.gate();
        lab.backend.onClose(close::pass);
        lab.advance(ABORT_TIMEOUT.minusSeconds(1));
        deaf.open();
        lab.settle();
        lab.advance(Duration.ofSeconds(2));
        close.open();
        assertThat(lab.now(report).failure()).isEmpty();
    }

    @Test
    @DisplayName("rule 1: refused credentials of a stray are an AttemptFailed, then an OpenFailed")
    void failedAttemptOfAStray() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    deaf.pass();
                    throw new BackendException(FailureCategory.CREDENTIALS, "wrong password");
                });
        lab.ask("a").cancel(true);
        lab.advance(Duration.ofSeconds(5));
        deaf.open();
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class)).hasSize(1);
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class)).hasSize(1);
    }

    @Test
    @DisplayName("rule 12: a loss by failing beats tells how they failed, though one is on its way")
    void causeOfALossDuringABeat() {
        lab.start(policy -> policy.keepAlive(TEN).lossAfter(TEN));
        lab.backend.onBeat(OddSequencesTest::fail);
        SessionLease lease = lab.take("a");
        lab.backend.onBeat(lab.gate()::pass);
        lab.advance(TEN.plus(TEN));
        assertThat(lab.now(lease.ended()).cause().orElseThrow().text()).isEqualTo("no");
    }

    @Test
    @DisplayName("rule 26: a rest that fails makes no silent gap")
    void restThatThrows() {
        AtomicBoolean fails = new AtomicBoolean();
        lab.build(
                policy -> policy,
                builder ->
                        builder.threads(
                                new SessionThreads() {
                                    @Override
                                    public Thread start(String name, boolean p, Runnable task) {
                                        return lab.threads.start(name, p, task);
                                    }

                                    @Override
                                    public void rest(long millis) {
                                        if (fails.compareAndSet(true, false)) {
                                            throw new IllegalStateException("no rest");
                                        }
                                    }
                                }));
        fails.set(true);
        SessionLease lease = lab.take("a");
        lease.closeAsync();
        assertThat(lab.words()).contains("Closed 1");
    }

    private static void fail() throws IOException {
        throw new IOException("no");
    }

    private static RandomGenerator throwing() {
        return () -> {
            throw new IllegalStateException("no entropy");
        };
    }
}
