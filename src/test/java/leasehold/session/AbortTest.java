package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The opening that nobody wants any more, and what its call yields: rule 4. */
class AbortTest {

    @RegisterExtension final Lab lab = new Lab();

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    @DisplayName(
            "rule 4: when the last waiter has gone, the call is interrupted and its hook run once")
    void lastWaiterGoneInterruptsAndRunsTheHook() {
        Gate opening = lab.gate();
        lab.backend.onOpen(
                () -> {
                    lab.backend.lastAttempt().onAbort(() -> seen.add("first hook"));
                    lab.backend.lastAttempt().onAbort(() -> seen.add("hook"));
                    try {
                        opening.pass();
                    } catch (InterruptedException e) {
                        seen.add("interrupted");
                        throw e;
                    }
                });
        var first = lab.ask("a");
        var second = lab.ask("b");
        first.cancel(false);
        lab.settle();
        assertThat(seen).isEmpty();
        second.cancel(false);
        lab.settle();
        assertThat(seen).containsExactlyInAnyOrder("interrupted", "hook");
        assertThat(lab.words())
                .containsExactly(
                        "Requested 0",
                        "Opening 1",
                        "Requested 0",
                        "GaveUp 0",
                        "GaveUp 0",
                        "Closing 1",
                        "Closed 1");
        assertThat(lab.recorder.events(SessionEvent.Closed.class))
                .singleElement()
                .satisfies(closed -> assertThat(closed.reason()).isEqualTo(CloseReason.ABORTED));
    }

