package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import leasehold.backend.SessionBackend;
import leasehold.backend.simulated.SimulatedBackendProvider;
import leasehold.monitor.Target;
import leasehold.session.ServerSessionController;
import leasehold.simulation.Simulator;
import leasehold.ui.model.ReplayModel;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.Test;

/** The command that the window copies gives the same counts as the window, by the same seed. */
class WindowCountsTest {

    private static final Map<String, String> SCENARIO =
            Map.of(
                    "clients", "1",
                    "holdTime", "0s",
                    "thinkTime", "0s",
                    "stop", "leases",
                    "stopLeases", "40",
                    "openTakes", "0s",
                    "failsProtocol", "0.6",
                    "seed", "7");

    @Test
    void sameSeedGivesTheSameCountsInTheWindowAndInItsCommand() throws Exception {
        SessionBackend backend = new SimulatedBackendProvider().create(Map.of("seed", "3"));
        Count count = new Count();
        try (ServerSessionController controller =
                        ServerSessionController.over(backend)
                                .name("demo")
                                .policy(Target.policy().build())
                                .build();
                Simulator simulator =
                        new Simulator(controller, SimulatedBackendProvider.faultsOf(backend))) {
            controller.subscribe(count);
            SimulatorModel window =
                    new SimulatorModel(
                            simulator, true, new ReplayModel(Runnable::run, Runnable::run));
            SCENARIO.forEach(window::write);
            String[] command = words(window.command().orElseThrow());
            window.toggle();
            assertThat(simulator.running()).isPresent();
            await().until(() -> simulator.awaitIdle(Duration.ofMillis(50)));
            controller.shutdown(Duration.ZERO).toCompletableFuture().join();
            Said said = Said.by(command);
            assertThat(said.code()).as(said.err()).isZero();
            await().untilAsserted(() -> assertSame(said, count.counts()));
            assertThat(said.count(Quantity.FAILED_OPENS)).isPositive();
            assertThat(said.count(Quantity.GRANTED)).isPositive();
        }
    }

    private static String[] words(String copied) {
        Stream<String> words = Arrays.stream(copied.split(" ")).skip(1);
        return Stream.concat(words, Stream.of("--set=seed=3", "--json")).toArray(String[]::new);
    }

    /** The listener of the window may hear the last events a little later. */
    private static void assertSame(Said said, Map<Quantity, Long> window) {
        Stream.of(
                        Quantity.OPENS,
                        Quantity.FAILED_OPENS,
                        Quantity.FAILED_ATTEMPTS,
                        Quantity.GRANTED,
                        Quantity.REFUSED)
                .forEach(
                        quantity ->
                                assertThat(said.count(quantity))
                                        .as(quantity.word())
                                        .isEqualTo(window.get(quantity)));
    }
}
