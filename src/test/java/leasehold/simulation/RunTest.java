package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole scenarios on virtual time. */
class RunTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Span ENDLESS = new Span.Endless();

    private final FakeController controller = new FakeController();
    private final VirtualTime time = new VirtualTime();
    private final Simulator simulator = new Simulator(controller, _ -> {}, time, time);

    @AfterEach
    void leavesNoThreadBehind() throws InterruptedException {
        simulator.close();
        assertThat(simulator.awaitIdle(LONG)).isTrue();
    }

    @Test
    void closedLoopNeverHasMoreInFlightThanThereAreClients() throws InterruptedException {
        simulator.start(Scenario.of(8, mostly(3), mostly(1)));
        time.advance(seconds(120));
        assertThat(controller.mostHeld()).isEqualTo(8);
        assertThat(controller.asked()).isGreaterThan(8 * 20);
        assertThat(simulator.count()).isEqualTo(8);
        assertThat(simulator.missed()).isZero();
    }

    @Test
    void clientsOfAClosedLoopComeOneAfterAnother() throws InterruptedException {
        simulator.start(
                Scenario.of(5, ENDLESS, Span.NONE).withArrivals(new Arrivals.Loop(seconds(1))));
        time.advance(seconds(2));
        assertThat(simulator.count()).isEqualTo(3);
        time.advance(seconds(60));
        assertThat(simulator.count()).isEqualTo(5);
    }

    @Test
    void openArrivalsComeForOneLeaseEachWhateverBecomesOfTheOthers() throws InterruptedException {
        simulator.start(open(1_000, new Arrivals.Fixed(10), fixed(2)));
        time.advance(seconds(10).minusMillis(1));
        assertThat(controller.asked()).isEqualTo(100);
        assertThat(controller.mostHeld()).isBetween(20, 21);
        assertThat(simulator.missed()).isZero();
    }

    @Test
    void whoFindsAllClientsBusyGoesAgainAndIsCounted() throws InterruptedException {
        simulator.start(open(2, new Arrivals.Fixed(10), fixed(2)));
        time.advance(seconds(10).minusMillis(1));
        assertThat(controller.mostHeld()).isEqualTo(2);
        assertThat(controller.asked()).isBetween(8, 12);
        long missed = simulator.missed();
        assertThat(missed).isEqualTo(100 - controller.asked());
        simulator.stop();
        assertThat(simulator.missed()).isZero();
        assertThat(simulator.missedInAll()).isEqualTo(missed);
    }

    @Test
    void burstIsInFlightAtOnce() throws InterruptedException {
        simulator.start(open(1_000, new Arrivals.Burst(25, seconds(10)), fixed(3)));
        time.advance(seconds(2));
        assertThat(controller.held()).isEqualTo(25);
        time.advance(seconds(5));
        assertThat(controller.held()).isZero();
        time.advance(seconds(4));
        assertThat(controller.held()).isEqualTo(25);
    }

    @Test
    void scenarioStopsAfterSoManyLeases() throws InterruptedException {
        simulator.start(
                Scenario.of(3, mostly(1), mostly(1))
                        .withLimit(new Limit.Leases(10))
                        .withFaults(Faults.ofClients(0, 1)));
        time.advance(seconds(600));
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(controller.asked()).isEqualTo(10);
        assertThat(controller.held()).isZero();
        assertThat(simulator.running()).isEmpty();
        assertThat(simulator.faults()).isEqualTo(Faults.NONE);
    }

    @Test
    void openScenarioStopsAfterSoManyLeasesToo() throws InterruptedException {
        simulator.start(
                open(50, new Arrivals.Poisson(5), fixed(1)).withLimit(new Limit.Leases(10)));
        time.advance(seconds(600));
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(controller.asked()).isEqualTo(10);
        assertThat(simulator.running()).isEmpty();
    }

    @Test
    void scenarioStopsAfterSomeTimeWithWhatIsHeld() throws InterruptedException {
        simulator.start(Scenario.of(4, ENDLESS, Span.NONE).withLimit(new Limit.Time(seconds(30))));
        time.advance(seconds(29));
        assertThat(controller.held()).isEqualTo(4);
        time.advance(seconds(2));
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(controller.held()).isZero();
        assertThat(simulator.running()).isEmpty();
    }

    @Test
    void nobodyIsLeftOnlyWhenTheLoadIsOver() throws InterruptedException {
        List<Boolean> idle = new CopyOnWriteArrayList<>();
        AtomicReference<Simulator> started = new AtomicReference<>();
        Simulator told =
                new Simulator(
                        controller,
                        _ -> Optional.ofNullable(started.get()).ifPresent(of -> idle.add(idle(of))),
                        time,
                        time);
        told.start(Scenario.of(1, fixed(1), Span.NONE).withLimit(new Limit.Leases(1)));
        started.set(told);
        time.advance(seconds(2));
        assertThat(told.awaitIdle(LONG)).isTrue();
        assertThat(idle).as("as the faults end with the load").containsExactly(false);
        assertThat(told.running()).isEmpty();
    }

    @Test
    void faultsChangeWhileTheScenarioRuns() throws InterruptedException {
        simulator.start(Scenario.of(1, fixed(1), fixed(1)));
        time.advance(seconds(20));
        int once = controller.releases();
        assertThat(once).isEqualTo(controller.asked() - controller.held());
        simulator.adjust(Faults.ofClients(0, 1));
        time.advance(seconds(20));
        assertThat(controller.releases()).isEqualTo(3 * once);
    }

    @Test
    void clientHoldsBeforeItGoesWithoutRelease() throws InterruptedException {
        simulator.start(
                open(1_000, new Arrivals.Burst(5, Span.LONGEST), fixed(3))
                        .withFaults(new Faults(Map.of(), 1, 0)));
        time.advance(seconds(2));
        assertThat(simulator.count()).isEqualTo(5);
        time.advance(seconds(2));
        assertThat(simulator.count()).isZero();
        assertThat(controller.held()).isEqualTo(5);
    }

    private static Scenario open(int clients, Arrivals arrivals, Span hold) {
        return Scenario.of(clients, hold, Span.NONE).withArrivals(arrivals);
    }

    private static Span fixed(int seconds) {
        return new Span.Fixed(seconds(seconds));
    }

    private static Span mostly(int seconds) {
        return new Span.Exponential(seconds(seconds));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static boolean idle(Simulator simulator) {
        try {
            return simulator.awaitIdle(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
