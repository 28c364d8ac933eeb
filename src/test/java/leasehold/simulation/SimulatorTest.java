package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import leasehold.simulation.Scenario.Habits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Simulated clients against a double of the controller. */
class SimulatorTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Span ENDLESS = new Span.Endless();

    private final FakeController controller = new FakeController();
    private final List<Map<String, String>> faults = new ArrayList<>();
    private Simulator simulator = new Simulator(controller, faults::add);

    @AfterEach
    void leavesNoThreadBehind() throws InterruptedException {
        simulator.close();
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(simulator.count()).isZero();
    }

    @Test
    void addedClientsHoldOneLeaseEachUnderNamesOfTheirOwn() throws InterruptedException {
        simulator.add(14);
        controller.await(() -> controller.held() == 14);

        assertThat(simulator.count()).isEqualTo(14);
        assertThat(controller.holders())
                .doesNotHaveDuplicates()
                .contains("billing-sync", "billing-sync-2");
        assertThat(controller.purposes()).isEqualTo(Set.of(Simulator.PURPOSE));
    }

    @Test
    void newestLeaveFirstAndTheirNamesAreGivenAgain() throws InterruptedException {
        simulator.add(3);
        controller.await(() -> controller.held() == 3);
        simulator.remove(2);
        controller.await(() -> controller.held() == 1);
        assertThat(controller.holders()).containsExactly("billing-sync");
        assertThat(simulator.count()).isEqualTo(1);
    }

    @Test
    void removingMoreThanThereAreLeavesNone() throws InterruptedException {
        simulator.add(2);
        controller.await(() -> controller.held() == 2);
        simulator.remove(10);
        controller.await(() -> controller.held() == 0);
        assertThat(simulator.count()).isZero();
        assertThat(controller.releases()).isEqualTo(2);
    }

    @Test
    void arrivalsBeyondAllTimeAreCapped() throws InterruptedException {
        simulator.start(
                Scenario.of(20, ENDLESS, Span.NONE).withArrivals(new Span.Fixed(Span.LONGEST)));
        controller.await(() -> controller.held() == 1);
        assertThat(simulator.count()).isEqualTo(20);
        simulator.releaseAll();
        assertThat(simulator.awaitIdle(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void releaseAllReleasesEveryLeaseAndStopsTheScenario() throws InterruptedException {
        simulator.add(5);
        simulator.start(Scenario.of(5, ENDLESS, Span.NONE).withArrivals(Span.NONE));
        controller.await(() -> controller.held() == 10);

        simulator.releaseAll();

        controller.await(() -> controller.held() == 0);
        assertThat(simulator.count()).isZero();
        assertThat(simulator.running()).isEmpty();
    }

    @Test
    void stopEndsTheScenarioWithItsFaultsAndLeavesAddedClients() throws InterruptedException {
        simulator.add(2);
        Scenario scenario =
                Scenario.of(4, ENDLESS, Span.NONE)
                        .withArrivals(Span.NONE)
                        .withFaults(Map.of("loss", "1"));
        simulator.start(scenario);
        controller.await(() -> controller.held() == 6);
        assertThat(simulator.running()).contains(scenario);

        simulator.stop();
        simulator.stop();

        controller.await(() -> controller.held() == 2);
        assertThat(simulator.count()).isEqualTo(2);
        assertThat(faults).containsExactly(Map.of("loss", "1"), Map.of());
    }

    @Test
    void startTakesThePlaceOfTheScenarioThatRuns() throws InterruptedException {
        Scenario first = Scenario.of(3, ENDLESS, Span.NONE).withArrivals(Span.NONE);
        simulator.start(first);
        controller.await(() -> controller.held() == 3);
        simulator.start(first.withClients(1));
        controller.await(() -> controller.held() == 1);
        assertThat(simulator.count()).isEqualTo(1);
    }

    @Test
    void clientWhoseLeaseEndsOtherwiseIsGone() throws InterruptedException {
        simulator.add(3);
        controller.await(() -> controller.held() == 3);

        controller.loseAll();

        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(simulator.count()).isZero();
    }

    @Test
    void clientThatIsRefusedIsGoneUnlessItsScenarioGoesOn() throws InterruptedException {
        controller.refuse();
        simulator.add(1);
        assertThat(simulator.awaitIdle(LONG)).isTrue();

        simulator.start(Scenario.of(1, ENDLESS, Span.NONE).withArrivals(Span.NONE));
        controller.await(() -> controller.asked.size() >= 3);
        assertThat(simulator.count()).isEqualTo(1);
    }

    @Test
    void leakyClientNeverReleases() throws InterruptedException {
        simulator.start(rounds(1, 5).withHabits(new Habits(1, 0)));
        assertThat(simulator.awaitIdle(LONG)).isTrue();

        assertThat(controller.held()).isEqualTo(5);
        assertThat(controller.releases()).isZero();
    }

    @Test
    void clumsyClientReleasesTwice() throws InterruptedException {
        simulator.start(rounds(1, 5).withHabits(new Habits(0, 1)));
        assertThat(simulator.awaitIdle(LONG)).isTrue();

        assertThat(controller.held()).isZero();
        assertThat(controller.releases()).isEqualTo(10);
    }

    @Test
    void sameSeedGivesTheSameTimesAndAnotherSeedGivesOthers() throws InterruptedException {
        List<Duration> first = times(7);

        assertThat(times(7)).isEqualTo(first);
        assertThat(times(8)).isNotEqualTo(first);
    }

    @Test
    void clientDismissedBeforeItArrivesNeverAsks() throws InterruptedException {
        simulator.start(
                Scenario.of(2, ENDLESS, Span.NONE)
                        .withArrivals(new Span.Fixed(Duration.ofHours(1))));
        controller.await(() -> controller.held() == 1);
        assertThat(simulator.count()).isEqualTo(2);

        simulator.remove(1);
        simulator.remove(1);

        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(controller.asked).hasSize(1);
    }

    /**
     * Returns the times for which one client rests and holds, in order, without waiting for any of
     * them.
     */
    private List<Duration> times(long seed) throws InterruptedException {
        ConcurrentLinkedQueue<Duration> times = new ConcurrentLinkedQueue<>();
        Span mostly = new Span.Exponential(Duration.ofSeconds(3));
        Simulator one = new Simulator(controller, faults::add, (_, time) -> times.add(time));
        one.start(new Scenario(1, Span.NONE, mostly, mostly, Habits.GOOD, 10, seed, Map.of()));
        assertThat(one.awaitIdle(LONG)).isTrue();
        return List.copyOf(times);
    }

    private static Scenario rounds(int clients, int rounds) {
        return Scenario.of(clients, Span.NONE, Span.NONE)
                .withArrivals(Span.NONE)
                .withRounds(rounds);
    }
}
