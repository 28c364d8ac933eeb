package leasehold.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import leasehold.simulation.Preset;
import leasehold.ui.fx.Theme.Mode;
import leasehold.ui.model.Connector;
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
        // The opening takes long enough to be seen on a slow machine.
        try (OpenWindow window = new OpenWindow(1280, 800, Map.of("openTakes", "2s"))) {
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
            window.robot().type(KeyCode.ESCAPE);
            window.press("card-action");
            both(window, "close");
            window.robot().type(KeyCode.ESCAPE);
            OpenWindow.run(simulator::releaseAll);
            OpenWindow.run(window.target()::release);
            window.awaitCard("Lingering");
            rest(1);
            take(window, "lingering");
            window.awaitCard("Last: session");
            take(window, "closed-again");
            bring(window, Topic.SESSIONS, "session-table");
            both(window, "sessions");
            window.click("#target-menu");
            window.click("#connect");
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
            OpenWindow.run(window.target().failures()::toggleMute);
            Hyperlink fold = window.robot().lookup("#fold").query();
            OpenWindow.run(fold::fire);
            rest(1);
            both(window, "failures-muted");
            bring(window, Topic.SESSIONS, "session-table");
            both(window, "sessions-failed");
            OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
            OpenWindow.run(() -> window.target().events().failuresOnly().set(true));
            bring(window, Topic.EVENTS, "event-table");
            both(window, "events-failed");
        }
    }

    @Test
    void events() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1280, 800)) {
            OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
            both(window, "events-none");
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            window.press("acquire-lease");
            window.awaitCard("held by 1 lease");
            OpenWindow.run(() -> simulator.change(12));
            window.awaitThat(() -> window.target().leases().living().get() == 13);
            OpenWindow.run(() -> window.target().target().acts().revoke(List.of(5L), "stuck"));
            OpenWindow.run(simulator::releaseAll);
            OpenWindow.run(window.target()::release);
            window.awaitCard("Last: session");
            EventsTest.miss(window, 250);
            rest(1);
            OpenWindow.run(
                    () -> window.<Object>table("event-table").getSelectionModel().select(20));
            OpenWindow.run(() -> window.table("event-table").requestFocus());
            both(window, "events");
            OpenWindow.run(() -> window.target().events().filter().set("lease:1"));
            take(window, "events-of-lease");
            OpenWindow.run(() -> window.target().details().open().set(false));
            OpenWindow.run(() -> window.target().events().clearFilter());
            rest(1);
            take(window, "events-wide");
        }
    }

    @Test
    void noEventMatches() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            OpenWindow.run(() -> window.target().simulator().orElseThrow().change(1));
            window.awaitCard("held by 1 lease");
            OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
            take(window, "events-small");
            OpenWindow.run(() -> window.target().events().filter().set("client:nobody"));
            both(window, "events-filtered");
        }
    }

    @Test
    void living() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1280, 800)) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(30));
            window.awaitThat(() -> window.target().leases().living().get() == 30);
            OpenWindow.run(() -> simulator.change(214));
            window.awaitThat(() -> window.target().leases().living().get() == 244);
            rest(1);
            both(window, "new-below");
            OpenWindow.run(() -> window.<Object>table("lease-table").scrollTo(100));
            OpenWindow.run(
                    () -> {
                        TableView<?> rows = window.table("lease-table");
                        rows.getSortOrder().getFirst().setSortType(SortType.ASCENDING);
                        rows.sort();
                    });
            OpenWindow.run(() -> simulator.change(7));
            window.awaitThat(() -> window.target().leases().living().get() == 251);
            rest(1);
            both(window, "new-above");
            OpenWindow.run(() -> window.target().pause().on().set(true));
            OpenWindow.run(() -> simulator.change(-20));
            rest(2);
            both(window, "paused");
            window.press("resume");
            OpenWindow.run(() -> window.<Object>table("lease-table").getSelectionModel().select(3));
            OpenWindow.run(simulator::releaseAll);
            rest(1);
            both(window, "ghosts");
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
            window.click("#close-reason-field").write("maintenance at noon");
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
            window.press("strays");
            rest(1);
            both(window, "stray-row");
        }
    }

    @Test
    void smallTables() throws TimeoutException {
        try (OpenWindow window =
                new OpenWindow(960, 600, Map.of("failsUnreachable", "0.9", "openTakes", "100ms"))) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(5));
            window.awaitCard("last opening failed");
            bring(window, Topic.FAILURES, "failure-table");
            rest(1);
            both(window, "small-failures");
            bring(window, Topic.SESSIONS, "session-table");
            both(window, "small-sessions");
            OpenWindow.run(() -> window.target().details().open().set(false));
            both(window, "small-sessions-alone");
            OpenWindow.run(() -> window.target().leases().filter().set("held>10m"));
            OpenWindow.run(() -> window.target().details().topic().set(Topic.LEASES));
            both(window, "small-filtered");
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
    void frame() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1280, 800)) {
            OpenWindow.fx(() -> window.connect("Orders", Map.of("failsUnreachable", "1")));
            OpenWindow.run(() -> window.targets().current().get().acquire());
            OpenWindow.fx(() -> window.connect("Billing, Frankfurt", Map.of()));
            OpenWindow.run(
                    () -> window.targets().current().get().simulator().orElseThrow().change(42));
            OpenWindow.run(() -> window.targets().current().set(window.target()));
            window.press("acquire-lease");
            window.awaitCard("Open for");
            rest(3);
            window.press("target-menu");
            rest(1);
            both(window, "frame-targets");
            window.robot().type(KeyCode.ESCAPE);
            window.press("acquire-as");
            window.click("#acquire-expiry").write("soon");
            both(window, "frame-acquire");
            window.robot().type(KeyCode.ESCAPE);
            window.robot().type(KeyCode.F1);
            both(window, "frame-keys");
            window.robot().type(KeyCode.ESCAPE);
            OpenWindow.run(() -> window.table("lease-table").requestFocus());
            OpenWindow.run(() -> window.table("lease-table").getSelectionModel().select(0));
            window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            rest(1);
            both(window, "frame-copy");
            window.robot().type(KeyCode.ESCAPE);
            connecting(window);
        }
    }

    @Test
    void narrow() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(1000, 720)) {
            OpenWindow.fx(() -> window.connect("Orders", Map.of("failsUnreachable", "1")));
            OpenWindow.run(() -> window.targets().current().get().acquire());
            OpenWindow.run(() -> window.targets().current().set(window.target()));
            rest(3);
            window.hover("#release-lease");
            rest(2);
            both(window, "frame-narrow");
            window.press("acquire-lease");
            window.awaitCard("Open for");
            window.click("#target-menu");
            window.click("#disconnect");
            both(window, "frame-disconnect");
        }
    }

    private static void connecting(OpenWindow window) {
        window.click("#target-menu");
        window.click("#connect");
        ComboBox<Connector.Kind> kinds = window.robot().lookup("#connect-kind").queryComboBox();
        OpenWindow.run(() -> kinds.getSelectionModel().selectLast());
        window.click("#connect-name").write("Orders");
        window.click("#connect-production");
        window.click("#connect-read-only");
        window.press("connect-try");
        window.awaitThat(() -> window.text("connect-result").startsWith("It works"));
        both(window, "frame-connect-works");
        OpenWindow.run(() -> kinds.getSelectionModel().selectFirst());
        window.click("#setting-url").write("jdbc:postgresql://localhost:1/orders");
        window.press("connect-try");
        window.awaitThat(() -> window.text("connect-result").length() > 10);
        both(window, "frame-connect-fails");
    }

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
        Png.write(OpenWindow.fx(() -> Popups.over(window.scene())), FOLDER.resolve(name + ".png"));
    }

    private static void rest(int seconds) {
        WaitForAsyncUtils.sleep(seconds, TimeUnit.SECONDS);
    }
}
