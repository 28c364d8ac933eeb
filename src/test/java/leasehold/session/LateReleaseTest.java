package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Releases that come after the end: rules 16, 21. */
class LateReleaseTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 21: release after a loss never touches the present count")
    void afterALoss() {
        SessionLease old = lab.take("old");
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        lab.settle();
        leavesThePresentAlone(old, LeaseEnd.Kind.LOST);
    }

    @Test
    @DisplayName("rule 21: release after a revocation never touches the present count")
    void afterARevocation() {
        SessionLease old = lab.take("old");
        lab.controller().revoke(List.of(old.id()), new Act("m", ""));
        lab.settle();
        leavesThePresentAlone(old, LeaseEnd.Kind.REVOKED);
    }

    @Test
    @DisplayName("rule 21: release after expiry never touches the present count")
    void afterExpiry() {
        SessionLease old = lab.take(LeaseRequest.of("old").withTtl(Duration.ofSeconds(1)));
        lab.advance(Duration.ofSeconds(1));
        leavesThePresentAlone(old, LeaseEnd.Kind.EXPIRED);
    }

    @Test
    @DisplayName("rule 21: release after a revocation in the same session keeps its other holder")
    void inTheSameSession() {
        SessionLease stays = lab.take("stays");
        SessionLease old = lab.take("old");
        lab.controller().revoke(List.of(old.id()), new Act("m", ""));
        assertThat(lab.now(old.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        assertThat(stays.isActive()).isTrue();
        assertThat(lab.controller().snapshot().current().orElseThrow().held()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 21: release of an older epoch's lease closes that epoch and no other")
    void ofAnOlderEpoch() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        SessionLease old = lab.take("old");
        lab.advance(Duration.ofMinutes(1));
        SessionLease present = lab.take("present");
        assertThat(present.epoch()).isEqualTo(2);
        assertThat(lab.now(old.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(present.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
        assertThat(lab.controller().snapshot().current().orElseThrow().held()).isEqualTo(1);
        assertThat(lab.backend.log()).contains("closed 1").doesNotContain("close 2");
    }

    @Test
    @DisplayName("rule 21: release after shutdown says ALREADY_ENDED and changes nothing")
    void afterShutdown() {
        SessionLease old = lab.take("old");
        lab.now(lab.controller().shutdown(Duration.ZERO));
        SessionSnapshot before = lab.controller().snapshot();
        assertThat(lab.now(old.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        old.close();
        SessionSnapshot after = lab.controller().snapshot();
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.ledger()).isEqualTo(before.ledger());
    }

    /** Releases an ended lease twice while another session is held. */
    private void leavesThePresentAlone(SessionLease old, LeaseEnd.Kind end) {
        assertThat(old.isActive()).isFalse();
        SessionLease present = lab.take("present");
        assertThat(present.epoch()).isEqualTo(2);
        assertThat(lab.now(old.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        assertThat(lab.now(old.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        old.close();
        assertThat(present.isActive()).isTrue();
        SessionSnapshot snapshot = lab.controller().snapshot();
        assertThat(snapshot.state()).isEqualTo(SessionState.OPEN);
        assertThat(snapshot.current().orElseThrow().held()).isEqualTo(1);
        assertThat(snapshot.ledger().held()).isEqualTo(1);
        assertThat(snapshot.tally().repeatedReleases()).isEqualTo(2);
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.LateRelease.class))
                .singleElement()
                .satisfies(late -> assertThat(late.end().kind()).isEqualTo(end));
    }
}
