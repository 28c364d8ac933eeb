package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.monitor.Card;
import leasehold.monitor.CardState;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.ui.model.CardText.Action;
import leasehold.ui.model.Texts.Part;
import org.junit.jupiter.api.Test;

/** What the card says in every state. */
class CardSentenceTest {

    private static final Optional<Instant> IN_8_S = Optional.of(NOON.plusSeconds(8));

    private final CardSentence sentence = new CardSentence(Facts.TEXTS, Facts.FORMATS);

    @Test
    void closedBeforeAnySession() {
        says(
                new CardState.Closed(NOON, Optional.empty()),
                Action.NONE,
                """
                Closed. No client holds a lease.
                The first lease opens a session, the last to end closes it.
                No session · 6 openings today""");
    }

    @Test
    void closedTellsOfTheLastSession() {
        var last = Facts.session(17, Optional.of(CloseReason.LAST_RELEASE), "billing-sync");
        says(
                new CardState.Closed(NOON, Optional.of(last)),
                Action.NONE,
                """
                Closed since 12:00:00. No client holds a lease.
                Last: session #17, open 2 h 03 m, 311 leases, closed by its last release (billing-sync).
                No session · 6 openings today""");
    }

    @Test
    void openingTellsWhoAskedAndWhenItGivesUp() {
        var opening =
                new CardState.Opening(
                        18, ago(1_400), 3, "billing-sync", 2, 5, IN_8_S, Optional.empty());
        says(
                opening,
                Action.STOP_OPENING,
                """
                Opening session #18 for 1.4 s. 3 clients wait.
                First asked: billing-sync · attempt 2 of 5 · gives up in 8 s
                Session #18 · asked for 11:59:58""");
    }

    @Test
    void openTellsBecauseOfWhom() {
        var longest = Facts.held(731, "billing-sync", Duration.ofMinutes(121));
        var open = new CardState.Open(17, ago(123 * 60_000), 42, 12, Optional.of(longest));
        says(
                open,
                Action.CLOSE,
                """
                Open for 2 h 03 m, held by 42 leases of 12 clients.
                Longest: billing-sync, 2 h 01 m, acquired at OrderSync.run:88
                Session #17 · opened 09:57:00 in 118 ms""");
    }

    @Test
    void oneIsSaidInTheSingular() {
        var open = new CardState.Open(18, ago(1_000), 1, 1, Optional.empty());
        assertThat(of(open).spoken()).startsWith("Open for 1.0 s, held by 1 lease of 1 client.");
    }

    @Test
    void drainingTellsByWhomAndUntilWhen() {
        var draining =
                new CardState.Draining(
                        17, 7, NOON.plusSeconds(22), Optional.of(new Act("m.ivanova", "update")));
        says(
                draining,
                Action.CLOSE_NOW,
                """
                Draining: 7 leases left, new ones refused.
                Closes by force in 22 s · m.ivanova: "update"
                Session #17 · opened 09:57:00 in 118 ms""");
    }

    @Test
    void lingeringCountsDown() {
        var lingering =
                new CardState.Lingering(17, ago(1_000), NOON.plusSeconds(4), "billing-sync");
        says(
                lingering,
                Action.CLOSE_NOW,
                """
                Lingering: no lease. Session #17 closes in 4 s unless a client comes.
                Last to leave: billing-sync at 11:59:59 · linger 5 s
                Session #17 · opened 09:57:00 in 118 ms""");
    }

    @Test
    void closingTellsWhyAndWhoWaits() {
        var closing =
                new CardState.Closing(
                        17,
                        ago(800),
                        2,
                        Optional.of(CloseReason.LINGER_ENDED),
                        Optional.empty(),
                        IN_8_S);
        says(
                closing,
                Action.NONE,
                """
                Closing session #17 for 0.8 s. 2 new clients wait for it.
                Reason: linger ended · gives up in 8 s
                Session #17 · opened 09:57:00 in 118 ms""");
    }

    @Test
    void failedOpeningTellsWhyAndOffersToTryWhereItIsHeld() {
        var failed = new CardState.OpenFailed(18, NOON, Facts.unreachable(), 3, Optional.empty());
        says(
                failed,
                Action.NONE,
                """
                Closed, last opening failed at 12:00:00: server unreachable.
                Connection refused by db-01:5432 · 3 attempts · Show failure
                The next client tries again.""");
        var held = new CardState.OpenFailed(18, NOON, Facts.unreachable(), 1, IN_8_S);
        assertThat(of(held).action()).isEqualTo(Action.TRY_NOW);
        assertThat(of(held).spoken()).contains("another 8 s");
    }

