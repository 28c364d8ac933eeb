package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import leasehold.backend.FailureCategory;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.LeaseEnd;
import leasehold.session.SessionEvent;
import leasehold.session.StrayInfo;
import org.junit.jupiter.api.Test;

/** Failures by cause. */
class FailureBookTest {

    private final Story story = new Story();

    @Test
    void attemptsThatFailAlikeAreOneGroupAndTheOpeningIsNotCountedAgain() {
        story.opening("billing-sync");
        story.attemptFailed(1, Failure.of(FailureCategory.UNREACHABLE, "refused by db-01:5432"));
        Failure last = Failure.of(FailureCategory.UNREACHABLE, "refused by db-02:5432");
        story.attemptFailed(2, last);
        story.openFailed(2, last, Optional.empty());

        assertThat(only())
                .satisfies(
                        group -> {
                            assertThat(group.id()).isEqualTo(1);
                            assertThat(group.count()).isEqualTo(2);
                            assertThat(group.stage()).isEqualTo(Stage.OPEN);
                            assertThat(group.latest()).isEqualTo(last);
                            assertThat(group.firstSeen()).isBefore(group.lastSeen());
                            assertThat(group.clients().first()).containsExactly("billing-sync");
                            assertThat(group.sessions().first())
                                    .containsExactly(new FailureGroup.SessionOfRun(0, 1));
                            assertThat(group.advice()).isEqualTo(Advice.WAIT_FOR_RETRY);
                            assertThat(group.standing()).isEqualTo(Standing.NEW);
                        });
    }

    @Test
    void openingThatFailsOtherwiseThanItsLastAttemptIsCounted() {
        story.opening("a");
        story.attemptFailed(1, Story.UNREACHABLE);
        story.openFailed(
                1,
                Failure.of(FailureCategory.TIMEOUT, "opening took longer than PT30S"),
                Optional.empty());

        assertThat(story.drain().failures())
                .extracting(FailureGroup::category)
                .containsExactly(FailureCategory.UNREACHABLE, FailureCategory.TIMEOUT);
    }

    @Test
    void closeThatIsTriedAgainAndFailsIsCountedAgain() {
        story.closing(CloseReason.LAST_RELEASE, "a", Optional.empty());
        Failure failure = Failure.of(FailureCategory.TIMEOUT, "too slow");
        story.tell(new SessionEvent.CloseFailed(story.stamp(), failure, 1, Optional.empty()));
        story.tell(new SessionEvent.StrayListed(story.stamp(), StrayInfo.Kind.CLOSE, failure));
        assertThat(only().count()).isEqualTo(1);
        story.tell(new SessionEvent.StrayListed(story.stamp(), StrayInfo.Kind.CLOSE, failure));
        assertThat(only().count()).isEqualTo(2);
    }

    @Test
    void groupTellsWhatEachWaitingClientGot() {
        long first = story.request("a");
        long second = story.request("b");
        story.opening("a");
        story.attemptFailed(1, Story.UNREACHABLE);
        long cites = story.openFailed(1, Story.UNREACHABLE, Optional.empty());
        story.refused(first, "a", Story.UNREACHABLE, cites);
        story.refused(second, "b", Story.UNREACHABLE, cites);

        assertThat(only())
                .satisfies(
                        group -> {
                            assertThat(group.count()).isEqualTo(1);
                            assertThat(group.answers().newest())
                                    .extracting(FailureGroup.Answer::client)
                                    .containsExactly("a", "b");
                            assertThat(group.answers().newest())
                                    .extracting(FailureGroup.Answer::lease)
                                    .containsExactly(first, second);
                            assertThat(group.clients().count()).isEqualTo(2);
                        });
    }

