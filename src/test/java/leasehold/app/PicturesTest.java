package leasehold.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import leasehold.simulation.Preset;
import leasehold.ui.fx.Theme.Mode;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Takes the pictures that are looked at beside the design, into {@code target/pictures}. */
@Tag("pictures")
class PicturesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    @Test
    void main() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1280, 800)) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            take(window, "closed");
            window.press("acquire-lease");
            window.awaitCard("Opening");
            take(window, "opening");
            window.awaitCard("Open for");
            OpenWindow.run(() -> simulator.change(26));
            window.awaitThat(() -> window.target().leases().living().get() == 27);
            rest(6);
            OpenWindow.run(() -> window.<Object>table("lease-table").getSelectionModel().select(2));
            OpenWindow.run(() -> simulator.change(-2));
            rest(1);
            both(window, "leases");
            OpenWindow.run(() -> window.theme().mode().set(Mode.LIGHT));
            OpenWindow.run(
                    () ->
                            window.<Object>table("lease-table")
                                    .getSelectionModel()
                                    .selectRange(3, 10));
            window.press("revoke-leases");
            both(window, "revoke");
            window.robot().type(javafx.scene.input.KeyCode.ESCAPE);
            window.press("card-action");
            both(window, "close");
            window.robot().type(javafx.scene.input.KeyCode.ESCAPE);
            OpenWindow.run(simulator::releaseAll);
            OpenWindow.run(window.target()::release);
            window.awaitCard("Lingering");
            rest(1);
            take(window, "lingering");
            window.awaitCard("Last: session");
            take(window, "closed-again");
            bring(window, Topic.SESSIONS, "session-table");
            both(window, "sessions");
            window.robot().clickOn("#target-menu").clickOn("#connect");
            rest(1);
            both(window, "connect");
        }
    }

    @Test
    void failing() throws TimeoutException {
        try (OpenWindow window =
                new OpenWindow(
                        1280, 800, Map.of("failsUnreachable", "0.9", "openTakes", "100ms"))) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(5));
            window.awaitCard("last opening failed");
            take(window, "open-failed");
            OpenWindow.run(() -> simulator.change(5));
            rest(2);
            bring(window, Topic.FAILURES, "failure-table");
            rest(1);
            both(window, "failures");
            bring(window, Topic.SESSIONS, "session-table");
            both(window, "sessions-failed");
        }
    }

    @Test
    void losing() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1280, 800)) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.preset().set(Preset.SERVER_DROPS));
            window.press("start-scenario");
            window.awaitCard("Lost at");
            take(window, "lost");
        }
    }

    @Test
    void draining() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1280, 800, Map.of("closeTakes", "4s"))) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(3));
            window.awaitThat(() -> window.target().leases().living().get() == 3);
            window.press("card-action");
            window.robot().clickOn("#close-reason").write("maintenance at noon");
            window.press("close-now");
            window.awaitCard("Draining");
            both(window, "draining");
            OpenWindow.run(simulator::releaseAll);
            window.awaitCard("Closing");
            both(window, "closing");
        }
    }

    @Test
    void astray() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1280, 800, Map.of("closeFails", "1"))) {
            window.press("acquire-lease");
            window.awaitCard("Open for");
            OpenWindow.run(window.target()::release);
            window.awaitThat(() -> window.scene().lookup("#strays").isVisible());
            rest(1);
            both(window, "stray");
        }
    }

    @Test
    void small() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(12));
            window.awaitThat(() -> window.target().leases().living().get() == 12);
            OpenWindow.run(() -> window.<Object>table("lease-table").getSelectionModel().select(2));
            rest(2);
            both(window, "small");
        }
    }

    @Test
    void scenario() throws TimeoutException {
        scenario(new OpenWindow(1280, 800), "scenario");
    }

    @Test
    void scenarioSmall() throws TimeoutException {
        scenario(new OpenWindow(960, 600), "scenario-small");
    }

    private static void scenario(OpenWindow opened, String name) throws TimeoutException {
        try (OpenWindow window = opened) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            window.press("simulator-settings");
            both(window, name);
            OpenWindow.run(
                    () -> {
                        simulator.write("arrivals", "ramp");
                        simulator.write("hold", "log-normal");
                        simulator.write("stop", "time");
                    });
            window.press("start-scenario");
            OpenWindow.run(
                    () -> {
                        simulator.write("openJitter", "40ms");
                        simulator.write("loss", "0.05");
                        simulator.write("releasesTwice", "0.1");
                        simulator.write("seed", "-3");
                    });
            rest(3);
            both(window, name + "-changed");
            OpenWindow.run(
                    () -> {
                        simulator.write("seed", "3");
                        ScrollPane page =
                                (ScrollPane) window.scene().lookup("#scenario-page .scroll-pane");
                        page.setVvalue(1);
                    });
            both(window, name + "-faults");
        }
    }

    private static void bring(OpenWindow window, Topic topic, String table) {
        OpenWindow.run(() -> window.target().details().topic().set(topic));
        OpenWindow.run(
                () -> {
                    TableView<?> rows = window.table(table);
                    rows.requestFocus();
                    rows.getSelectionModel().select(0);
                });
    }

    private static void both(OpenWindow window, String name) {
        OpenWindow.run(() -> window.theme().mode().set(Mode.LIGHT));
        take(window, name + "-light");
        OpenWindow.run(() -> window.theme().mode().set(Mode.DARK));
        take(window, name + "-dark");
        OpenWindow.run(() -> window.theme().mode().set(Mode.LIGHT));
    }

    private static void take(OpenWindow window, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        Png.write(
                OpenWindow.fx(() -> window.scene().snapshot(null)), FOLDER.resolve(name + ".png"));
    }

    private static void rest(int seconds) {
        WaitForAsyncUtils.sleep(seconds, TimeUnit.SECONDS);
    }
}
