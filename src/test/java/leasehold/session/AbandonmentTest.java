package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lease dropped without release is found when it is really collected: rule 15. */
class AbandonmentTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration COLLECTED = Duration.ofSeconds(20);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 15: a dropped lease is reported once, with client and age, and stays held")
    void droppedIsReported() throws Exception {
        LeaseCore dropped = drop("forgetful");
        lab.advance(Duration.ofSeconds(41));
        collect(dropped);
        assertThat(abandoned()).isEmpty();
        lab.advance(SECOND);
        lab.advance(SECOND.multipliedBy(10));
        assertThat(abandoned())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.lease()).isEqualTo(dropped.id);
                            assertThat(event.client()).isEqualTo("forgetful");
                            assertThat(event.heldNanos())
                                    .isEqualTo(Duration.ofSeconds(42).toNanos());
                            assertThat(event.reclaimed()).isFalse();
                        });
        assertThat(dropped.end()).isNull();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 15: a reported lease can be revoked like any other")
    void reportedCanBeRevoked() throws Exception {
        LeaseCore dropped = drop("a");
        collect(dropped);
        lab.advance(SECOND);
        lab.controller().revoke(List.of(dropped.id), new Act("m", "abandoned"));
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 15: with RECLAIM a dropped lease ends ABANDONED, and the session closes")
    void droppedIsReclaimed() throws Exception {
        reclaiming();
        LeaseCore dropped = drop("a");
        collect(dropped);
        lab.advance(SECOND);
        assertThat(abandoned()).singleElement().matches(SessionEvent.Abandoned::reclaimed);
        assertThat(dropped.end()).isEqualTo(LeaseEnd.of(LeaseEnd.Kind.ABANDONED));
        assertThat(lab.words()).endsWith("Abandoned 1", "Ended 1", "Closing 1", "Closed 1");
        assertThat(lab.recorder.events(SessionEvent.Closed.class).getFirst().reason())
                .isEqualTo(CloseReason.ABANDONED);
        assertThat(lab.controller().snapshot().ledger().abandoned()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 15: a reclaimed lease makes room for who waits for a place")
    void reclaimedMakesRoom() throws Exception {
        lab.start(
                policy ->
                        policy.abandoned(SessionPolicy.Abandoned.RECLAIM)
                                .maxLeases(1)
                                .maxWaiting(1));
        LeaseCore dropped = drop("a");
        var waiter = lab.ask("b");
        collect(dropped);
        lab.advance(SECOND);
        assertThat(lab.now(waiter)).isPresent();
    }

    @Test
    @DisplayName("rule 15: a lease that is strongly reachable is never found, however it is used")
    void reachableIsNeverFound() throws Exception {
        reclaiming();
        SessionLease kept = lab.controller().openSession(LeaseRequest.of("kept"));
        collect(drop("control"));
        lab.advance(SECOND);
        assertThat(abandoned())
                .extracting(SessionEvent.Abandoned::client)
                .containsExactly("control");
        assertThat(kept.isActive()).isTrue();
        Reference.reachabilityFence(kept);
    }

    @Test
    @DisplayName("rule 15: an unwrapped object in use does not keep the lease")
    void unwrappedObjectDoesNotCount() throws Exception {
        reclaiming();
        List<Object> unwrapped = new ArrayList<>();
        LeaseCore dropped = unwrapAndDrop(unwrapped);
        collect(dropped);
        lab.advance(SECOND);
        assertThat(abandoned()).hasSize(1);
        assertThat(unwrapped).containsExactly("live-1");
    }

    @Test
    @DisplayName("rule 15: a lease counts as in use while one of its methods runs")
    void runningMethodKeepsIt() throws Exception {
        reclaiming();
        Gate using = lab.gate();
        lab.backend.onUnwrap(using::pass);
        AtomicReference<SessionLease> slot = new AtomicReference<>();
        LeaseCore used = dropInto(slot);
        lab.threads.start("holder", false, () -> slot.getAndSet(null).unwrap(String.class));
        lab.settle();
        collect(drop("control"));
        lab.advance(SECOND);
        assertThat(abandoned())
                .extracting(SessionEvent.Abandoned::client)
                .containsExactly("control");
        using.open();
        lab.settle();
        collect(used);
        lab.advance(SECOND);
        assertThat(abandoned()).hasSize(2);
    }

    @Test
    @DisplayName("rule 15: a continuation of ended that captures the lease keeps it alive")
    void capturingContinuationKeepsIt() throws Exception {
        reclaiming();
        List<Object> told = new ArrayList<>();
        LeaseCore kept = dropWithContinuation(told);
        collect(drop("control"));
        lab.advance(SECOND);
        assertThat(abandoned())
                .extracting(SessionEvent.Abandoned::client)
                .containsExactly("control");
        assertThat(kept.end()).isNull();
        assertThat(kept.get()).isNotNull();
    }

    @Test
    @DisplayName("rule 15: a continuation without the lease, or the stage itself, does not keep it")
    void plainContinuationDoesNotKeepIt() throws Exception {
        reclaiming();
        AtomicInteger told = new AtomicInteger();
        List<CompletionStage<?>> stages = new ArrayList<>();
        collect(dropWithPlainContinuation(told, stages));
        lab.advance(SECOND);
        assertThat(abandoned()).hasSize(1);
        assertThat(told).hasValue(stages.size());
    }

    @Test
    @DisplayName("rule 15: a lease that was released is watched no more, so never abandoned")
    void releasedIsNotAbandoned() throws Exception {
        SessionLease keeper = lab.take("keeper");
        LeaseCore released = releaseAndDrop();
        LeaseCore canary = dropWithPlainContinuation(new AtomicInteger(), new ArrayList<>());
        assertThat(released.refersTo(null)).isTrue();
        collect(canary);
        assertThat(released.isEnqueued()).isFalse();
        lab.advance(SECOND);
        assertThat(abandoned())
                .extracting(SessionEvent.Abandoned::lease)
                .containsExactly(canary.id);
        assertThat(keeper.isActive()).isTrue();
    }

    @Test
    @DisplayName("rule 15: a lease granted to a future that nobody holds is found")
    void forgottenFutureIsFound() {
        reclaiming();
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        LeaseCore asked =
                ((Waiter) lab.controller().tryOpenSessionAsync(LeaseRequest.of("a"))).core;
        lab.settle();
        opening.open();
        lab.settle();
        collect(asked);
        lab.advance(SECOND);
        assertThat(asked.end()).isEqualTo(LeaseEnd.of(LeaseEnd.Kind.ABANDONED));
    }

    @Test
    @DisplayName("rule 15: neither events nor their listener nor a waiting request hold the handle")
    void nothingOfTheControllerHoldsTheHandle() throws Exception {
        lab.start(policy -> policy.overdueAfter(SECOND).maxLeases(1).maxWaiting(1));
        LeaseCore dropped = drop("a");
        lab.ask("waits");
        lab.advance(SECOND.multipliedBy(2));
        collect(dropped);
        lab.advance(SECOND);
        assertThat(abandoned()).hasSize(1);
        assertThat(lab.recorder.events(SessionEvent.Overdue.class)).hasSize(1);
        assertThat(lab.controller().leases()).hasSize(2);
    }

    @Test
    @DisplayName("rule 15: a detached lease that is dropped is reclaimed, the reopening aborted")
    void detachedIsReclaimed() throws Exception {
        lab.start(policy -> policy.abandoned(SessionPolicy.Abandoned.RECLAIM).reopen(true));
        LeaseCore dropped = drop(LeaseRequest.of("a").withOnReattached(_ -> {}));
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        lab.lose(1);
        assertThat(lab.state()).isEqualTo(SessionState.OPENING);
        collect(dropped);
        lab.advance(SECOND);
        assertThat(dropped.end()).isEqualTo(LeaseEnd.of(LeaseEnd.Kind.ABANDONED));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 15: a holder that is gone is not called back when its lease is reattached")
    void collectedHolderIsNotCalledBack() throws Exception {
        lab.start(policy -> policy.reopen(true));
        AtomicInteger told = new AtomicInteger();
        LeaseCore dropped =
                drop(LeaseRequest.of("a").withOnReattached(_ -> told.incrementAndGet()));
        collect(dropped);
        lab.lose(1);
        assertThat(dropped.epoch()).isEqualTo(2);
        assertThat(told).hasValue(0);
    }

    private void reclaiming() {
        lab.start(policy -> policy.abandoned(SessionPolicy.Abandoned.RECLAIM));
    }

    private LeaseCore drop(String client) throws Exception {
        return drop(LeaseRequest.of(client));
    }

    /** Takes a lease and forgets its handle. */
    private LeaseCore drop(LeaseRequest request) throws Exception {
        return core(lab.controller().openSession(request));
    }

    private LeaseCore dropInto(AtomicReference<SessionLease> slot) throws Exception {
        SessionLease lease = lab.controller().openSession(LeaseRequest.of("used"));
        slot.set(lease);
        return core(lease);
    }

    private LeaseCore unwrapAndDrop(List<Object> unwrapped) throws Exception {
        SessionLease lease = lab.controller().openSession(LeaseRequest.of("a"));
        unwrapped.add(lease.unwrap(String.class));
        return core(lease);
    }

    private LeaseCore releaseAndDrop() throws Exception {
        SessionLease lease = lab.controller().openSession(LeaseRequest.of("released"));
        lease.close();
        return core(lease);
    }

    private LeaseCore dropWithContinuation(List<Object> told) throws Exception {
        SessionLease lease = lab.controller().openSession(LeaseRequest.of("kept"));
        lease.ended().thenRun(() -> told.add(lease));
        return core(lease);
    }

    private LeaseCore dropWithPlainContinuation(AtomicInteger told, List<CompletionStage<?>> stages)
            throws Exception {
        SessionLease lease = lab.controller().openSession(LeaseRequest.of("a"));
        stages.add(lease.ended().thenRun(told::incrementAndGet));
        return core(lease);
    }

    private static LeaseCore core(SessionLease lease) {
        return ((Lease) lease).core();
    }

    /** Waits until the collector has found the handle gone, and queued that. */
    @SuppressWarnings("deprecation")
    private void collect(LeaseCore dropped) {
        lab.settle();
        await().atMost(COLLECTED)
                .pollInSameThread()
                .until(
                        () -> {
                            System.gc();
                            return dropped.isEnqueued();
                        });
    }

    private List<SessionEvent.Abandoned> abandoned() {
        lab.settle();
        return lab.recorder.events(SessionEvent.Abandoned.class);
    }

    @Test
    @DisplayName("rule 15: a request that was refused or given up is watched no more")
    void unansweredIsNotWatched() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass).onOpenFail(leasehold.backend.FailureCategory.PROTOCOL);
        Waiter gone = (Waiter) lab.controller().tryOpenSessionAsync(LeaseRequest.of("gone"));
        gone.cancel(true);
        lab.settle();
        Waiter refused = (Waiter) lab.controller().tryOpenSessionAsync(LeaseRequest.of("refused"));
        assertThat(lab.now(refused)).isEmpty();
        assertThat(gone.core.refersTo(null)).isTrue();
        assertThat(refused.core.refersTo(null)).isTrue();
    }

    @Test
    @DisplayName("rule 15: what was asked to be told of a recall is let go of with the lease")
    void recallIsForgottenAtTheEnd() {
        SessionLease lease = lab.take("a");
        LeaseCore core = core(lease);
        lease.recalled();
        assertThat(core.extras).isNotNull();
        lab.now(lease.closeAsync());
        assertThat(core.extras).isNull();
        assertThat(lease.recalled().toCompletableFuture()).isNotDone();
        assertThat(core.extras).isNull();
    }
}
