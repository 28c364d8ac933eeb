package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.LeaseEnd;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionState;
import leasehold.session.StrayInfo;
import org.junit.jupiter.api.Test;

/** The facts of the session card, in every state. */
class CardTest {

    private final Story story = new Story();

    @Test
    void closedBeforeAnythingHappened() {
        assertThat(story.card()).isEqualTo(new CardState.Closed(Story.START, Optional.empty()));
    }

    @Test
    void closedTellsOfTheLastSession() {
        long lease = story.openFor("billing-sync");
        story.closesAfter(lease, "billing-sync");

        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.Closed.class,
                        closed -> {
                            assertThat(closed.since()).isEqualTo(story.now());
                            assertThat(closed.last())
                                    .hasValueSatisfying(
                                            last -> {
                                                assertThat(last.epoch()).isEqualTo(1);
                                                assertThat(last.state())
                                                        .isEqualTo(SessionRecord.State.CLOSED);
                                                assertThat(last.closedBy())
                                                        .isEqualTo("billing-sync");
                                                assertThat(
                                                                last.ending()
                                                                        .flatMap(
                                                                                SessionRecord.Ending
                                                                                        ::why))
                                                        .contains(CloseReason.LAST_RELEASE);
                                                assertThat(last.openFor(story.now()))
                                                        .contains(Duration.ofSeconds(4));
                                            });
                        });
    }

    @Test
    void openingTellsWhoAskedFirstAndWhichAttemptIsMade() {
        story.request("billing-sync");
        story.opening("billing-sync");
        Instant since = story.now();
        story.request("order-import");
        story.attemptFailed(1, Story.UNREACHABLE);

        assertThat(story.card())
                .isEqualTo(
                        new CardState.Opening(
                                1,
                                since,
                                2,
                                "billing-sync",
                                2,
                                5,
                                Optional.of(since.plusSeconds(30)),
                                Optional.empty()));
    }

    @Test
    void openTellsWhoHoldsItLongestUntilThatOneLeaves() {
        long first = story.openFor("billing-sync");
        long second = story.grant("order-import");
        story.grant("order-import");

        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.Open.class,
                        open -> {
                            assertThat(open.leases()).isEqualTo(3);
                            assertThat(open.clients()).isEqualTo(2);
                            assertThat(open.longest()).map(LeaseRecord::id).contains(first);
                        });
        story.release(first, "billing-sync");
        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.Open.class,
                        open -> {
                            assertThat(open.clients()).isEqualTo(1);
                            assertThat(open.longest()).map(LeaseRecord::id).contains(second);
                        });
    }

    @Test
    void openSinceItWasOpenedThoughItLingeredMeanwhile() {
        long lease = story.openFor("a");
        CardState.Open before = (CardState.Open) story.card();
        linger(lease, "a");
        story.tell(new SessionEvent.Resumed(story.stamp()));
        story.grant("b");

        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.Open.class,
                        open -> assertThat(open.since()).isEqualTo(before.since()));
    }

    @Test
    void drainingTellsHowManyAreLeftAndByWhomUntilItIsOver() {
        long lease = story.openFor("a");
        story.grant("b");
        Instant until = story.now().plusSeconds(22);
        story.tell(new SessionEvent.Draining(story.stamp(), until, 2, Story.ACT));
        story.release(lease, "a");

        Batch batch = story.drain();

        assertThat(batch.card().state())
                .isEqualTo(new CardState.Draining(1, 1, until, Optional.of(Story.ACT)));
        assertThat(batch.sessions().getLast().state()).isEqualTo(SessionRecord.State.DRAINING);
    }

    @Test
    void shuttingDownDrainsForNobodyAndEndsInShutDown() {
        story.openFor("a");
        Instant until = story.now().plusSeconds(10);
        story.tell(new SessionEvent.ShuttingDown(story.stamp(), until, 1));
        assertThat(story.card()).isEqualTo(new CardState.Draining(1, 1, until, Optional.empty()));

        story.tell(new SessionEvent.ShutDown(story.stamp(0)));

        assertThat(story.card()).isEqualTo(new CardState.ShutDown(story.now()));
    }

    @Test
    void lingeringTellsWhoWasTheLastToLeave() {
        linger(story.openFor("billing-sync"), "billing-sync");

        assertThat(story.card())
                .isEqualTo(
                        new CardState.Lingering(
                                1, story.now(), story.now().plusSeconds(5), "billing-sync"));
    }

    @Test
    void closingTellsWhyAndWhenItIsGivenUp() {
        linger(story.openFor("a"), "a");
        story.closing(CloseReason.LINGER_ENDED, "", Optional.empty());
        Instant since = story.now();
        story.request("b");

        assertThat(story.card())
                .isEqualTo(
                        new CardState.Closing(
                                1,
                                since,
                                1,
                                Optional.of(CloseReason.LINGER_ENDED),
                                Optional.empty(),
                                Optional.of(since.plus(SessionPolicy.defaults().closeTimeout()))));
    }

    @Test
    void sessionThatLingeredOutIsClosedByWhoWasTheLastToLeave() {
        linger(story.openFor("billing-sync"), "billing-sync");
        story.closing(CloseReason.LINGER_ENDED, "", Optional.empty());
        story.closed(CloseReason.LINGER_ENDED);

        assertThat(story.drain().sessions().getLast().closedBy()).isEqualTo("billing-sync");
    }

    @Test
    void failedOpeningLastsUntilTheNextOpeningSucceeds() {
        Instant until = story.now().plusSeconds(60);
        story.opening("a");
        story.openFailed(3, Story.UNREACHABLE, Optional.of(until));
        CardState.OpenFailed failed =
                new CardState.OpenFailed(1, story.now(), Story.UNREACHABLE, 3, Optional.of(until));
        assertThat(story.card()).isEqualTo(failed);

        story.opening("b");
        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.Opening.class,
                        opening -> assertThat(opening.after()).contains(failed));

        story.openFailed(1, Story.UNREACHABLE, Optional.empty());
        assertThat(story.card()).isInstanceOf(CardState.OpenFailed.class);

        story.opening("c");
        story.opened();
        assertThat(story.card()).isInstanceOf(CardState.Open.class);
    }

    @Test
    void liftedHoldIsNoLongerOffered() {
        story.opening("a");
        story.openFailed(1, Story.UNREACHABLE, Optional.of(story.now().plusSeconds(60)));
        story.tell(new SessionEvent.HoldLifted(story.stamp()));

        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.OpenFailed.class,
                        failed -> assertThat(failed.heldUntil()).isEmpty());
    }

    @Test
    void lostTellsUnderHowManyLeasesAndOfTheReopening() {
        long lease = story.openFor("a");
        Failure gone = Failure.of(FailureCategory.UNKNOWN, "terminated");
        story.lost(gone, 1);
        Instant at = story.now();
        story.end(lease, "a", LeaseEnd.lost(gone));
        story.closed(CloseReason.LOST);
        assertThat(story.card()).isEqualTo(new CardState.Lost(1, at, gone, 1, Optional.empty()));

        story.opening("");
        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.Lost.class,
                        lost -> {
                            assertThat(lost.epoch()).isEqualTo(1);
                            assertThat(lost.reopening()).map(CardState.Opening::epoch).contains(2L);
                        });

        story.opened();
        assertThat(story.card()).isInstanceOf(CardState.Open.class);
    }

    @Test
    void retiringSessionIsNotTheCurrentOne() {
        story.openFor("a");
        story.tell(new SessionEvent.Retiring(story.stamp(), 1));
        story.opening("b");
        story.opened();
        story.tell(
                new SessionEvent.Closing(
                        story.stamp(1), CloseReason.MAX_AGE, "a", Optional.empty()));
        story.tell(new SessionEvent.Closed(story.stamp(1), CloseReason.MAX_AGE, 1, 1, 1));

        assertThat(story.card())
                .isInstanceOfSatisfying(
                        CardState.Open.class, open -> assertThat(open.epoch()).isEqualTo(2));
    }

    @Test
    void straysAreCountedUntilResolvedOrForgotten() {
        story.openFor("a");
        story.tell(
                new SessionEvent.StrayListed(
                        story.stamp(), StrayInfo.Kind.CLOSE, Story.UNREACHABLE));
        Batch listed = story.drain();
        assertThat(listed.card().strays()).isEqualTo(1);
        assertThat(listed.card().state()).isInstanceOf(CardState.Closed.class);
        assertThat(listed.sessions().getLast().state()).isEqualTo(SessionRecord.State.UNCLOSED);

        story.tell(new SessionEvent.StrayForgotten(story.stamp(), Story.ACT));
        Batch forgotten = story.drain();
        assertThat(forgotten.card().strays()).isZero();
        assertThat(forgotten.sessions().getLast().state()).isEqualTo(SessionRecord.State.FORGOTTEN);
    }

    @Test
    void tilesCountWaitingOverdueAndWhatHappenedToday() {
        long lease = story.openFor("a");
        story.tell(new SessionEvent.Overdue(story.stamp(), lease, "a", Story.HOLDER, 1));
        story.request("b");
        assertThat(story.drain().card())
                .satisfies(
                        card -> {
                            assertThat(card.waiting()).isEqualTo(1);
                            assertThat(card.overdue()).isEqualTo(1);
                            assertThat(card.openedToday()).isEqualTo(1);
                            assertThat(card.failedToday()).isZero();
                        });

        story.tell(new SessionEvent.AllClear(story.stamp(), lease, "a"));
        story.release(lease, "a");
        story.opening("b");
        story.openFailed(1, Story.UNREACHABLE, Optional.empty());
        assertThat(story.drain().card())
                .satisfies(
                        card -> {
                            assertThat(card.overdue()).isZero();
                            assertThat(card.failedToday()).isEqualTo(1);
                        });

        story.pass(Duration.ofDays(1));
        assertThat(story.drain().card())
                .satisfies(
                        card -> {
                            assertThat(card.openedToday()).isZero();
                            assertThat(card.failedToday()).isZero();
                        });
    }

    @Test
    void tilesCountWhatFormerRunsOpenedTodayAndNotWhatTheyOpenedBefore() {
        story.openFor("a");
        Instant midnight = story.now().truncatedTo(ChronoUnit.DAYS);
        story.feed.remember(new PastOpenings(midnight, 2, 1));
        assertThat(story.drain().card())
                .satisfies(
                        card -> {
                            assertThat(card.openedToday()).isEqualTo(3);
                            assertThat(card.failedToday()).isEqualTo(1);
                        });
        story.feed.remember(new PastOpenings(midnight.minus(Duration.ofDays(1)), 40, 40));
        assertThat(story.drain().card().openedToday()).isEqualTo(3);
        assertThat(story.drain().card().failedToday()).isEqualTo(1);

        story.pass(Duration.ofDays(1));
        assertThat(story.drain().card().openedToday()).isZero();
    }

    @Test
    void snapshotAloneTellsTheState() {
        story.snapshot(
                SessionState.LINGERING,
                List.of(FeedTest.session(7, SessionInfo.Phase.LINGERING, 0)),
                List.of(),
                List.of(
                        new StrayInfo(
                                3, StrayInfo.Kind.CLOSE, Story.START, false, Optional.empty())),
                new Ledger(0, 0, 0, 0, 0, 0, 0, 0));

        Batch batch = story.drain();

        assertThat(batch.card().state())
                .isInstanceOfSatisfying(
                        CardState.Lingering.class,
                        lingering -> {
                            assertThat(lingering.epoch()).isEqualTo(7);
                            assertThat(lingering.until()).isEqualTo(Story.START.plusSeconds(9));
                        });
        assertThat(batch.card().strays()).isEqualTo(1);
        assertThat(batch.sessions()).extracting(SessionRecord::epoch).containsExactly(3L, 7L);
        assertThat(batch.sessions())
                .extracting(SessionRecord::state)
                .containsExactly(SessionRecord.State.UNCLOSED, SessionRecord.State.LINGERING);
    }

    private void linger(long lease, String client) {
        story.release(lease, client);
        SessionEvent.Stamp stamp = story.stamp();
        story.tell(new SessionEvent.Lingering(stamp, stamp.at().plusSeconds(5), lease, client));
    }
}
