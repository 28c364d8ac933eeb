package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who comes while the session is being closed: rules 18, 19. */
class CloseOrderTest {

    @RegisterExtension final Lab lab = new Lab();

    private Gate closing;

    @BeforeEach
    void closing() {
        closing = lab.gate();
        lab.backend.onClose(closing::pass);
    }

    @Test
    @DisplayName("rule 19: who comes during the close waits; order open 1, close 1, open 2")
    void openWaitsForTheClose() {
        lab.take("a").closeAsync();
        var next = lab.ask("b");
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        assertThat(next).isNotDone();
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "close 1");
        closing.open();
        assertThat(lab.now(next).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "close 1", "closed 1", "open 2", "opened 2");
        assertThat(lab.words())
                .containsSubsequence("Closing 1", "Closed 1", "Opening 2", "Opened 2");
    }

    @Test
    @DisplayName("rule 19: a crowd that comes during the close shares one next opening")
    void crowdSharesTheNext() {
        lab.take("a").closeAsync();
        List<CompletableFuture<Optional<SessionLease>>> crowd = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            crowd.add(lab.ask("b" + i));
        }
        closing.open();
        for (CompletableFuture<Optional<SessionLease>> each : crowd) {
            assertThat(lab.now(each).orElseThrow().epoch()).isEqualTo(2);
        }
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    @Test
    @DisplayName("rule 19: who came during the close and gave up causes no opening")
    void gaveUpDuringTheClose() {
        lab.take("a").closeAsync();
        lab.ask("b").cancel(true);
        closing.open();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 19: a close that hangs delays the next opening up to its timeout, no longer")
    void hangingCloseDelaysUpToItsTimeout() {
        lab.take("a").closeAsync();
        var next = lab.ask("b");
        lab.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(lab.backend.attempts()).hasSize(1);
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(next).orElseThrow().epoch()).isEqualTo(2);
        closing.open();
        lab.settle();
        assertThat(lab.now(next).orElseThrow().isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 19: a close that fails lets the next opening start at once")
    void failedCloseLetsTheNextStart() {
        lab.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
        closing.open();
        lab.take("a").close();
        lab.take("b").closeAsync();
        assertThat(lab.take("c").epoch()).isEqualTo(3);
        assertThat(lab.controller().snapshot().strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.epoch()).isEqualTo(2));
    }

    @Test
    @DisplayName("rule 19: a late close timer of an ended close touches no successor")
    void lateCloseTimerSparesTheSuccessor() {
        lab.take("a").closeAsync();
        lab.settle();
        lab.time.pass(Duration.ofSeconds(10));
        List<Runnable> late = lab.time.takeLate();
        closing.open();
        lab.settle();
        Gate again = lab.gate();
        lab.backend.onClose(again::pass);
        var outcome = lab.take("b").closeAsync();
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        assertThat(outcome.toCompletableFuture()).isNotDone();
        again.open();
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    @DisplayName("rule 18: nobody is ever granted the session that is closing")
    void closingSessionIsNeverGranted() {
        lab.take("a").closeAsync();
        var next = lab.ask("b");
        assertThat(lab.controller().snapshot().current().orElseThrow().held()).isZero();
        closing.open();
        SessionLease lease = lab.now(next).orElseThrow();
        assertThat(lab.recorder.events(SessionEvent.Closed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.granted()).isEqualTo(1));
        assertThat(lease.unwrap(String.class)).isEqualTo("live-2");
    }
}
