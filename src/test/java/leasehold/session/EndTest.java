package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
