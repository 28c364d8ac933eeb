package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What else may befall a lease while its session is being opened anew: rule 12. */
class DetachedTest {

    private static final Act ACT = new Act("m", "stuck");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension final Lab lab = new Lab();

    private Gate held;
    private SessionLease current;

    @Test
    @DisplayName("rule 12: a detached lease that is revoked ends REVOKED, the reopening is aborted")
    void revoked() {
        SessionLease lease = detached(UnaryOperator.identity());
        assertThat(lab.controller().revoke(List.of(lease.id()), ACT))
                .containsEntry(lease.id(), LeaseEnd.revoked(ACT));
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.words()).endsWith("Ended 1", "Closing 2", "Closed 2");
    }

    @Test
    @DisplayName("rule 12: a detached lease expires like any other, the reopening is aborted")
    void expired() {
        lab.start(policy -> policy.reopen(true));
        SessionLease lease = lab.take(optedIn("a").withTtl(Duration.ofSeconds(10)));
        holdReopening();
        lab.advance(Duration.ofSeconds(10));
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.EXPIRED);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 12: a detached lease may be renewed, and lives on in the new session")
    void renewed() {
        lab.start(policy -> policy.reopen(true));
        SessionLease lease = lab.take(optedIn("a").withTtl(Duration.ofSeconds(10)));
        holdReopening();
        lab.advance(Duration.ofSeconds(9));
        assertThat(lease.renew()).isTrue();
        held.open();
        lab.advance(Duration.ofSeconds(9));
        assertThat(lease.epoch()).isEqualTo(2);
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.EXPIRED);
    }

    @Test
    @DisplayName("rule 12: a drain ends the reopening, and the detached leases LOST")
    void drained() {
        SessionLease lease = detached(UnaryOperator.identity());
        var report = lab.controller().closeSession(Duration.ofSeconds(10), ACT);
        LeaseEnd end = lab.now(lease.ended());
        assertThat(end.kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(end.cause().orElseThrow().category()).isEqualTo(FailureCategory.DRAINING);
        assertThat(lab.now(report).revoked()).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.take("b").epoch()).isEqualTo(3);
    }

    @Test
    @DisplayName("rule 12: a session lost while it drains is not opened anew")
    void lostWhileDraining() {
        lab.start(policy -> policy.reopen(true));
        SessionLease lease = lab.take(optedIn("a"));
        var report = lab.controller().closeSession(Duration.ofSeconds(10), ACT);
        lab.lose(1);
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(lab.now(report).revoked()).isEmpty();
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 12: detached leases keep their places in the quota")
    void keepTheirPlaces() {
        SessionLease lease = detached(policy -> policy.maxLeases(1).maxWaiting(1));
        var waiter = lab.ask("b");
        held.open();
        lab.settle();
        assertThat(lease.epoch()).isEqualTo(2);
        assertThat(waiter).isNotDone();
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(lab.now(waiter)).isPresent();
    }

    @Test
    @DisplayName("rule 12: holders of a lost retiring session go over to the current one at once")
    void retiringLostBesideAnOpenSession() {
        SessionLease old = retiringBeside("b");
        lab.lose(1);
        assertThat(old.epoch()).isEqualTo(2);
        assertThat(lab.words()).endsWith("Lost 1", "Detached 1", "Closed 1", "Reattached 2");
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    @Test
    @DisplayName("rule 12: holders of a lost retiring session resume a current one that lingers")
    void retiringLostBesideALingeringSession() {
        SessionLease old = retiringBeside("b");
        assertThat(lab.now(current.closeAsync())).isEqualTo(ReleaseOutcome.LINGERING);
        lab.lose(1);
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
        assertThat(old.epoch()).isEqualTo(2);
        lab.advance(MINUTE.minusSeconds(1));
        assertThat(old.isActive()).isTrue();
        assertThat(lab.words()).endsWith("Closed 1", "Resumed 2", "Reattached 2");
    }

    @Test
    @DisplayName("rule 12: holders of a retiring session lost during a close get the next session")
    void retiringLostBesideAClosingSession() {
        SessionLease old = retiringWhileTheCurrentCloses();
        lab.lose(1);
        assertThat(old.isActive()).isTrue();
        held.open();
        lab.settle();
        assertThat(old.epoch()).isEqualTo(3);
    }

    @Test
    @DisplayName("rule 12: a lease detached while nothing is opened yet is disconnected by release")
    void releasedBeforeAnyReopening() {
        SessionLease old = retiringWhileTheCurrentCloses();
        lab.lose(1);
        assertThat(lab.now(old.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        held.open();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    @Test
    @DisplayName("rule 12: while refused credentials answer all, a loss makes no attempt: LOST")
    void lostDuringAFailureHold() {
        lab.start(policy -> policy.reopen(true).maxAge(MINUTE));
        SessionLease old = lab.take(optedIn("a"));
        lab.advance(MINUTE);
        lab.backend.onOpen(
                () -> {
                    throw new BackendException(FailureCategory.CREDENTIALS, "wrong");
                });
        assertThat(lab.now(lab.ask("b"))).isEmpty();
        lab.lose(1);
        assertThat(lab.now(old.ended()).kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(lab.backend.attempts()).hasSize(2);
    }

    private SessionLease detached(UnaryOperator<SessionPolicy.Builder> policy) {
        lab.start(base -> policy.apply(base.reopen(true)));
        SessionLease lease = lab.take(optedIn("a"));
        holdReopening();
        return lease;
    }

    private void holdReopening() {
        held = lab.gate();
        lab.backend.onOpen(held::pass);
        lab.lose(1);
    }

    private SessionLease retiringBeside(String client) {
        lab.start(policy -> policy.reopen(true).maxAge(MINUTE).linger(Duration.ofSeconds(20)));
        SessionLease old = lab.take(optedIn("a"));
        lab.advance(MINUTE);
        current = lab.take(client);
        assertThat(current.epoch()).isEqualTo(2);
        return old;
    }

    /** The close of the current session is held at {@link #held}. */
    private SessionLease retiringWhileTheCurrentCloses() {
        SessionLease old = retiringBeside("b");
        held = lab.gate();
        lab.backend.onClose(held::pass);
        lab.controller().revoke(List.of(current.id()), ACT);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        return old;
    }

    private static LeaseRequest optedIn(String client) {
        return LeaseRequest.of(client).withOnReattached(_ -> {});
    }
}
