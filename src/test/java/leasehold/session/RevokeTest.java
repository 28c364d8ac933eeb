package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator takes away: rules 17, 22. */
class RevokeTest {

    private static final Act ACT = new Act("marta", "stuck since noon");

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 22: one is revoked, with operator and reason, and no other")
    void oneIsRevoked() {
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        Map<Long, LeaseEnd> answers = lab.controller().revoke(List.of(a.id()), ACT);
        assertThat(answers).containsExactly(Map.entry(a.id(), LeaseEnd.revoked(ACT)));
        assertThat(a.isActive()).isFalse();
        assertThat(lab.now(a.ended())).isEqualTo(LeaseEnd.revoked(ACT));
        assertThat(b.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
        assertThat(ends()).singleElement().isEqualTo(LeaseEnd.revoked(ACT));
    }

    @Test
    @DisplayName("rule 22: several are revoked, and each id gets its own answer")
    void eachIdGetsItsAnswer() {
        SessionLease kept = lab.take("kept");
        SessionLease released = lab.take("released");
        SessionLease one = lab.take("one");
        SessionLease two = lab.take("two");
        released.close();
        Map<Long, LeaseEnd> answers =
                lab.controller()
                        .revoke(List.of(one.id(), released.id(), two.id(), 4711L, one.id()), ACT);
        assertThat(answers)
                .containsOnlyKeys(one.id(), two.id(), released.id())
                .containsEntry(one.id(), LeaseEnd.revoked(ACT))
                .containsEntry(two.id(), LeaseEnd.revoked(ACT))
                .containsEntry(released.id(), LeaseEnd.of(LeaseEnd.Kind.RELEASED));
        assertThat(kept.isActive()).isTrue();
        assertThat(lab.controller().snapshot().ledger())
                .isEqualTo(new Ledger(4, 1, 0, 2, 0, 0, 0, 1));
    }

    @Test
    @DisplayName("rule 22: each of a crowd that ended a moment before gets its own answer")
    void eachOfACrowdThatEndedGetsItsAnswer() {
        List<SessionLease> crowd =
                IntStream.range(0, 250).mapToObj(i -> lab.take("of the crowd")).toList();
        crowd.forEach(SessionLease::closeAsync);
        List<Long> ids = crowd.stream().map(SessionLease::id).toList();
        assertThat(lab.controller().revoke(ids, ACT))
                .containsOnlyKeys(ids)
                .containsValue(LeaseEnd.of(LeaseEnd.Kind.RELEASED))
                .doesNotContainValue(LeaseEnd.revoked(ACT));
    }

    @Test
    @DisplayName("rule 22: an error in the close after a revocation is kept with it, ending or not")
    void failedCloseNamesTheRevoker() {
        SessionLease a = lab.take("a");
        lab.backend.onClose(
                () -> {
                    throw new java.io.IOException("no");
                });
        lab.controller().shutdown(java.time.Duration.ofHours(1));
        lab.controller().revoke(List.of(a.id()), ACT);
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.CloseFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.by()).contains(ACT));
    }

    @Test
    @DisplayName("rule 22: all are revoked; a second time there is nobody")
    void allAreRevoked() {
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        assertThat(lab.controller().revokeAll(ACT)).containsOnlyKeys(a.id(), b.id());
        lab.settle();
        int events = lab.words().size();
        assertThat(lab.controller().revokeAll(ACT)).isEmpty();
        assertThat(lab.words()).hasSize(events);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 17: revoking the last lease closes without linger")
    void lastRevokedClosesWithoutLinger() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        SessionLease a = lab.take("a");
        lab.controller().revoke(List.of(a.id()), ACT);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.Lingering.class)).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.Closing.class))
                .singleElement()
                .satisfies(
                        closing -> {
                            assertThat(closing.reason()).isEqualTo(CloseReason.OPERATOR);
                            assertThat(closing.by()).contains(ACT);
                        });
    }

    @Test
    @DisplayName("rule 22: revoking is local: it succeeds while the close hangs")
    void revokingIsLocal() {
        SessionLease a = lab.take("a");
        Gate hang = lab.deafGate();
        lab.backend.onClose(hang::pass);
        assertThat(lab.controller().revoke(List.of(a.id()), ACT)).hasSize(1);
        assertThat(a.isActive()).isFalse();
        assertThat(lab.now(a.ended()).kind()).isEqualTo(LeaseEnd.Kind.REVOKED);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
    }

    @Test
    @DisplayName("rule 22: against a release that comes a moment later, the revocation is recorded")
    void revocationBeatsTheRelease() throws Exception {
        HesitantTime time = hesitant();
        SessionLease a = lab.take("a");
        CompletableFuture<CompletionStage<ReleaseOutcome>> release = time.hold(a::closeAsync);
        assertThat(lab.controller().revoke(List.of(a.id()), ACT))
                .containsEntry(a.id(), LeaseEnd.revoked(ACT));
        time.letGo();
        assertThat(lab.now(release.get(20, TimeUnit.SECONDS)))
                .isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        lab.settle();
        assertThat(ends()).containsExactly(LeaseEnd.revoked(ACT));
        assertThat(lab.recorder.events(SessionEvent.LateRelease.class)).hasSize(1);
        assertThat(lab.controller().snapshot().ledger())
                .isEqualTo(new Ledger(1, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("rule 22: against a release that comes a moment earlier, the release is recorded")
    void releaseBeatsTheRevocation() throws Exception {
        HesitantTime time = hesitant();
        SessionLease a = lab.take("a");
        CompletableFuture<Map<Long, LeaseEnd>> revocation =
                time.hold(() -> lab.controller().revoke(List.of(a.id()), ACT));
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        time.letGo();
        assertThat(revocation.get(20, TimeUnit.SECONDS))
                .containsEntry(a.id(), LeaseEnd.of(LeaseEnd.Kind.RELEASED));
        lab.settle();
        assertThat(ends()).containsExactly(LeaseEnd.of(LeaseEnd.Kind.RELEASED));
        assertThat(lab.controller().snapshot().ledger())
                .isEqualTo(new Ledger(1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("rule 22: of two operators at one instant, one is recorded, and both are told who")
    void twoOperators() throws Exception {
        HesitantTime time = hesitant();
        SessionLease a = lab.take("a");
        var late = time.hold(() -> lab.controller().revoke(List.of(a.id()), new Act("ben", "")));
        lab.controller().revoke(List.of(a.id()), ACT);
        time.letGo();
        assertThat(late.get(20, TimeUnit.SECONDS)).containsEntry(a.id(), LeaseEnd.revoked(ACT));
        lab.settle();
        assertThat(ends()).containsExactly(LeaseEnd.revoked(ACT));
    }

    @Test
    @DisplayName("rule 22: an error in the close that follows is kept with the act")
    void closeFailedKeepsTheAct() {
        SessionLease a = lab.take("a");
        failingClose();
        lab.controller().revoke(List.of(a.id()), ACT);
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.CloseFailed.class))
                .singleElement()
                .satisfies(
                        failed -> {
                            assertThat(failed.by()).contains(ACT);
                            assertThat(failed.failure().text()).isEqualTo("no");
                        });
    }

    @Test
    @DisplayName("rule 22: an error in the close of a retiring session is kept with the act, too")
    void closeFailedOfARetiringSessionKeepsTheAct() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        SessionLease a = lab.take("a");
        lab.advance(Duration.ofMinutes(1));
        lab.take("b");
        failingClose();
        lab.controller().revoke(List.of(a.id()), ACT);
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.CloseFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.by()).contains(ACT));
    }

    @Test
    @DisplayName("rule 22: a place that is taken away goes to who waits")
    void revokedPlaceGoesToWhoWaits() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(1));
        SessionLease a = lab.take("a");
        var waiting = lab.ask("b");
        lab.controller().revoke(List.of(a.id()), ACT);
        assertThat(lab.now(waiting).orElseThrow().epoch()).isEqualTo(1);
        assertThat(lab.backend.log()).doesNotContain("close 1");
    }

    @Test
    @DisplayName("rule 22: a request that waits is no lease: its id has no answer")
    void waitingRequestIsNotRevoked() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var waiting = lab.ask("a");
        long id = lab.controller().leases().getFirst().id();
        assertThat(lab.controller().revoke(List.of(id), ACT)).isEmpty();
        gate.open();
        assertThat(lab.now(waiting)).isPresent();
    }

    private HesitantTime hesitant() {
        HesitantTime time = new HesitantTime(lab.time);
        lab.build(policy -> policy, builder -> builder.time(time));
        return time;
    }

    private void failingClose() {
        lab.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
    }

    private List<LeaseEnd> ends() {
        return lab.recorder.events(SessionEvent.Ended.class).stream()
                .map(SessionEvent.Ended::end)
                .toList();
    }
}
