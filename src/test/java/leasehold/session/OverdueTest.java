package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lease held too long is reported, and the all-clear follows: rule 15. */
class OverdueTest {

    private static final Duration THRESHOLD = Duration.ofMinutes(10);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 15: held longer than the threshold: one OVERDUE event, however long")
    void overdueOnce() {
        SessionLease lease = lab.take("slow");
        lab.advance(THRESHOLD.minusNanos(1));
        assertThat(overdue()).isEmpty();
        lab.advance(Duration.ofNanos(1));
        lab.advance(THRESHOLD.multipliedBy(5));
        assertThat(overdue())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.lease()).isEqualTo(lease.id());
                            assertThat(event.client()).isEqualTo("slow");
                            assertThat(event.holder()).isEqualTo(lease.holder());
                            assertThat(event.heldNanos()).isEqualTo(THRESHOLD.toNanos());
                        });
        assertThat(lab.controller().leases()).singleElement().matches(LeaseInfo::overdue);
        assertThat(lease.isActive()).isTrue();
    }

    @Test
    @DisplayName("rule 15: an overdue lease that ends, in any way, gives the all-clear, once")
    void allClearWhenItEnds() {
        SessionLease released = lab.take("released");
        SessionLease revoked = lab.take("revoked");
        SessionLease lost = lab.take("lost");
        lab.advance(THRESHOLD);
        released.closeAsync();
        lab.controller().revoke(List.of(revoked.id()), new Act("m", ""));
        lab.lose(1);
        released.closeAsync();
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.AllClear.class))
                .extracting(SessionEvent.AllClear::lease)
                .containsExactly(released.id(), revoked.id(), lost.id());
    }

    @Test
    @DisplayName("rule 15: a lease that ends in time is neither overdue nor cleared")
    void inTime() {
        lab.take("keeper");
        SessionLease brief = lab.take("brief");
        lab.advance(THRESHOLD.minusNanos(1));
        brief.close();
        lab.advance(THRESHOLD);
        assertThat(overdue()).extracting(SessionEvent.Overdue::client).containsExactly("keeper");
        assertThat(lab.recorder.events(SessionEvent.AllClear.class)).isEmpty();
    }

    @Test
    @DisplayName("rule 15: each lease has its own time")
    void eachHasItsOwnTime() {
        lab.take("a");
        lab.advance(Duration.ofMinutes(4));
        lab.take("b");
        lab.advance(Duration.ofMinutes(6));
        assertThat(overdue()).extracting(SessionEvent.Overdue::client).containsExactly("a");
        lab.advance(Duration.ofMinutes(4).minusNanos(1));
        assertThat(overdue()).hasSize(1);
        lab.advance(Duration.ofNanos(1));
        assertThat(overdue()).extracting(SessionEvent.Overdue::client).containsExactly("a", "b");
    }

    @Test
    @DisplayName("rule 15: leases taken after all others were overdue or gone are watched too")
    void watchGoesOn() {
        lab.take("a");
        lab.advance(THRESHOLD);
        lab.take("b");
        lab.advance(THRESHOLD);
        lab.controller().revokeAll(new Act("m", ""));
        lab.settle();
        lab.take("c");
        lab.advance(THRESHOLD);
        assertThat(overdue())
                .extracting(SessionEvent.Overdue::client)
                .containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("rule 15: a threshold of zero reports nobody")
    void zeroReportsNobody() {
        lab.start(policy -> policy.overdueAfter(Duration.ZERO));
        lab.take("a");
        lab.advance(Duration.ofDays(1));
        assertThat(overdue()).isEmpty();
    }

    @Test
    @DisplayName("rule 15: once nothing is held, the watch ends, and time stands still")
    void watchEndsWithTheLastLease() {
        lab.take("a").closeAsync();
        lab.advance(THRESHOLD);
        assertThat(lab.time.timers()).isZero();
    }

    private List<SessionEvent.Overdue> overdue() {
        lab.settle();
        return lab.recorder.events(SessionEvent.Overdue.class);
    }
}
