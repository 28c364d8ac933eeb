package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listeners that fall behind: rule 26. */
class OverflowTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 26: on overflow it is told the missed range, gets a snapshot, and goes on")
    void overflowIsTold() {
        Slow slow = startSlow();
        SessionLease keeper = lab.take("keeper");
        produce(40);
        SessionSnapshot now = lab.controller().snapshot();
        slow.gate.open();
        lab.settle();
        assertThat(slow.gaps()).containsExactly("1-" + now.number());
        assertThat(slow.snapshots()).hasSize(2);
        assertThat(slow.snapshots().getLast().number()).isEqualTo(now.number());
        assertThat(slow.leases().getLast()).extracting(LeaseInfo::id).containsExactly(keeper.id());
        assertThat(slow.events()).isEmpty();
        keeper.closeAsync();
        lab.settle();
        assertThat(slow.words()).containsExactly("Ended 1", "Closing 1", "Closed 1");
        assertThat(slow.events().getFirst().number()).isEqualTo(now.number() + 1);
        assertThat(slow.order.getFirst()).isEqualTo("snapshot");
        assertThat(slow.order.get(1)).startsWith("gap");
        assertThat(slow.order.get(2)).isEqualTo("snapshot");
    }

    @Test
    @DisplayName("rule 26: as many events behind as the ring holds is no gap; one more is")
    void ringHoldsItsSize() {
        Slow exact = startSlow();
        lab.take("keeper");
        produce(12);
        assertThat(lab.controller().snapshot().number()).isEqualTo(16);
        exact.gate.open();
        lab.settle();
        assertThat(exact.gaps()).isEmpty();
        assertThat(exact.events()).hasSize(16);

        Slow over = subscribeSlow();
        produce(17);
        over.gate.open();
        lab.settle();
        assertThat(over.gaps()).containsExactly("17-33");
        assertThat(over.events()).isEmpty();
    }

    @Test
    @DisplayName("rule 26: who overflows again and again is told every gap, and none is silent")
    void everyGapIsTold() {
        Slow slow = startSlow();
        lab.take("keeper");
        for (int round = 0; round < 3; round++) {
            produce(30);
            slow.gate.open();
            lab.settle();
            slow.gate = lab.gate();
            lab.take("one more");
            slow.gate.open();
            lab.settle();
            slow.gate = lab.gate();
            lab.take("held up here");
        }
        slow.gate.open();
        lab.settle();
        assertThat(slow.gaps()).hasSize(3);
        assertThat(slow.accounted()).isEqualTo(lab.controller().snapshot().number());
    }

    @Test
    @DisplayName("rule 26: who keeps up misses nothing, however small the ring")
    void whoKeepsUpMissesNothing() {
        lab.build(UnaryOperator.identity(), builder -> builder.ring(16));
        lab.take("keeper");
        produce(200);
        assertThat(lab.recorder.gaps()).isEmpty();
        assertThat(lab.recorder.events()).hasSize((int) lab.controller().snapshot().number());
    }

    private Slow startSlow() {
        lab.build(UnaryOperator.identity(), builder -> builder.ring(16));
        return subscribeSlow();
    }

    private Slow subscribeSlow() {
        Slow slow = new Slow(lab.gate());
        lab.controller().subscribe(slow);
        lab.settle();
        return slow;
    }

    /** Makes events, while the session stays open. */
    private void produce(int events) {
        for (int made = 0; made < events; made += 2) {
            SessionLease lease = lab.take("passer-by");
            if (made + 1 < events) {
                lease.closeAsync();
            }
        }
        lab.settle();
    }

    /** Is held up at its gate whenever it is told something. */
    private static final class Slow extends Recorder {

        private final List<String> order = new java.util.concurrent.CopyOnWriteArrayList<>();
        private volatile Gate gate;
        private volatile long accounted;

        Slow(Gate gate) {
            this.gate = gate;
        }

        long accounted() {
            return accounted;
        }

        @Override
        public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> held) {
            super.onSnapshot(snapshot, held);
            order.add("snapshot");
            if (accounted == 0) {
                accounted = snapshot.number();
            }
            assertThat(snapshot.number()).isEqualTo(accounted);
            pass();
        }

        @Override
        public void onEvent(SessionEvent event) {
            super.onEvent(event);
            order.add("event " + event.number());
            accounted = event.number() == accounted + 1 ? event.number() : Long.MIN_VALUE;
            pass();
        }

        @Override
        public void onGap(long first, long last) {
            super.onGap(first, last);
            order.add("gap " + first + "-" + last);
            accounted = first == accounted + 1 ? last : Long.MIN_VALUE;
        }

        private void pass() {
            try {
                gate.pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
