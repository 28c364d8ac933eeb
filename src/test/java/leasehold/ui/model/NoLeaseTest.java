package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.monitor.CardState;
import leasehold.session.Failure;
import leasehold.ui.model.NoLease.Offer;
import org.junit.jupiter.api.Test;

/** What the table of leases says where there is none. */
class NoLeaseTest {

    private static final Optional<Instant> IN_8_S = Optional.of(NOON.plusSeconds(8));

    @Test
    void closedOffersToOpen() {
        says(
                new CardState.Closed(NOON, Optional.empty()),
                "No client holds a lease, so the session is closed.",
                "Acquire lease (Ctrl+N) opens it.",
                Offer.ACQUIRE);
    }

    @Test
    void failedOpeningTellsItsCauseAndOffersToTryAgain() {
        says(
                new CardState.OpenFailed(18, NOON, Facts.unreachable(), 3, Optional.empty()),
                "No client holds a lease, for the last opening failed: Connection refused by"
                        + " db-01:5432.",
                "Acquire lease (Ctrl+N) tries again.",
                Offer.ACQUIRE);
    }

    @Test
    void failureThatAnswersAllCallersIsEndedFirst() {
        says(
                new CardState.OpenFailed(18, NOON, Facts.unreachable(), 3, IN_8_S),
                "No client holds a lease, for the last opening failed: Connection refused by"
                        + " db-01:5432.",
                "This is what every client is told for another 8 s, unless you try now.",
                Offer.TRY_NOW);
    }

    @Test
    void causeIsOneSentenceWhateverTheServerSaid() {
        assertThat(of(failed("FATAL: no such role.\n  Position: 7\n")).why())
                .endsWith("failed: FATAL: no such role.");
        assertThat(of(failed(" ")).why()).endsWith("failed: no answer in time.");
    }

    @Test
    void lossTellsItsCauseAndOffersToTryAgain() {
        says(
                new CardState.Lost(17, NOON, Facts.unreachable(), 42, Optional.empty()),
                "No client holds a lease, for the server ended session #17: Connection refused by"
                        + " db-01:5432.",
                "Acquire lease (Ctrl+N) tries again.",
                Offer.ACQUIRE);
    }

    @Test
    void reopeningIsWaitedFor() {
        var opening = new CardState.Opening(18, NOON, 0, "", 1, 5, IN_8_S, Optional.empty());
        var lost = new CardState.Lost(17, NOON, Facts.unreachable(), 42, Optional.of(opening));
        assertThat(of(lost).why())
                .isEqualTo("No client waits for session #18, which is being opened.")
                .isEqualTo(of(opening).why());
    }

    @Test
    void sessionThatIsNotClosedYetIsNotCalledClosed() {
        var lingering = new CardState.Lingering(17, NOON, NOON, "billing-sync");
        var closing =
                new CardState.Closing(17, NOON, 0, Optional.empty(), Optional.empty(), IN_8_S);
        var open = new CardState.Open(17, NOON, 0, 0, Optional.empty());
        var draining = new CardState.Draining(17, 0, NOON, Optional.empty());
        assertThat(of(lingering).why()).endsWith("and the session lingers.");
        assertThat(of(closing).why()).endsWith("and session #17 is being closed.");
        assertThat(of(open).why())
                .isEqualTo("No client holds a lease.")
                .isEqualTo(of(draining).why());
    }

    @Test
    void controllerThatHasShutDownOffersNothing() {
        says(
                new CardState.ShutDown(NOON),
                "The controller has shut down, and no client holds a lease.",
                "As of 12:00:00",
                Offer.NOTHING);
    }

    private static CardState failed(String text) {
        Failure failure = Failure.of(FailureCategory.TIMEOUT, text);
        return new CardState.OpenFailed(18, NOON, failure, 1, Optional.empty());
    }

    private static void says(CardState state, String why, String next, Offer offer) {
        assertThat(of(state)).isEqualTo(new NoLease(Look.of(state), why, next, offer));
    }

    private static NoLease of(CardState state) {
        return NoLease.of(state, new Words(Facts.TEXTS, Facts.FORMATS), "Ctrl+N");
    }
}
