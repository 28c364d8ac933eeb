package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import leasehold.session.CloseReport;
import leasehold.session.Lab;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseRequest;
import leasehold.session.ReleaseOutcome;
import leasehold.session.SessionLease;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real controller, as an operator sees it and acts upon it. */
class TargetTest {

    @RegisterExtension final Lab lab = new Lab();

    private Target target;

    @Test
    void operatorsActsComeBackAsEvents() {
        Target target = target();
        long lease = lab.now(target.acts().acquire()).orElseThrow();

        Batch batch = drain();

        assertThat(batch.leases())
                .singleElement()
                .satisfies(
                        now -> {
                            assertThat(now.id()).isEqualTo(lease);
                            assertThat(now.client()).isEqualTo(OperatorActs.CLIENT);
                            assertThat(now.state()).isEqualTo(LeaseState.HELD);
                        });
        assertThat(batch.card().state()).isInstanceOf(CardState.Open.class);
        assertThat(batch.sessions())
                .extracting(SessionRecord::state)
                .containsExactly(SessionRecord.State.OPEN);
        assertThat(batch.counters().ledger().balanced()).isTrue();
    }

    @Test
    void releasesTheNewestFirstAndOnlyItsOwn() {
        OperatorActs acts = target().acts();
        SessionLease foreign = lab.take("billing-sync");
        long first = lab.now(acts.acquire()).orElseThrow();
        long second =
                lab.now(acts.acquire(LeaseRequest.of("operator").withPurpose("try"))).orElseThrow();
        assertThat(acts.mine()).containsExactly(first, second);
        assertThat(acts.newest()).contains(second);

        assertThat(acts.releaseNewest().map(lab::now)).contains(ReleaseOutcome.KEPT);
        assertThat(acts.mine()).containsExactly(first);
        assertThat(acts.release(foreign.id())).isEmpty();
        assertThat(foreign.isActive()).isTrue();
        acts.releaseAll();
        assertThat(acts.releaseNewest()).isEmpty();
        assertThat(acts.mine()).isEmpty();
    }

    @Test
    void leaseThatIsTakenAwayIsNoLongerMine() {
        OperatorActs acts = target().acts();
        long mine = lab.now(acts.acquire()).orElseThrow();
        SessionLease other = lab.take("billing-sync");
        drain();

        Map<Long, LeaseEnd> answers = acts.revoke(List.of(mine, other.id(), 999L), "stuck");
        lab.settle();

        assertThat(answers).containsOnlyKeys(mine, other.id());
        assertThat(acts.mine()).isEmpty();
        assertThat(drain().ended())
                .hasSize(2)
                .allSatisfy(
                        ended -> {
                            assertThat(ended.state()).isEqualTo(LeaseState.REVOKED);
                            assertThat(
                                            ended.finish()
                                                    .flatMap(LeaseRecord.Finish::by)
                                                    .orElseThrow()
                                                    .reason())
                                    .isEqualTo("stuck");
                        });
    }

    @Test
    void acquireTellsThatTheSessionCannotBeHad() {
        OperatorActs acts = target().acts();
        lab.backend.onOpen(
                () -> {
                    throw new BackendException(
                            FailureCategory.UNREACHABLE, "refused by db-01:5432");
                });

        assertThat(lab.now(acts.acquire())).isEmpty();
        assertThat(acts.mine()).isEmpty();

        Batch batch = drain();
        assertThat(batch.card().state())
                .isInstanceOfSatisfying(
                        CardState.OpenFailed.class,
                        failed ->
                                assertThat(failed.failure().category())
                                        .isEqualTo(FailureCategory.UNREACHABLE));
        assertThat(batch.failures())
                .singleElement()
                .satisfies(
                        group -> {
                            assertThat(group.count()).isEqualTo(1);
                            assertThat(group.answers().newest())
                                    .extracting(FailureGroup.Answer::client)
                                    .containsExactly("operator");
                        });
    }

