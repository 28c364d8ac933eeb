package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long one opening may take: rule 7. */
class OpenTimeoutTest {

    private static final RetryPolicy EVERY_TEN_SECONDS =
            new RetryPolicy(100, Duration.ofSeconds(10), 1, Duration.ofSeconds(10), 0);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 7: when openTimeout passes all waiters get empty, and the call is aborted")
    void allWaitersGetEmpty() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var first = lab.ask("a");
        var second = lab.ask("b");
        lab.advance(Duration.ofNanos(29_999_999_999L));
        assertThat(first).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(first)).isEmpty();
        assertThat(lab.now(second)).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.words())
                .containsExactly(
                        "Requested 0",
                        "Opening 1",
                        "Requested 0",
                        "AttemptFailed 1",
                        "OpenFailed 1",
                        "Refused 1",
                        "Refused 1",
                        "Closing 1",
                        "Closed 1");
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class))
                .singleElement()
                .satisfies(
                        failed -> {
                            assertThat(failed.failure().category())
                                    .isEqualTo(FailureCategory.TIMEOUT);
                            assertThat(Duration.ofNanos(failed.tookNanos()))
                                    .isEqualTo(Duration.ofSeconds(30));
                        });
        assertThat(lab.recorder.events(SessionEvent.Closed.class))
                .extracting(SessionEvent.Closed::reason)
                .containsExactly(CloseReason.OPEN_TIMEOUT);
    }

    @Test
    @DisplayName("rule 7: joiners share what is left")
    void joinersShareWhatIsLeft() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        lab.ask("a");
        lab.advance(Duration.ofSeconds(29));
        assertThat(lab.backend.lastAttempt().remaining()).isEqualTo(Duration.ofSeconds(1));
        var late = lab.ask("b");
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.now(late)).isEmpty();
        assertThat(lab.backend.lastAttempt().remaining()).isZero();
    }

    @Test
    @DisplayName("rule 7: openTimeout covers all attempts and the waits between them")
    void coversBackOff() {
        lab.start(policy -> policy.retry(EVERY_TEN_SECONDS).openTimeout(Duration.ofSeconds(25)));
        lab.backend
                .onOpenFail(FailureCategory.UNREACHABLE)
                .onOpenFail(FailureCategory.UNREACHABLE)
                .onOpenFail(FailureCategory.UNREACHABLE);
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(19));
        assertThat(asked).isNotDone();
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.now(asked)).as("no wait that would end past the timeout").isEmpty();
        assertThat(lab.backend.attempts()).hasSize(3);
        assertThat(lab.recorder.events(SessionEvent.OpenFailed.class).getFirst().attempts())
                .isEqualTo(3);
    }

    @Test
    @DisplayName(
            "rule 7: passing during an attempt, it fails that attempt, with the time that one took")
    void failsTheAttemptThatRuns() {
        lab.start(policy -> policy.retry(EVERY_TEN_SECONDS));
        Gate gate = lab.gate();
        lab.backend.onOpenFail(FailureCategory.UNREACHABLE).onOpen(gate::pass);
        var asked = lab.ask("a");
        lab.advance(Duration.ofSeconds(30));
        assertThat(lab.now(asked)).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class))
                .extracting(failed -> Duration.ofNanos(failed.tookNanos()))
                .containsExactly(Duration.ZERO, Duration.ofSeconds(20));
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class))
                .extracting(SessionEvent.AttemptFailed::attempt)
                .containsExactly(1, 2);
    }

    @Test
    @DisplayName("rule 7: it counts from OPENING, not from asking")
    void countsFromOpening() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        SessionLease first = lab.take("a");
        first.closeAsync();
        var second = lab.ask("b");
        lab.advance(Duration.ofSeconds(9));
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        closing.open();
        lab.settle();
        lab.advance(Duration.ofNanos(29_999_999_999L));
        assertThat(second).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(second)).isEmpty();
    }

    @Test
    @DisplayName("rule 7: after it the next opening waits for the call, at most abortTimeout")
    void nextOpeningWaitsForTheCall() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a");
        lab.advance(Duration.ofSeconds(30));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        var second = lab.ask("b");
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.now(second).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
    }

    @Test
    @DisplayName("rule 7: a call that outlives it is told that no time is left, and never less")
    void noTimeIsLeft() {
        Gate deaf = lab.deafGate();
        lab.backend.onOpen(deaf::pass);
        lab.ask("a");
        lab.advance(Duration.ofSeconds(29));
        assertThat(lab.backend.lastAttempt().remaining()).isEqualTo(Duration.ofSeconds(1));
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.backend.lastAttempt().remaining()).isZero();
    }

    @Test
    @DisplayName("rule 7: a caller's own timeout ends only that caller's wait")
    void ownTimeoutEndsOnlyOwnWait() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var hasty = lab.ask("a").orTimeout(1, TimeUnit.MILLISECONDS);
        var patient = lab.ask("b");
        assertThat(hasty.handle((_, thrown) -> thrown).join()).isNotNull();
        gate.open();
        assertThat(lab.now(patient)).isPresent();
    }

    @Test
    @DisplayName(
            "rule 7: a timeout that runs too late does nothing to the session or the next opening")
    void lateTimeoutDoesNothing() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var first = lab.ask("a");
        Runnable late = lab.time.takeDue(lab.time.nanos() + Duration.ofSeconds(30).toNanos());
        gate.open();
        SessionLease lease = lab.now(first).orElseThrow();
        late.run();
        lab.settle();
        assertThat(lease.isActive()).isTrue();
        lease.close();
        Gate next = lab.gate();
        lab.backend.onOpen(next::pass);
        var second = lab.ask("b");
        late.run();
        lab.settle();
        assertThat(second).isNotDone();
        next.open();
        assertThat(lab.now(second)).isPresent();
    }
}