    @Test
    @DisplayName("rule 4: a call deaf to interruption is freed by its hook")
    void deafCallIsFreedByItsHook() {
        Gate socket = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    lab.backend.lastAttempt().onAbort(socket::open);
                    socket.pass();
                    throw new IOException("socket closed");
                });
        lab.ask("a").cancel(false);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class)).isEmpty();
    }

    @Test
    @DisplayName(
            "rule 4: a hook registered after the abort runs at once; one that throws does no harm")
    void lateHookRunsAtOnce() {
        Gate opening = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    opening.pass();
                    lab.backend.attempts().getFirst().onAbort(() -> seen.add("late"));
                    throw new IOException("gone");
                });
        lab.ask("a").cancel(false);
        lab.settle();
        opening.open();
        lab.settle();
        assertThat(seen).containsExactly("late");
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        Gate again = lab.gate();
        lab.backend.onOpen(
                () -> {
                    lab.backend
                            .lastAttempt()
                            .onAbort(
                                    () -> {
                                        throw new AssertionError("hook");
                                    });
                    again.pass();
                });
        lab.ask("b").cancel(false);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 4: a call aborted before its thread runs never reaches the backend")
    void abortedBeforeItBegan() {
        Gate thread = lab.deafGate();
        lab.threads.holdAt("open-1", thread);
        lab.ask("a").cancel(false);
        lab.settle();
        thread.open();
        lab.settle();
        assertThat(lab.backend.log()).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName(
            "rule 4: who comes during the abort waits for the call, and never gets its session")
    void newcomerNeverGetsTheAbortedSession() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        var second = lab.ask("b");
        lab.advance(Duration.ofSeconds(4));
        assertThat(second).isNotDone();
        deaf.open();
        assertThat(lab.now(second).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "close 1", "closed 1", "open 2", "opened 2");
        assertThat(lab.words())
                .containsExactly(
                        "Requested 0",
                        "Opening 1",
                        "GaveUp 0",
                        "Closing 1",
                        "Requested 0",
                        "Closed 1",
                        "Opening 2",
                        "Opened 2",
                        "Granted 2");
    }

    @Test
    @DisplayName("rule 4: who comes and goes during the abort causes no opening")
    void newcomerWhoLeavesCausesNoOpening() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        lab.ask("b").cancel(true);
        deaf.open();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName(
            "rule 4: the next opening proceeds after abortTimeout, and what the stray yields is closed")
    void strayOpenIsClosedOnArrival() {
        Gate deaf = lab.deafGate();
        var second = abortedFor(deaf);
        assertThat(lab.now(second).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.controller().snapshot().strays())
                .singleElement()
                .satisfies(
                        stray -> {
                            assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.OPEN);
                            assertThat(stray.epoch()).isEqualTo(1);
                            assertThat(stray.running()).isTrue();
                        });
        deaf.open();
        lab.settle();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        assertThat(lab.backend.log()).endsWith("opened 1", "close 1", "closed 1");
        assertThat(lab.words()).containsSubsequence("StrayListed 1", "StrayResolved 1");
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
        assertThat(lab.now(second).orElseThrow().isActive()).isTrue();
    }

    @Test
    @DisplayName("rule 4: a stray that fails at last is resolved, and does not touch its successor")
    void strayOpenThatFailsIsResolved() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    deaf.pass();
                    throw new IOException("late");
                });
        lab.ask("a").cancel(true);
        var second = lab.ask("b");
        lab.advance(Duration.ofSeconds(5));
        deaf.open();
        lab.settle();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        assertThat(lab.now(second).orElseThrow().isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class)).isEmpty();
    }

    @Test
    @DisplayName("rule 4: a stray that was forgotten is closed on arrival all the same")
    void forgottenStrayIsClosedOnArrival() {
        Gate deaf = lab.deafGate();
        abortedFor(deaf);
        assertThat(lab.controller().forget(1, new Act("m", "known"))).isTrue();
        deaf.open();
        lab.settle();
        assertThat(lab.backend.log()).endsWith("opened 1", "close 1", "closed 1");
        assertThat(lab.controller().forget(1, new Act("m", "again"))).isFalse();
    }

    @Test
    @DisplayName(
            "rule 4: a caller waits at most abortTimeout, even if the late session hangs in its close")
    void lateSessionThatHangsInItsCloseHoldsNobodyUp() {
        Gate deaf = lab.deafGate();
        Gate closing = lab.deafGate();
        lab.backend.onOpen(deaf::pass).onClose(closing::pass);
        lab.ask("a").cancel(true);
        var second = lab.ask("b");
        lab.advance(Duration.ofSeconds(3));
        deaf.open();
        lab.settle();
        lab.advance(Duration.ofMillis(1_999));
        assertThat(second).isNotDone();
        lab.advance(Duration.ofMillis(1));
        assertThat(lab.now(second).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.controller().snapshot().strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.CLOSE));
        closing.open();
        lab.settle();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 4: refused credentials are held though their opening was aborted meanwhile")
    void credentialsRefusedDuringAnAbortAreHeld() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(
                () -> {
                    deaf.pass();
                    throw new BackendException(FailureCategory.CREDENTIALS, "wrong password");
                });
        lab.ask("impatient").cancel(true);
        var second = lab.ask("b");
        deaf.open();
        assertThat(lab.now(second)).isEmpty();
        assertThat(lab.now(lab.ask("c"))).isEmpty();
        assertThat(lab.backend.attempts()).hasSize(1);
        long blamed = lab.recorder.events(SessionEvent.OpenFailed.class).getFirst().number();
        assertThat(lab.recorder.events(SessionEvent.Refused.class))
                .hasSize(2)
                .allSatisfy(refused -> assertThat(refused.cites()).isEqualTo(blamed));
    }

    @Test
    @DisplayName("rule 4: an abort timeout that comes too late does nothing to the next opening")
    void lateAbortTimeoutDoesNothing() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        lab.settle();
        Runnable late = lab.time.takeDue(lab.time.nanos() + Duration.ofSeconds(5).toNanos());
        deaf.open();
        lab.settle();
        Gate next = lab.gate();
        lab.backend.onOpen(next::pass);
        var second = lab.ask("b");
        late.run();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.OPENING);
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        next.open();
        assertThat(lab.now(second)).isPresent();
    }

    private CompletableFuture<Optional<SessionLease>> abortedFor(Gate deaf) {
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        var second = lab.ask("b");
        lab.advance(Duration.ofSeconds(5));
        return second;
    }
}
