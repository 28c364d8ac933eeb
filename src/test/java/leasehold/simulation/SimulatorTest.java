package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Simulated clients against a double of the controller. */
class SimulatorTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Span ENDLESS = new Span.Endless();

    private final FakeController controller = new FakeController();
    private final List<Map<String, String>> server = new ArrayList<>();
    private final Simulator simulator = new Simulator(controller, server::add);

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
    void releaseAllReleasesEveryLeaseAndStopsTheScenario() throws InterruptedException {
        simulator.add(5);
        simulator.start(Scenario.of(5, ENDLESS, Span.NONE).withArrivals(Arrivals.Loop.AT_ONCE));
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
                        .withArrivals(Arrivals.Loop.AT_ONCE)
                        .withFaults(Faults.ofServer(Map.of("loss", "1")));
        simulator.start(scenario);
        controller.await(() -> controller.held() == 6);
        assertThat(simulator.running()).contains(scenario);

        simulator.stop();
        simulator.stop();

        controller.await(() -> controller.held() == 2);
        assertThat(simulator.count()).isEqualTo(2);
        assertThat(server).containsExactly(Map.of("loss", "1"), Map.of());
        assertThat(simulator.faults()).isEqualTo(Faults.NONE);
    }

    @Test
    void startTakesThePlaceOfTheScenarioThatRuns() throws InterruptedException {
        Scenario first = Scenario.of(3, ENDLESS, Span.NONE).withArrivals(Arrivals.Loop.AT_ONCE);
        simulator.start(first);
        controller.await(() -> controller.held() == 3);
        simulator.start(first.withClients(1));
        controller.await(() -> controller.asked() == 4 && controller.held() == 1);
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

        simulator.start(Scenario.of(1, ENDLESS, Span.NONE).withArrivals(Arrivals.Loop.AT_ONCE));
        controller.await(() -> controller.asked.size() >= 3);
        assertThat(simulator.count()).isEqualTo(1);
    }

    @Test
    void leakyClientNeverReleases() throws InterruptedException {
        simulator.start(rounds(5).withFaults(Faults.ofClients(1, 0)));
        assertThat(simulator.awaitIdle(LONG)).isTrue();

        assertThat(controller.held()).isEqualTo(5);
        assertThat(controller.releases()).isZero();
    }

    @Test
    void clumsyClientReleasesTwice() throws InterruptedException {
        simulator.start(rounds(5).withFaults(Faults.ofClients(0, 1)));
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
    void clientThatHasYetToComeNeverAsksOnceTheScenarioIsStopped() throws InterruptedException {
        simulator.start(
                Scenario.of(2, ENDLESS, Span.NONE)
                        .withArrivals(new Arrivals.Loop(Duration.ofHours(1))));
        controller.await(() -> controller.held() == 1);
        assertThat(simulator.count()).isOne();

        simulator.stop();

        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(controller.asked()).isOne();
    }

    @Test
    void refusedFaultsChangeNothing() {
        Simulator strict = new Simulator(controller, SimulatorTest::refuse);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strict.adjust(Faults.ofServer(Map.of("speed", "9"))))
                .withMessage("speed");
        assertThat(strict.faults()).isEqualTo(Faults.NONE);
    }

    /** Returns the times for which one client rests and holds, in order. */
    private List<Duration> times(long seed) throws InterruptedException {
        VirtualTime time = new VirtualTime();
        Span mostly = new Span.Exponential(Duration.ofSeconds(3));
        Simulator one = new Simulator(controller, server::add, time, time);
        one.start(Scenario.of(1, mostly, mostly).withLimit(new Limit.Leases(10)).withSeed(seed));
        time.advance(Duration.ofHours(1));
        assertThat(one.awaitIdle(LONG)).isTrue();
        assertThat(time.waits()).hasSizeGreaterThan(20);
        return time.waits();
    }

    private static void refuse(Map<String, String> settings) {
        throw new IllegalArgumentException(String.join(", ", settings.keySet()));
    }

    private static Scenario rounds(int rounds) {
        return Scenario.of(1, Span.NONE, Span.NONE)
                .withArrivals(Arrivals.Loop.AT_ONCE)
                .withLimit(new Limit.Leases(rounds));
    }
}
