package leasehold.app;

import static leasehold.app.Pictures.both;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.HistoryStore;
import leasehold.session.ServerSessionController;
import leasehold.simulation.Arrivals;
import leasehold.simulation.Limit;
import leasehold.simulation.Scenario;
import leasehold.simulation.Simulator;
import leasehold.simulation.Span;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulator's page while a recording is replayed. */
@Tag("pictures")
class ReplayPicturesTest {

    @TempDir Path folder;
    private Path recording;

    @BeforeEach
    void record() throws Exception {
        recording = folder.resolve("monday-morning.sqlite");
        try (HistoryStore store = HistoryStore.open(recording);
                ServerSessionController controller =
                        ServerSessionController.over(
                                        SessionBackendProvider.named("simulated")
                                                .create(Map.of("openTakes", "0ms")))
                                .name("orders")
                                .build();
                Simulator simulator = new Simulator(controller, _ -> {})) {
            store.record(controller);
            simulator.start(
                    Scenario.of(6, span(700), span(200))
                            .withArrivals(new Arrivals.Loop(Duration.ofMillis(100)))
                            .withLimit(new Limit.Leases(40)));
            assertThat(simulator.awaitIdle(Duration.ofSeconds(60))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void replay(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            SimulatorModel model = window.target().simulator().orElseThrow();
            window.press("simulator-settings");
            both(window, frame.of("replay-none"));
            OpenWindow.run(() -> model.replay().open(recording, why -> {}));
            window.awaitThat(() -> model.replay().chosen().get().isPresent());
            OpenWindow.run(() -> model.write("leaks", "0.1"));
            both(window, frame.of("replay-chosen"));
            window.press("start-scenario");
            window.awaitThat(() -> model.now().get().visits().begun() > 12);
            both(window, frame.of("replay-running"));
        }
    }

    private static Span span(long millis) {
        return new Span.Exponential(Duration.ofMillis(millis));
    }
}
