package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backends that do what they must not: every waiter is answered all the same. Rule 6. */
class BackendFaultTest {

    @RegisterExtension final Lab lab = new Lab();

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IOException("io"),
                new IllegalStateException("state"),
                new StackOverflowError("deep"),
                new OutOfMemoryError("heap"),
                new AssertionError("assert"),
                new Throwable("bare"),
                new InternalError("vm"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    @DisplayName("rule 6: whatever open throws, all are answered and the next caller is served")
    void whateverOpenThrows(Throwable thrown) {
        Gate gate = lab.gate();
        lab.backend.onOpen(
                () -> {
                    gate.pass();
                    sneak(thrown);
                });
        var first = lab.ask("a");
        var second = lab.ask("b");
        gate.open();
        assertThat(lab.now(first)).isEmpty();
        assertThat(lab.now(second)).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class))
                .singleElement()
                .satisfies(
                        failed -> {
                            assertThat(failed.failure().category())
                                    .isEqualTo(FailureCategory.UNKNOWN);
                            assertThat(failed.failure().type())
                                    .isEqualTo(thrown.getClass().getName());
                        });
        assertThat(lab.take("c").epoch()).isEqualTo(2);
    }

    static Stream<Throwable> hostile() {
        return Stream.of(
                new IllegalStateException("x") {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no message");
                    }
                },
                new IllegalStateException("x") {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        throw new IllegalStateException("no stack");
                    }
                },
                new IllegalStateException("x") {
                    @Override
                    public synchronized Throwable getCause() {
                        return this;
                    }
                },
                new BackendException(FailureCategory.CREDENTIALS, "x") {
                    @Override
                    public FailureCategory category() {
                        return null;
                    }
                },
                new BackendException(FailureCategory.CREDENTIALS, "x") {
                    @Override
                    public Optional<String> code() {
                        throw new IllegalStateException("no code");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @DisplayName("rule 6: a throwable that fails when it is looked at is a failure like any other")
    void throwableThatFailsWhenLookedAt(Throwable thrown) {
        lab.backend.onOpen(() -> sneak(thrown));
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        lab.controller().retryNow();
        assertThat(lab.now(lab.ask("b"))).isPresent();
    }

    @Test
    @DisplayName("rule 6: a session that is null is a failure of protocol")
    void nullSession() {
        lab.start(policy -> policy.retry(RetryPolicy.defaults()));
        lab.backend.onOpenNull();
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class))
                .singleElement()
                .satisfies(
                        failed ->
                                assertThat(failed.failure().category())
                                        .isEqualTo(FailureCategory.PROTOCOL));
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 6: a session that cannot be described is closed, and a failure of protocol")
    void sessionThatCannotBeDescribed() {
        lab.backend.onAttributes(
                () -> {
                    throw new IOException("no attributes");
                });
        lab.backend.onId(() -> "server-1");
        assertProtocolFailure();
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "close 1", "closed 1");
    }

    @Test
    @DisplayName("rule 6: a session without attributes, or whose id throws, is closed as well")
    void sessionWithoutAttributes() {
        lab.backend.onAttributes(() -> null);
        assertProtocolFailure();
        lab.backend.onId(
                () -> {
                    throw new StackOverflowError("no id");
                });
        assertThat(lab.now(lab.ask("b"))).isEmpty();
        assertThat(lab.backend.living()).isZero();
    }

    @Test
    @DisplayName(
            "rule 6: a session that cannot even be closed is a failure of protocol all the same")
    void sessionThatCannotEvenBeClosed() {
        lab.backend.onAttributes(() -> null);
        lab.backend.onClose(
                () -> {
                    throw new IOException("no close");
                });
        assertProtocolFailure();
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
    }

    @Test
    @DisplayName(
            "rules 4, 6: a session that cannot be described, and whose close hangs, is a stray in time")
    void undescribedSessionWhoseCloseHangs() {
        Gate hangs = lab.deafGate();
        lab.backend.onAttributes(() -> null).onClose(hangs::pass);
        assertProtocolFailure();
        var next = lab.ask("b");
        assertThat(next).isNotDone();
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.now(next)).isPresent();
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
        hangs.open();
        lab.settle();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 6: attributes and ids that are null are told as withheld")
    void nullAttributesAreWithheld() {
        Map<String, String> said = new HashMap<>();
        said.put("pid", null);
        lab.backend.onAttributes(() -> said).onId(() -> null);
        SessionLease lease = lab.take("a");
        assertThat(lease.attributes().get("pid")).startsWith("(withheld");
        assertThat(lab.controller().snapshot().current().orElseThrow().serverId())
                .startsWith("(withheld");
    }

    @Test
    @DisplayName(
            "rule 6: a loss reported before open returned is a failed attempt, and counted if repeated")
    void lossBeforeOpenReturned() {
        lab.start(policy -> policy.retry(RetryPolicy.defaults()));
        lab.backend.onOpen(
                () -> {
                    var attempt = lab.backend.lastAttempt();
                    attempt.reportLost(new SessionLostException("gone", null));
                    attempt.reportLost(new SessionLostException("gone again", null));
                });
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.now(asked).orElseThrow().isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure().text()).isEqualTo("gone"));
        assertThat(lab.backend.log()).doesNotContain("close 1").containsOnlyOnce("lost 1");
        assertThat(lab.controller().snapshot().tally().lateLosses()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 6: a loss reported twice is one loss, and a report after a failed open none")
    void lossReportedTwice() {
        lab.backend.onOpenFail(FailureCategory.UNREACHABLE);
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        lab.backend.lastAttempt().reportLost(new SessionLostException("what?", null));
        assertThat(lab.controller().snapshot().tally().lateLosses()).isEqualTo(1);
        SessionLease lease = lab.take("b");
        lab.backend.lastAttempt().reportLost(new IOException("reset"));
        lab.backend.lastAttempt().reportLost(new IOException("reset"));
        lab.backend.attempts().getFirst().reportLost(new IOException("epoch 1"));
        lab.settle();
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.recorder.events(SessionEvent.Lost.class)).hasSize(1);
        assertThat(lab.controller().snapshot().tally().lateLosses()).isEqualTo(3);
        assertThat(lab.take("c").epoch()).isEqualTo(3);
    }

    @Test
    @DisplayName("rule 6: an answer much too late, after openTimeout and abort, serves nobody")
    void answerMuchTooLate() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        var first = lab.ask("a");
        lab.advance(Duration.ofMinutes(1));
        assertThat(lab.now(first)).isEmpty();
        SessionLease second = lab.take("b");
        deaf.open();
        lab.settle();
        assertThat(second.isActive()).isTrue();
        assertThat(second.epoch()).isEqualTo(2);
        assertThat(lab.backend.living()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 6: without a thread for the backend all are answered")
    void noThreadForTheBackend() {
        lab.threads.refuse("open-1", true);
        var asked = lab.ask("a");
        assertThat(lab.now(asked)).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure().text()).contains("thread"));
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 6: without threads for answers, aborts and cancels all are answered")
    void noThreadForAnswers() {
        lab.threads.refuse("granted", true);
        lab.threads.refuse("refused", true);
        lab.threads.refuse("cancelled", true);
        lab.threads.refuse("abort-1", true);
        Gate gate = lab.gate();
        CancellationSource source = new CancellationSource();
        lab.backend.onOpen(gate::pass).onOpenFail(FailureCategory.PROTOCOL);
        var first = lab.ask("a", source.token());
        source.cancel();
        assertThat(first.handle((_, thrown) -> thrown).join())
                .isInstanceOf(CancellationException.class);
        assertThat(lab.ask("b").join()).isEmpty();
        assertThat(lab.ask("c").join()).isPresent();
    }

    @Test
    @DisplayName("rule 6: interrupts of the backend's own making are failed attempts")
    void interruptOfItsOwnMaking() {
        lab.backend.onOpen(
                () -> {
                    Thread.currentThread().interrupt();
                    throw new InterruptedException("of my own");
                });
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        assertThat(lab.now(lab.ask("b"))).isPresent();
    }

    private void assertProtocolFailure() {
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class))
                .singleElement()
                .satisfies(
                        failed ->
                                assertThat(failed.failure().category())
                                        .isEqualTo(FailureCategory.PROTOCOL));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
