package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cancel, abort, strays, timeouts, retries, hold: rules 3 to 8. */
class CancelTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName(
            "rule 4: when the last waiter has gone, the opening is aborted, and the next waits for its call")
    void lastWaiterGoneAbortsTheOpening() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        CompletableFuture<?> first = lab.ask("a");
        assertThat(lab.state()).isEqualTo(SessionState.OPENING);
        first.cancel(true);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        var second = lab.ask("b");
        assertThat(second).isNotDone();
        deaf.open();
        assertThat(lab.now(second))
                .hasValueSatisfying(lease -> assertThat(lease.epoch()).isEqualTo(2));
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
    @DisplayName(
            "rule 4: a call deaf for longer than abortTimeout is a stray, and what it yields is closed on arrival")
    void deafOpenBecomesAStray() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a").cancel(true);
        var second = lab.ask("b");
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.now(second)).isPresent();
        assertThat(lab.controller().snapshot().strays())
                .singleElement()
                .satisfies(
                        stray -> {
                            assertThat(stray.kind()).isEqualTo(StrayInfo.Kind.OPEN);
                            assertThat(stray.running()).isTrue();
                        });
        deaf.open();
        lab.settle();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
        assertThat(lab.backend.log()).endsWith("opened 1", "close 1", "closed 1");
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName(
            "rule 8: refused credentials answer a crowd without another attempt, until the hold ends")
    void failureHold() {
        lab.backend.onOpen(
                () -> {
                    throw new BackendException(
                            FailureCategory.CREDENTIALS, "28P01", "no entry for s3cret", null);
                });
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        for (int i = 0; i < 10; i++) {
            assertThat(lab.now(lab.ask("b" + i))).isEmpty();
        }
        assertThat(lab.backend.attempts()).hasSize(1);
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class))
                .singleElement()
                .satisfies(
                        failed ->
                                assertThat(failed.failure().text()).isEqualTo("no entry for ***"));
        lab.advance(Duration.ofSeconds(30));
        assertThat(lab.now(lab.ask("c"))).isPresent();
    }

    @Test
    @DisplayName("rule 7: openTimeout answers all with empty")
    void openTimeout() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var first = lab.ask("a");
        lab.advance(Duration.ofSeconds(30));
        assertThat(lab.now(first)).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }
}
