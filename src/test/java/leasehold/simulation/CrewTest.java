package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeController controller = new FakeController();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void clientsThatCannotStartAreNotWaitedFor() throws InterruptedException {
        Crew crew = new Crew(controller, Pace.real(), this::oneThreadOnly);
        assertThatThrownBy(() -> crew.hire(Scenario.ONE_LEASE.withClients(3)))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(crew.size()).isOne();
        crew.dismiss(3);
        assertThat(crew.awaitEmpty(LONG)).isTrue();
    }

    @Test
    void lastArrivalIsNoLaterThanTheLongestSpan() throws InterruptedException {
        List<Duration> times = new CopyOnWriteArrayList<>();
        Crew crew = new Crew(controller, (_, time) -> times.add(time));
        crew.hire(Scenario.ONE_LEASE.withClients(40).withArrivals(new Span.Fixed(Span.LONGEST)));
        assertThat(crew.awaitEmpty(LONG)).isTrue();
        assertThat(times)
                .contains(Span.LONGEST)
                .allSatisfy(time -> assertThat(time).isLessThanOrEqualTo(Span.LONGEST));
    }

    private Thread oneThreadOnly(Runnable task) {
        if (made.incrementAndGet() > 1) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        return Thread.ofVirtual().unstarted(task);
    }
}
