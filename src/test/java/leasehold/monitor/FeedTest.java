package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import leasehold.session.LeaseEnd;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo;
import leasehold.session.SessionState;
import org.junit.jupiter.api.Test;

/** What a view is told, beat by beat. */
class FeedTest {

    private final Story story = new Story();

    @Test
    void changesOfOneLeaseAreMergedIntoWhatItIsNow() {
        long lease = story.openFor("billing-sync");
        story.tell(new SessionEvent.Overdue(story.stamp(), lease, "billing-sync", Story.HOLDER, 1));

        Batch batch = story.drain();

        assertThat(batch.leases())
                .singleElement()
                .satisfies(
                        now -> {
                            assertThat(now.id()).isEqualTo(lease);
                            assertThat(now.state()).isEqualTo(LeaseState.HELD);
                            assertThat(now.opener()).isTrue();
                            assertThat(now.overdue()).isTrue();
                        });
        assertThat(story.drain().leases()).isEmpty();
    }

    @Test
    void leaseThatCameAndWentBetweenTwoDrainsIsCountedAndNeverShown() {
        story.openFor("billing-sync");
        story.drain();
        long lease = story.grant("order-import");
        story.release(lease, "order-import");

        Batch batch = story.drain();

        assertThat(batch.leases()).isEmpty();
        assertThat(batch.ended()).isEmpty();
        assertThat(batch.counters().unshown()).isEqualTo(1);
        assertThat(batch.counters().ledger().released()).isEqualTo(1);
    }

    @Test
    void leaseInTheViewEndsOnceWithItsEnd() {
        long lease = story.openFor("billing-sync");
        story.drain();
        story.end(lease, "billing-sync", LeaseEnd.revoked(Story.ACT));

        Batch batch = story.drain();

        assertThat(batch.leases()).isEmpty();
        assertThat(batch.ended())
                .singleElement()
                .satisfies(
                        ended -> {
                            assertThat(ended.state()).isEqualTo(LeaseState.REVOKED);
                            assertThat(ended.finish().flatMap(LeaseRecord.Finish::by))
                                    .contains(Story.ACT);
                            assertThat(ended.client()).isEqualTo("billing-sync");
                        });
        assertThat(story.drain().ended()).isEmpty();
    }

    @Test
    void waitingRequestIsShownAndEndsRefusedOrGivenUp() {
        long refused = story.request("a");
        long left = story.request("b");
        assertThat(story.drain().leases())
                .extracting(LeaseRecord::state)
                .containsOnly(LeaseState.WAITING);
        story.refused(refused, "a", Story.UNREACHABLE, 0);
        story.tell(new SessionEvent.GaveUp(story.stamp(0), left, "b", 5));

        Batch batch = story.drain();

        assertThat(batch.ended())
                .extracting(LeaseRecord::state)
                .containsExactly(LeaseState.REFUSED, LeaseState.GAVE_UP);
        assertThat(batch.counters().refused()).isEqualTo(1);
        assertThat(batch.counters().gaveUp()).isEqualTo(1);
        assertThat(batch.counters().waiting()).isZero();
    }

    @Test
    void lagIsTheAgeOfTheOldestChangeThatIsDrained() {
        story.drain();
        assertThat(story.drain().lag()).as("nothing came").isZero();
        story.openFor("billing-sync");
        story.drain();
        story.request("order-import");
        Instant first = story.now();
        story.request("report-nightly");
        Instant second = story.now();
        story.pass(Duration.ofSeconds(10));
        assertThat(story.feed.drain(1).lag()).isEqualTo(Duration.between(first, story.now()));
        assertThat(story.feed.drain(1).lag()).isEqualTo(Duration.between(second, story.now()));
        assertThat(story.drain().lag()).isZero();
    }

    @Test
    void budgetLeavesTheRestForTheNextDrainAndSaysSo() {
        story.openFor("a");
        for (int i = 0; i < 9; i++) {
            story.grant("b" + i);
        }

        Batch first = story.feed.drain(4);
        assertThat(first.leases()).hasSize(4);
        assertThat(first.more()).isEqualTo(6);
        assertThat(story.feed.dirty()).isTrue();
        assertThat(story.feed.drain(4).leases()).hasSize(4);
        assertThat(story.feed.drain(4).leases()).hasSize(2);
        assertThat(story.feed.dirty()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> story.feed.drain(0));
    }

    @Test
    void countersAreExactAndWhatWaitsIsBoundedAfterAHundredThousandEvents() {
        story.openFor("first");
        story.drain();
        for (int i = 0; i < 50_000; i++) {
            long lease = story.grant("c" + i % 7);
            story.release(lease, "c" + i % 7);
        }
        story.grant("last");

        Batch batch = story.drain();

        assertThat(batch.leases()).hasSize(1);
        assertThat(batch.ended()).isEmpty();
        assertThat(batch.sessions()).hasSize(1);
        assertThat(batch.counters().events()).isEqualTo(story.number());
        assertThat(batch.counters().unshown()).isEqualTo(50_000);
        assertThat(batch.counters().ledger())
                .isEqualTo(new Ledger(50_002, 50_000, 0, 0, 0, 0, 0, 2));
        assertThat(batch.counters().ledger().balanced()).isTrue();
    }