    @Test
    void onlyTheNewestAnswersAreKept() {
        story.opening("a");
        long cites = story.openFailed(1, Story.UNREACHABLE, Optional.empty());
        for (int i = 0; i < 2_000; i++) {
            story.refused(story.number() + 1, "c" + i, Story.UNREACHABLE, cites);
        }

        assertThat(only())
                .satisfies(
                        group -> {
                            assertThat(group.answers().count()).isEqualTo(2_000);
                            assertThat(group.answers().newest()).hasSize(FailureGroup.MOST_ANSWERS);
                            assertThat(group.answers().newest().getLast().client())
                                    .isEqualTo("c1999");
                            assertThat(group.clients().first()).hasSize(Distinct.SHOWN);
                            assertThat(group.clients().count()).isEqualTo(Distinct.TOLD_APART);
                            assertThat(group.clients().more()).isTrue();
                        });
    }

    @Test
    void refusalOfTheControllersOwnIsAStageOfItsOwn() {
        story.refused(
                1,
                "a",
                Failure.of(FailureCategory.QUOTA, "as many leases as the policy allows"),
                0);

        assertThat(only())
                .satisfies(
                        group -> {
                            assertThat(group.stage()).isEqualTo(Stage.REFUSE);
                            assertThat(group.advice()).isEqualTo(Advice.WAIT_FOR_SEAT);
                        });
    }

    @Test
    void groupSaysWhatTheControllerDoesByItself() {
        Failure wrong = Failure.of(FailureCategory.CREDENTIALS, "the password is wrong");
        story.opening("a");
        story.attemptFailed(1, wrong);
        assertThat(only().retry())
                .isEqualTo(new FailureGroup.Retry.Again(story.now().plusMillis(400)));
        Instant until = story.now().plusSeconds(30);
        story.openFailed(1, wrong, Optional.of(until));
        assertThat(only().retry()).isEqualTo(new FailureGroup.Retry.Held(until));

        story.tell(new SessionEvent.HoldLifted(story.stamp()));

        assertThat(only().retry()).isEqualTo(new FailureGroup.Retry.None());
    }

    @Test
    void lossNamesEveryHolderThatItEnded() {
        long lease = story.openFor("a");
        story.drain();
        Failure gone =
                new Failure(
                        FailureCategory.UNKNOWN,
                        "x.Gone",
                        "terminated",
                        Optional.of("57P01"),
                        List.of(),
                        List.of());
        story.lost(gone, 1);
        story.end(lease, "a", LeaseEnd.lost(gone));

        assertThat(only())
                .satisfies(
                        group -> {
                            assertThat(group.stage()).isEqualTo(Stage.LOSS);
                            assertThat(group.code()).contains("57P01");
                            assertThat(group.clients().first()).containsExactly("a");
                            assertThat(group.answers().newest())
                                    .extracting(FailureGroup.Answer::got)
                                    .containsExactly(FailureGroup.Got.LEASE_LOST);
                        });
    }

    @Test
    void nextAttemptIsNoLongerToldOfOnceItWasMade() {
        story.opening("a");
        story.attemptFailed(1, Story.UNREACHABLE);
        assertThat(only().nextTry()).isPresent();
        story.opened();
        assertThat(only().nextTry()).isEmpty();
    }

    @Test
    void mutedCauseThatGoesOnStaysMuted() {
        story.refused(1, "a", Story.UNREACHABLE, 0);
        story.feed.mute(1, true);
        for (int i = 0; i < 5; i++) {
            story.pass(FailureGroup.QUIET.minusMinutes(1)).refused(1, "a", Story.UNREACHABLE, 0);
        }
        assertThat(only().standing()).isEqualTo(Standing.MUTED);
    }

    @Test
    void mutedCauseThatHadBeenQuietComesBackAndIsSeenOnceLookedAt() {
        story.refused(1, "a", Story.UNREACHABLE, 0);
        story.feed.mute(1, true);
        story.feed.seen(1);
        assertThat(only().standing()).isEqualTo(Standing.MUTED);
        story.pass(FailureGroup.QUIET).refused(1, "a", Story.UNREACHABLE, 0);
        assertThat(only().standing()).isEqualTo(Standing.RETURNED);
        story.feed.seen(1);
        assertThat(only().standing()).isEqualTo(Standing.SEEN);
    }

