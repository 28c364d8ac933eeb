package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeController controller = new FakeController();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void clientsThatCannotStartAreNotWaitedFor() throws InterruptedException {
        Crew crew = new Crew(controller, this::oneThreadOnly, _ -> {});
        Run run = new Run(Scenario.ONE_LEASE, Pace.REAL, () -> Faults.NONE);
        assertThatThrownBy(() -> crew.add(run, 3)).isInstanceOf(OutOfMemoryError.class);
        assertThat(crew.size()).isOne();
        crew.dismiss(3);
        assertThat(crew.awaitEmpty(LONG)).isTrue();
    }

    private Thread oneThreadOnly(Runnable task) {
        return made.incrementAndGet() > 1 ? new Unstartable() : Thread.ofVirtual().unstarted(task);
    }

    private static final class Unstartable extends Thread {
        @Override
        public void start() {
            throw new OutOfMemoryError("unable to create native thread");
        }
    }
}
