package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One act at a time. */
class StepsTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeController controller = new FakeController();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Simulator simulator =
            new Simulator(controller, _ -> {}, Pace.REAL, this::newThread);

    @AfterEach
    void leavesNoThreadBehind() throws InterruptedException {
        simulator.close();
        assertThat(simulator.awaitIdle(LONG)).isTrue();
    }

    @Test
    void everyStepIsTheNextActOfOneClient() throws InterruptedException {
        Scenario scenario =
                Scenario.of(2, new Span.Fixed(Duration.ofHours(1)), Span.NONE)
                        .withArrivals(new Arrivals.Loop(Duration.ofMinutes(1)));
        step(scenario, 1);
        assertThat(simulator.stepping()).isTrue();
        assertThat(controller.holders()).containsExactly("billing-sync");
        step(scenario, 2);
        step(scenario, 1);
        assertThat(controller.holders()).containsExactly("report-nightly");
        step(scenario, 2);
        simulator.stop();
        controller.await(() -> controller.held() == 0);
        assertThat(simulator.stepping()).isFalse();
    }

    @Test
    void nobodyStepsAScenarioThatRunsByItself() throws InterruptedException {
        Scenario scenario =
                Scenario.of(2, new Span.Endless(), Span.NONE)
                        .withArrivals(new Arrivals.Loop(Duration.ofHours(1)));
        simulator.start(scenario);
        controller.await(() -> controller.held() == 1);
        simulator.step(scenario);
        assertThat(simulator.stepping()).isFalse();
        assertThat(simulator.count()).isOne();
    }

    @Test
    void stepsTakeAReplayFromActToAct() throws InterruptedException {
        Script.Builder script = new Script.Builder();
        long hour = Duration.ofHours(1).toNanos();
        script.add(0, "billing-sync", 3 * hour, Visit.Ending.RELEASES);
        script.add(2 * hour, "report-nightly", 3 * hour, Visit.Ending.RELEASES);
        Replay replay = new Replay(script.build(), 1, 1, Faults.NONE);
        step(replay, 1);
        assertThat(controller.holders()).containsExactly("billing-sync");
        step(replay, 2);
        step(replay, 1);
        assertThat(controller.holders()).containsExactly("report-nightly");
        step(replay, 0);
    }

    private void step(Load load, int held) throws InterruptedException {
        simulator.step(load);
        controller.await(() -> controller.held() == held);
        await().until(() -> threads.stream().allMatch(StepsTest::rests));
    }

    private Thread newThread(Runnable task) {
        Thread thread = Thread.ofVirtual().unstarted(task);
        threads.add(thread);
        return thread;
    }

    private static boolean rests(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TERMINATED;
    }
}
