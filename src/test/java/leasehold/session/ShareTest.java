package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Open, share, release, linger: rules 2, 16, 17, 19. */
class ShareTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 2: the first opens, the next share, the last disconnects")
    void firstOpensNextShareLastDisconnects() {
        SessionLease first = lab.take("billing-sync");
        SessionLease second = lab.take("report-nightly");
        assertThat(first.opener()).isTrue();
        assertThat(second.opener()).isFalse();
        assertThat(second.epoch()).isEqualTo(1);

        assertThat(lab.now(first.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(lab.now(second.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);

        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "close 1", "closed 1");
        assertThat(lab.words())
                .containsExactly(
                        "Requested 0",
                        "Opening 1",
                        "Opened 1",
                        "Granted 1",
                        "Granted 1",
                        "Ended 1",
                        "Ended 1",
                        "Closing 1",
                        "Closed 1");
    }

    @Test
    @DisplayName("rule 17: a client that comes while the session lingers finds it open")
    void lingerKeepsTheSession() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        SessionLease first = lab.take("a");
        assertThat(lab.now(first.closeAsync())).isEqualTo(ReleaseOutcome.LINGERING);
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(Duration.ofSeconds(4));
        SessionLease second = lab.take("b");
        assertThat(second.epoch()).isEqualTo(1);
        second.close();
        lab.advance(Duration.ofSeconds(4));
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 19: the next opening starts after the close ended")
    void reopenDuringCloseWaitsForIt() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        SessionLease first = lab.take("a");
        first.closeAsync();
        var next = lab.ask("b");
        assertThat(next).isNotDone();
        closing.open();
        assertThat(lab.now(next)).isPresent();
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "close 1", "closed 1", "open 2", "opened 2");
    }
}