    @Test
    void closedSessionNamesTheOperator() {
        OperatorActs acts = target().acts();
        lab.take("billing-sync");

        CloseReport report = lab.now(acts.closeSession(Duration.ZERO, "update"));

        assertThat(report.revoked()).hasSize(1);
        assertThat(drain().sessions().getLast().closedBy()).isEqualTo("m.ivanova");
    }

    @Test
    void strayIsRetriedAndForgotten() {
        OperatorActs acts = target().acts();
        lab.backend.onClose(TargetTest::fail).onClose(TargetTest::fail);
        lab.take("a").closeAsync();
        Batch failed = drain();
        assertThat(failed.card().strays()).isEqualTo(1);
        assertThat(failed.sessions().getLast().state()).isEqualTo(SessionRecord.State.UNCLOSED);

        assertThat(lab.now(acts.retryClose(1, "again")).failure()).isPresent();
        assertThat(acts.forget(1, "gone by hand")).isTrue();
        assertThat(acts.forget(1, "gone by hand")).isFalse();

        Batch forgotten = drain();
        assertThat(forgotten.card().strays()).isZero();
        assertThat(forgotten.sessions().getLast().state()).isEqualTo(SessionRecord.State.FORGOTTEN);
    }

    @Test
    void tryNowEndsTheHold() {
        OperatorActs acts = target().acts();
        lab.backend.onOpen(
                () -> {
                    throw new BackendException(
                            FailureCategory.CREDENTIALS, "the password is wrong");
                });
        lab.now(lab.ask("a"));
        assertThat(held(drain())).isTrue();

        acts.retryNow();

        assertThat(held(drain())).isFalse();
        assertThat(lab.now(acts.acquire())).isPresent();
    }

    @Test
    void closedTargetReleasesItsOwnLeasesAndHearsNoMore() {
        Target target = target();
        lab.now(target.acts().acquire());
        drain();
        target.close();
        lab.settle();
        target.monitor().drain(10);
        lab.take("after");

        assertThat(target.monitor().dirty()).isFalse();
        assertThat(lab.controller().leases()).hasSize(1);
    }

    @Test
    void shutDownTargetStillTellsItsLastEvents() {
        Target target = target();
        lab.now(target.acts().acquire());
        var report = target.shutdown(Duration.ZERO);
        lab.settle();

        assertThat(report.toCompletableFuture()).isDone();
        assertThat(drain().card().state()).isInstanceOf(CardState.ShutDown.class);
    }

    @Test
    void actsOnATargetThatIsOnlyWatchedAreRefusedAndItStillSees() {
        target = new Target("demo", Target.Kind.PRODUCTION, lab.controller(), "m.ivanova", true);
        lab.take("billing-sync");
        OperatorActs acts = target.acts();
        List<ThrowingCallable> all =
                List.of(
                        acts::acquire,
                        () -> acts.revoke(List.of(1L), ""),
                        () -> acts.closeSession(Duration.ZERO, ""),
                        () -> acts.retryClose(1, ""),
                        () -> acts.forget(1, ""),
                        acts::retryNow);
        assertThat(all)
                .allSatisfy(
                        act ->
                                assertThatIllegalStateException()
                                        .isThrownBy(act)
                                        .withMessage("demo is only watched"));
        assertThat(drain().leases())
                .extracting(LeaseRecord::client)
                .containsExactly("billing-sync");
    }

    private Target target() {
        target = new Target("demo", Target.Kind.TEST, lab.controller(), "m.ivanova");
        lab.settle();
        return target;
    }

    private Batch drain() {
        lab.settle();
        return target.monitor().drain(Integer.MAX_VALUE);
    }

    private static boolean held(Batch batch) {
        return batch.card().state() instanceof CardState.OpenFailed failed
                && !failed.heldUntil().equals(Optional.empty());
    }

    private static void fail() throws BackendException {
        throw new BackendException(FailureCategory.UNKNOWN, "the server did not say goodbye");
    }
}