    @Test
    void snapshotAfterAGapRepairsTheLeasesAndTheLedger() {
        long gone = story.openFor("gone");
        long stays = story.grant("stays");
        story.drain();
        story.miss(40);
        Optional<Instant> granted = Optional.of(Story.START);
        story.snapshot(
                SessionState.OPEN,
                List.of(session(1, SessionInfo.Phase.OPEN, 2)),
                List.of(
                        Story.info(stays, 1, "stays", false, granted),
                        Story.info(30, 1, "came", false, granted)),
                List.of(),
                new Ledger(20, 18, 0, 0, 0, 0, 0, 2));

        Batch batch = story.drain();

        assertThat(batch.ended())
                .singleElement()
                .satisfies(
                        ended -> {
                            assertThat(ended.id()).isEqualTo(gone);
                            assertThat(ended.state()).isEqualTo(LeaseState.UNSEEN);
                        });
        assertThat(batch.leases()).extracting(LeaseRecord::id).containsExactly(30L);
        assertThat(batch.counters().missed()).isEqualTo(40);
        assertThat(batch.counters().ledger()).isEqualTo(new Ledger(20, 18, 0, 0, 0, 0, 0, 2));
        assertThat(batch.card().state())
                .isInstanceOfSatisfying(
                        CardState.Open.class,
                        open -> {
                            assertThat(open.leases()).isEqualTo(2);
                            assertThat(open.clients()).isEqualTo(2);
                        });
    }

    @Test
    void sessionThatEndedInAGapIsSaidToHaveEndedUnseen() {
        story.openFor("a");
        story.drain();
        story.miss(5);
        story.snapshot(SessionState.CLOSED, List.of(), List.of());

        assertThat(story.drain().sessions())
                .singleElement()
                .satisfies(
                        session ->
                                assertThat(session.state()).isEqualTo(SessionRecord.State.UNSEEN));
    }

    @Test
    void leaseReportedAbandonedStaysSoAfterASnapshot() {
        long lease = story.openFor("leaky");
        story.tell(
                new SessionEvent.Abandoned(story.stamp(), lease, "leaky", Story.HOLDER, 1, false));
        story.drain();
        story.snapshot(
                SessionState.OPEN,
                List.of(session(1, SessionInfo.Phase.OPEN, 1)),
                List.of(Story.info(lease, 1, "leaky", true, Optional.of(Story.START))),
                List.of(),
                new Ledger(1, 0, 0, 0, 0, 0, 0, 1));

        Batch batch = story.drain();

        assertThat(batch.leases()).isEmpty();
        assertThat(batch.counters().ledger().held()).isEqualTo(1);
    }

    @Test
    void detachedLeaseIsHeldAndReturnsUnderTheNextEpoch() {
        long lease = story.openFor("a");
        story.drain();
        story.tell(new SessionEvent.Detached(story.stamp(), lease, "a"));
        assertThat(story.drain().leases())
                .singleElement()
                .satisfies(
                        now -> {
                            assertThat(now.state()).isEqualTo(LeaseState.DETACHED);
                            assertThat(now.held()).isTrue();
                        });
        story.opening("");
        story.opened();
        story.tell(new SessionEvent.Reattached(story.stamp(), lease, "a", 1));

        assertThat(story.drain().leases())
                .singleElement()
                .satisfies(
                        now -> {
                            assertThat(now.state()).isEqualTo(LeaseState.HELD);
                            assertThat(now.epoch()).isEqualTo(2);
                        });
    }

    @Test
    void renewedLeaseExpiresLater() {
        long lease = story.openFor("a");
        Instant later = story.now().plus(Duration.ofMinutes(5));
        story.tell(new SessionEvent.Renewed(story.stamp(), lease, "a", later));

        assertThat(story.drain().leases())
                .singleElement()
                .satisfies(now -> assertThat(now.expiresAt()).contains(later))
                .satisfies(now -> assertThat(now.renewals()).isEqualTo(1));
    }

    @Test
    void wakesOncePerDrainWhenThereIsSomething() {
        story.drain();
        AtomicInteger woken = new AtomicInteger();
        story.feed.onDirty(woken::incrementAndGet);
        assertThat(woken).hasValue(0);

        story.request("a");
        story.request("b");
        assertThat(woken).hasValue(1);

        story.drain();
        story.request("c");
        assertThat(woken).hasValue(2);
    }

    @Test
    void wakesAtOnceIfSomethingWaitsAlready() {
        story.request("a");
        AtomicInteger woken = new AtomicInteger();

        story.feed.onDirty(woken::incrementAndGet);

        assertThat(woken).hasValue(1);
    }

    static SessionInfo session(long epoch, SessionInfo.Phase phase, int held) {
        return new SessionInfo(
                epoch,
                phase,
                Story.START,
                Optional.of(Story.START.plusSeconds(9)),
                "first",
                1,
                Optional.of(Story.START),
                1_000,
                held,
                held,
                held,
                "server",
                Map.of());
    }
}
