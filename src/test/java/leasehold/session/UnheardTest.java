package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A controller to which nobody listens. A release of which nobody can learn the time takes a way of
 * its own there, which must come to the same.
 */
class UnheardTest {

    private static final Act ACT = new Act("m", "");

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 16: the first to leave is KEPT, the last disconnects")
    void lastDisconnects() {
        lab.unheard(UnaryOperator.identity());
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(lab.backend.living()).isEqualTo(1);
        assertThat(lab.now(b.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.backend.living()).isZero();
        assertThat(lab.controller().snapshot().ledger())
                .isEqualTo(new Ledger(2, 2, 0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("rule 17: the last to leave has the session linger for its whole time")
    void lastLingers() {
        lab.unheard(policy -> policy.linger(Duration.ofSeconds(5)));
        SessionLease a = lab.take("a");
        lab.advance(Duration.ofSeconds(60));
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.LINGERING);
        lab.advance(Duration.ofSeconds(5).minusNanos(1));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 16: releasing twice lowers the count by one, and is counted as a repeat")
    void releasedTwice() {
        lab.unheard(UnaryOperator.identity());
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        lab.take("c");
        assertThat((Object) a.closeAsync()).isSameAs(a.closeAsync());
        assertThat(b.isActive()).isTrue();
        SessionSnapshot now = lab.controller().snapshot();
        assertThat(now.ledger().held()).isEqualTo(2);
        assertThat(now.tally().repeatedReleases()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 21: a release after a revocation says ALREADY_ENDED and changes nothing")
    void releasedAfterARevocation() {
        lab.unheard(UnaryOperator.identity());
        SessionLease a = lab.take("a");
        lab.take("b");
        lab.take("c");
        lab.controller().revoke(List.of(a.id()), ACT);
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        assertThat(lab.controller().snapshot().ledger().held()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 9: who waits for a place is granted it, with the time of the grant")
    void placeIsTaken() {
        lab.unheard(policy -> policy.maxLeases(2).maxWaiting(1));
        SessionLease a = lab.take("a");
        lab.take("b");
        var waits = lab.ask("c");
        lab.advance(Duration.ofSeconds(7));
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        SessionLease granted = lab.now(waits).orElseThrow();
        assertThat(Duration.between(granted.requestedAt(), granted.grantedAt()))
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    @DisplayName("rule 22: a holder is told how the lease ended")
    void holderIsTold() {
        lab.unheard(UnaryOperator.identity());
        SessionLease a = lab.take("a");
        lab.take("b");
        var ended = a.ended();
        a.closeAsync();
        assertThat(lab.now(ended).kind()).isEqualTo(LeaseEnd.Kind.RELEASED);
    }
}