    @Test
    void lossTellsUnderHowMany() {
        var lost = new CardState.Lost(17, NOON, Facts.unreachable(), 42, Optional.empty());
        assertThat(of(lost).spoken())
                .startsWith(
                        """
                        Lost at 12:00:00: the server ended session #17 under 42 leases.
                        SQLState 08001 · 42 holders told · Show failure""");
    }

    @Test
    void lossWithReopeningTellsWhichAttempt() {
        var opening = new CardState.Opening(18, NOON, 0, "", 1, 5, IN_8_S, Optional.empty());
        var lost = new CardState.Lost(17, NOON, Facts.unreachable(), 42, Optional.of(opening));
        assertThat(of(lost).spoken())
                .contains(
                        "SQLState 08001 · 42 holders told · reopening as #18, attempt 1 of 5 ·"
                                + " Show failure");
        assertThat(of(lost).action()).isEqualTo(Action.STOP_OPENING);
    }

    @Test
    void lineDoesNotBeginWithAServersLowerCaseMessage() {
        Failure dropped = Failure.of(FailureCategory.UNREACHABLE, "connection dropped");
        var lost = new CardState.Lost(17, NOON, dropped, 1, Optional.empty());
        assertThat(of(lost).spoken()).contains("\nCause: connection dropped · 1 holder told");
        var failed = new CardState.OpenFailed(18, NOON, dropped, 2, Optional.empty());
        assertThat(of(failed).spoken()).contains("\nCause: connection dropped · 2 attempts");
        var silent = Failure.of(FailureCategory.TIMEOUT, "");
        assertThat(of(new CardState.Lost(17, NOON, silent, 1, Optional.empty())).spoken())
                .contains("\nCause: no answer in time · 1 holder told");
    }

    @Test
    void placeInCodeIsCutInItsMiddleAndWhoWaitsIsALink() {
        var longest = Facts.held(731, "billing-sync", Duration.ofMinutes(121));
        var open = new CardState.Open(17, NOON, 42, 12, Optional.of(longest));
        assertThat(of(open).second()).contains(new Part(Part.Kind.SITE, "OrderSync.run:88", ""));
        var closing =
                new CardState.Closing(17, ago(800), 1, Optional.empty(), Optional.empty(), IN_8_S);
        assertThat(of(closing).first())
                .contains(new Part(Part.Kind.LINK, "1 new client waits for it", "waiting"));
        var alone =
                new CardState.Closing(17, ago(800), 0, Optional.empty(), Optional.empty(), IN_8_S);
        assertThat(of(alone).spoken()).startsWith("Closing session #17 for 0.8 s.\n");
    }

    @Test
    void shutDownIsSaid() {
        assertThat(of(new CardState.ShutDown(NOON)).spoken()).startsWith("Shut down at 12:00:00.");
    }

    @Test
    void namesMayHoldWhatElsewhereIsMarkup() {
        var lingering =
                new CardState.Lingering(1_234, NOON, NOON.plusSeconds(5), "*a* [b:c] {0} it's");
        assertThat(of(lingering).spoken()).contains("#1234").contains("*a* [b:c] {0} it's at");
    }

    @Test
    void leasesAreALinkAndTheStateIsStrong() {
        var open = new CardState.Open(17, NOON, 42, 12, Optional.empty());
        assertThat(of(open).first())
                .contains(
                        new Part(Part.Kind.STRONG, "Open", ""),
                        new Part(Part.Kind.LINK, "42 leases", "leases"));
    }

    private void says(CardState state, Action action, String lines) {
        assertThat(of(state).spoken()).isEqualTo(lines);
        assertThat(of(state).action()).isEqualTo(action);
    }

    private CardText of(CardState state) {
        var session = Facts.session(17, Optional.empty(), "");
        return sentence.of(new Card(state, 0, 0, 6, 1, 0), Optional.of(session));
    }

    private static Instant ago(long millis) {
        return NOON.minusMillis(millis);
    }
}
