package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    void loss() {
        lab.start(policy -> policy.reopen(true));
        SessionLease a = lab.take("a");
        SessionLease b = lab.take(LeaseRequest.of("b").withOnReattached(_ -> {}));
        lab.backend.lastAttempt().reportLost(new SessionLostException("57P01", "killed", null));
        lab.settle();
        assertThat(a.isActive()).isFalse();
        assertThat(b.isActive()).isTrue();
        assertThat(b.epoch()).isEqualTo(2);
        assertThat(lab.words())
                .containsExactly(
                        "Requested 0",
                        "Opening 1",
                        "Opened 1",
                        "Granted 1",
                        "Granted 1",
                        "Lost 1",
                        "Ended 1",
                        "Detached 1",
                        "Closed 1",
                        "Opening 2",
                        "Opened 2",
                        "Reattached 2");
    }

    @Test
    void drainAndRevoke() {
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        var report = lab.controller().closeSession(Duration.ofSeconds(10), new Act("m", "update"));
        lab.settle();
        assertThat(lab.now(lab.ask("late"))).isEmpty();
        a.close();
        lab.advance(Duration.ofSeconds(10));
        assertThat(lab.now(report).revoked()).containsExactly(b.id());
        assertThat(lab.now(lab.ask("again"))).isPresent();
    }

    @Test
    void revoke() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        SessionLease a = lab.take("a");
        Map<Long, LeaseEnd> answers =
                lab.controller().revoke(List.of(a.id(), 99L), new Act("m", "stuck"));
        assertThat(answers).containsOnlyKeys(a.id());
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
    }

    @Test
    void strayCloseRetried() {
        SessionLease a = lab.take("a");
        lab.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECT_FAILED);
        assertThat(lab.controller().snapshot().strays()).hasSize(1);
        assertThat(lab.now(lab.controller().retryClose(1, new Act("m", ""))).failure()).isEmpty();
        assertThat(lab.controller().snapshot().strays()).isEmpty();
    }

    @Test
    void beatsAndAge() {
        lab.start(
                policy ->
                        policy.keepAlive(Duration.ofSeconds(10))
                                .lossAfter(Duration.ofSeconds(30))
                                .maxAge(Duration.ofMinutes(5)));
        SessionLease a = lab.take("a");
        lab.advance(Duration.ofMinutes(5));
        SessionLease b = lab.take("b");
        assertThat(b.epoch()).isEqualTo(2);
        a.close();
        assertThat(lab.backend.log()).containsSequence("close 1", "closed 1");
        Gate hang = lab.gate();
        lab.backend.onBeat(hang::pass);
        lab.advance(Duration.ofMinutes(1));
        assertThat(b.isActive()).isFalse();
    }

    @Test
    void shutdownWaits() {
        SessionLease a = lab.take("a");
        var report = lab.controller().shutdown(Duration.ofSeconds(10));
        lab.advance(Duration.ofSeconds(10));
        assertThat(lab.now(report).revoked()).hasSize(1);
        assertThat(a.isActive()).isFalse();
        assertThat(lab.state()).isEqualTo(SessionState.SHUT_DOWN);
    }
}
