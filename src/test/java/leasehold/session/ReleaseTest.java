package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a release says, and that only the first counts: rule 16. */
class ReleaseTest {

    private static final int THREADS = 10;
    private static final int CALLS = 10;

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 16: a hundred calls from ten threads lower the count by one, same stage")
    void hundredCallsLowerTheCountByOne() throws Exception {
        SessionLease lease = lab.take("a");
        lab.take("b");
        Set<CompletionStage<ReleaseOutcome>> stages = releaseFromTenThreads(lease);
        assertThat(stages).hasSize(1);
        assertThat(lab.now(stages.iterator().next())).isEqualTo(ReleaseOutcome.KEPT);
        assertOneRelease();
        assertThat(lab.controller().snapshot().ledger().held()).isEqualTo(1);
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 16: a hundred calls on the last lease share the stage of one disconnect")
    void hundredCallsShareOneDisconnect() throws Exception {
        SessionLease lease = lab.take("a");
        Set<CompletionStage<ReleaseOutcome>> stages = releaseFromTenThreads(lease);
        assertThat(stages).hasSize(1);
        assertThat(lab.now(stages.iterator().next())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertOneRelease();
        assertThat(lab.backend.log()).containsOnlyOnce("close 1");
    }

    @Test
    @DisplayName(
            "rule 16: a repeat after the outcome gets the same stage, and is counted, no event")
    void repeatIsCounted() {
        SessionLease lease = lab.take("a");
        var first = lease.closeAsync();
        lab.settle();
        int events = lab.words().size();
        assertThat((Object) lease.closeAsync()).isSameAs(first);
        lease.close();
        assertThat(lab.words()).hasSize(events);
        assertThat(lab.controller().snapshot().tally().repeatedReleases()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 16: a repeat leaves the next session's count alone")
    void repeatLeavesTheNextAlone() {
        SessionLease lease = lab.take("a");
        lease.close();
        SessionLease next = lab.take("b");
        lease.close();
        assertThat(next.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 16: KEPT and LINGERING are so at once")
    void keptAndLingeringAtOnce() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        assertThat(a.closeAsync().toCompletableFuture()).isCompletedWithValue(ReleaseOutcome.KEPT);
        var last = b.closeAsync();
        assertThat(last.toCompletableFuture()).isCompletedWithValue(ReleaseOutcome.LINGERING);
        lab.advance(Duration.ofSeconds(5));
        assertThat((Object) b.closeAsync()).isSameAs(last);
        assertThat(lab.now(last)).isEqualTo(ReleaseOutcome.LINGERING);
    }

    @Test
    @DisplayName("rule 16: DISCONNECTED is said when it is so, not before")
    void disconnectedWhenItIsSo() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        var outcome = lab.take("a").closeAsync();
        lab.advance(Duration.ofSeconds(9));
        assertThat(outcome.toCompletableFuture()).isNotDone();
        closing.open();
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
    }

    @Test
    @DisplayName("rule 16: DISCONNECT_FAILED is said when the close throws, an Error too")
    void failedWhenTheCloseThrows() {
        lab.backend
                .onClose(
                        () -> {
                            throw new IOException("no");
                        })
                .onClose(
                        () -> {
                            throw new AssertionError("broken");
                        });
        assertThat(lab.now(lab.take("a").closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
        assertThat(lab.now(lab.take("b").closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
    }

    @Test
    @DisplayName("rule 16: at closeTimeout it says DISCONNECT_FAILED, whatever comes later")
    void failedAtTheTimeout() {
        Gate hanging = lab.gate();
        lab.backend.onClose(hanging::pass);
        SessionLease lease = lab.take("a");
        var outcome = lease.closeAsync();
        lab.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(outcome.toCompletableFuture()).isNotDone();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
        hanging.open();
        lab.settle();
        assertThat(lab.backend.log()).endsWith("closed 1");
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
        assertThat(lab.words()).endsWith("CloseFailed 1", "StrayListed 1", "StrayResolved 1");
    }

    @Test
    @DisplayName("rule 16: after revoke, loss and expiry it says ALREADY_ENDED, at once")
    void alreadyEnded() {
        SessionLease revoked = lab.take("revoked");
        SessionLease expired = lab.take(LeaseRequest.of("x").withTtl(Duration.ofSeconds(1)));
        SessionLease lost = lab.take("lost");
        lab.controller().revoke(List.of(revoked.id()), new Act("m", ""));
        lab.advance(Duration.ofSeconds(1));
        lab.lose(1);
        for (SessionLease lease : List.of(revoked, expired, lost)) {
            assertThat(lease.closeAsync().toCompletableFuture())
                    .isCompletedWithValue(ReleaseOutcome.ALREADY_ENDED);
        }
    }

    @Test
    @DisplayName("rule 16: a release after a forced end is one event; its repeats are counted")
    void lateReleaseIsOneEvent() {
        SessionLease lease = lab.take("a");
        lab.controller().revokeAll(new Act("m", "stuck"));
        var first = lease.closeAsync();
        assertThat((Object) lease.closeAsync()).isSameAs(first);
        lease.close();
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.LateRelease.class))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.lease()).isEqualTo(lease.id());
                            assertThat(event.end().kind()).isEqualTo(LeaseEnd.Kind.REVOKED);
                        });
        assertThat(lab.controller().snapshot().tally().repeatedReleases()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 16: the stage is read-only: who completes a copy completes nobody else's")
    void stageIsReadOnly() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        SessionLease kept = lab.take("a");
        SessionLease last = lab.take("b");
        for (CompletionStage<ReleaseOutcome> stage :
                List.of(kept.closeAsync(), last.closeAsync())) {
            stage.toCompletableFuture().obtrudeValue(ReleaseOutcome.ALREADY_ENDED);
            assertThatThrownBy(
                            () ->
                                    ((CompletableFuture<ReleaseOutcome>) stage)
                                            .complete(ReleaseOutcome.ALREADY_ENDED))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(lab.now(kept.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(last.closeAsync().toCompletableFuture()).isNotDone();
        closing.open();
        assertThat(lab.now(last.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
    }

    @Test
    @DisplayName("rule 16: a continuation of the outcome that blocks delays no next opening")
    void blockingContinuationDelaysNobody() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        Gate blocked = lab.deafGate();
        lab.take("a").closeAsync().thenRun(blocked::passQuietly);
        closing.open();
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 17: with linger 0 the state is CLOSING when release returns")
    void closingWhenReleaseReturns() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        lab.take("a").closeAsync();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
    }

    private Set<CompletionStage<ReleaseOutcome>> releaseFromTenThreads(SessionLease lease)
            throws Exception {
        Set<CompletionStage<ReleaseOutcome>> stages =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var calls =
                    Collections.nCopies(
                            THREADS,
                            Executors.callable(
                                    () -> releaseTogether(lease, together, stages), true));
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        }
        lab.settle();
        return stages;
    }

    private static void releaseTogether(
            SessionLease lease,
            CyclicBarrier together,
            Set<CompletionStage<ReleaseOutcome>> stages) {
        try {
            together.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < CALLS; i++) {
            stages.add(lease.closeAsync());
        }
    }

    private void assertOneRelease() {
        SessionSnapshot now = lab.controller().snapshot();
        assertThat(now.ledger().released()).isEqualTo(1);
        assertThat(now.tally().repeatedReleases()).isEqualTo(THREADS * CALLS - 1);
        assertThat(lab.recorder.events(SessionEvent.Ended.class)).hasSize(1);
    }
}
