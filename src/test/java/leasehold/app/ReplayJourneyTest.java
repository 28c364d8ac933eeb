package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.HistoryStore;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.SimulatorModel.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording replayed in the whole window at its smallest. */
class ReplayJourneyTest {

    @TempDir Path folder;
    private Path recording;

    @BeforeEach
    void record() throws Exception {
        recording = folder.resolve("morning.sqlite");
        try (HistoryStore store = HistoryStore.open(recording);
                ServerSessionController controller =
                        ServerSessionController.over(
                                        SessionBackendProvider.named("simulated")
                                                .create(Map.of("openTakes", "0ms")))
                                .name("orders")
                                .build()) {
            store.record(controller);
            SessionLease first = controller.openSession(LeaseRequest.of("night-shift"));
            controller.openSession(LeaseRequest.of("early-bird")).close();
            first.close();
        }
    }

    @Test
    void recordingTakesThePlaceOfTheClientsAndStartReplaysIt() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            window.press("simulator-settings");
            choose(window, recording);
            assertThat(window.text("scenario-title")).isEqualTo("morning.sqlite");
            assertThat(window.text("replay-source")).isEqualTo("Clients come from morning.sqlite");
            assertThat(window.text("replay-told"))
                    .startsWith("2 visits of 2 clients in run 1 of orders: ");
            assertThat(visible(window, "scenario-arrivals")).isFalse();
            assertThat(visible(window, "scenario-seed")).isTrue();
            assertThat(visible(window, "scenario-failsUnreachable")).isTrue();
            OpenWindow.run(() -> model(window).write("openTakes", "0s"));
            speed(window, 50);
            assertThat(OpenWindow.fx(model(window)::command).orElseThrow())
                    .startsWith("leasehold simulate --recording=")
                    .endsWith(
                            "morning.sqlite --controller=orders --run=1 --speed=50 --openTakes=0s");
            window.press("start-scenario");
            window.awaitCard("Lingering");
            window.awaitThat(() -> model(window).now().get().mode() == Mode.IDLE);
        }
    }

    @Test
    void clearHasTheScenarioAsItWasWritten() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            window.press("simulator-settings");
            OpenWindow.run(() -> model(window).write("clients", "3"));
            choose(window, recording);
            window.press("replay-clear");
            assertThat(window.text("scenario-title")).isEqualTo("Ten clients, calm");
            assertThat(visible(window, "replay-source")).isFalse();
            assertThat(visible(window, "scenario-arrivals")).isTrue();
            assertThat(OpenWindow.fx(() -> model(window).draft().get()).values())
                    .containsEntry("clients", "3");
        }
    }

    @Test
    void fileThatIsNoRecordingIsRefusedInASentence() throws Exception {
        Path foreign = Files.writeString(folder.resolve("notes.sqlite"), "buy milk");
        try (OpenWindow window = new OpenWindow(960, 600)) {
            window.press("simulator-settings");
            OpenWindow.run(() -> model(window).replay().open(foreign, why -> told = why));
            window.awaitThat(() -> !told.isEmpty());
            assertThat(told).contains("notes.sqlite is no record of Leasehold");
            assertThat(visible(window, "replay-source")).isFalse();
        }
    }

    private volatile String told = "";

    private static void choose(OpenWindow window, Path file) {
        OpenWindow.run(() -> model(window).replay().open(file, why -> {}));
        window.awaitThat(() -> model(window).replay().chosen().get().isPresent());
    }

    private static void speed(OpenWindow window, int times) {
        ComboBox<Integer> speeds = window.robot().lookup("#replay-speed").queryComboBox();
        OpenWindow.run(() -> speeds.setValue(times));
    }

    private static SimulatorModel model(OpenWindow window) {
        return window.target().simulator().orElseThrow();
    }

    private static boolean visible(OpenWindow window, String id) {
        Node node = window.robot().lookup("#" + id).query();
        return OpenWindow.fx(
                () -> {
                    Node at = node;
                    while (at != null && at.isVisible()) {
                        at = at.getParent();
                    }
                    return at == null;
                });
    }
}