    @Test
    void quietBeginsWithTheMuting() {
        story.refused(1, "a", Story.UNREACHABLE, 0);
        story.pass(FailureGroup.QUIET);
        story.feed.mute(1, true);
        story.refused(1, "a", Story.UNREACHABLE, 0);
        assertThat(only().standing()).isEqualTo(Standing.MUTED);
        story.feed.mute(1, false);
        assertThat(only().standing()).isEqualTo(Standing.SEEN);
    }

    @Test
    void countsOfTheLastMinutesMoveOnAndAreForgotten() {
        story.refused(1, "a", Story.UNREACHABLE, 0);
        story.refused(1, "a", Story.UNREACHABLE, 0);
        story.pass(Duration.ofMinutes(2)).refused(1, "a", Story.UNREACHABLE, 0);
        Frequency recent = only().recent();
        assertThat(recent.counts()).hasSize(Frequency.MINUTES).endsWith(2, 0, 1);
        assertThat(recent.at(story.now().plusSeconds(60)).counts()).endsWith(2, 0, 1, 0);
        assertThat(recent.at(story.now().plusSeconds(15 * 60)).counts()).containsOnly(0);
    }

    @Test
    void closeThatFailedIsCountedOnceThoughAStrayIsListedForIt() {
        story.openFor("a");
        story.tell(
                new SessionEvent.CloseFailed(
                        story.stamp(), Story.UNREACHABLE, 5, Optional.empty()));
        story.tell(
                new SessionEvent.StrayListed(
                        story.stamp(), StrayInfo.Kind.CLOSE, Story.UNREACHABLE));

        assertThat(only())
                .satisfies(
                        group -> {
                            assertThat(group.stage()).isEqualTo(Stage.CLOSE);
                            assertThat(group.count()).isEqualTo(1);
                        });
    }

    @Test
    void openingThatDoesNotReturnAndABeatThatFailsAreCounted() {
        story.openFor("a");
        story.tell(
                new SessionEvent.StrayListed(
                        story.stamp(), StrayInfo.Kind.OPEN, Story.UNREACHABLE));
        story.tell(new SessionEvent.BeatFailed(story.stamp(), Story.UNREACHABLE, 5));

        assertThat(story.drain().failures())
                .extracting(FailureGroup::stage)
                .containsExactly(Stage.CLOSE, Stage.KEEP_ALIVE);
    }

    @Test
    void whatComesAfterTheLastGroupIsOther() {
        for (int i = 0; i < FailureBook.GROUPS + 40; i++) {
            story.refused(1, "a", Failure.of(FailureCategory.UNKNOWN, "kind " + words(i)), 0);
        }

        List<FailureGroup> groups = story.drain().failures();

        assertThat(groups).hasSize(FailureBook.GROUPS + 1);
        assertThat(groups.getLast())
                .satisfies(
                        other -> {
                            assertThat(other.id()).isEqualTo(FailureGroup.OTHER);
                            assertThat(other.count()).isEqualTo(40);
                        });
    }

    @Test
    void groupIsSeenOnceLookedAtAndOnlyChangedGroupsAreTold() {
        story.refused(1, "a", Story.UNREACHABLE, 0);
        assertThat(only().standing()).isEqualTo(Standing.NEW);
        assertThat(story.drain().failures()).isEmpty();

        story.feed.seen(1);
        assertThat(only().standing()).isEqualTo(Standing.SEEN);
        story.feed.seen(99);
        assertThat(story.drain().failures()).isEmpty();
    }

    private FailureGroup only() {
        List<FailureGroup> groups = story.drain().failures();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    /** Letters alone, for digits are masked. */
    private static String words(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> Character.toString(c - '0' + 'a'))
                .collect(Collectors.joining());
    }
}
