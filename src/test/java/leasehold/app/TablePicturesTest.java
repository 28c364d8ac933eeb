package leasehold.app;

import static leasehold.app.Pictures.both;
import static leasehold.app.Pictures.bring;
import static leasehold.app.Pictures.rest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the tables: new rows, ghosts, pauses, filters; and the simulator's page. */
@Tag("pictures")
class TablePicturesTest {

    @Test
    void failures() throws TimeoutException {
        try (OpenWindow window =
                Frame.USUAL.open(Map.of("failsUnreachable", "0.9", "openTakes", "100ms"))) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(5));
            window.awaitCard("last opening failed");
            OpenWindow.run(() -> simulator.change(5));
            rest(2);
            bring(window, Topic.FAILURES, "failure-table", 0);
            rest(1);
            OpenWindow.run(window.target().failures()::toggleMute);
            Hyperlink fold = window.robot().lookup("#fold").query();
            OpenWindow.run(fold::fire);
            rest(1);
            both(window, "failures-muted");
            OpenWindow.run(() -> window.target().events().failuresOnly().set(true));
            bring(window, Topic.EVENTS, "event-table", 0);
            both(window, "events-failed");
        }
    }

    @Test
    void events() throws TimeoutException {
        try (OpenWindow window = Frame.USUAL.open(Map.of())) {
            OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            window.press("acquire-lease");
            window.awaitCard("held by 1 lease");
            OpenWindow.run(() -> simulator.change(12));
            window.awaitThat(() -> window.target().leases().living().get() == 13);
            OpenWindow.run(() -> window.target().target().acts().revoke(List.of(5L), "stuck"));
            OpenWindow.run(simulator::releaseAll);
            OpenWindow.run(window.target().acts()::release);
            window.awaitCard("Last: session");
            EventsTest.miss(window, 250);
            rest(1);
            bring(window, Topic.EVENTS, "event-table", 20);
            both(window, "events-missed");
            OpenWindow.run(() -> window.target().events().filter().set("lease:1"));
            both(window, "events-of-lease");
            OpenWindow.run(() -> window.target().details().open().set(false));
            OpenWindow.run(() -> window.target().events().clearFilter());
            rest(1);
            both(window, "events-wide");
        }
    }

    @Test
    void living() throws TimeoutException {
        try (OpenWindow window = Frame.USUAL.open(Map.of())) {
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

    @ParameterizedTest
    @EnumSource
    void scenario(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            window.press("simulator-settings");
            both(window, frame.of("scenario"));
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
            both(window, frame.of("scenario-changed"));
            OpenWindow.run(
                    () -> {
                        simulator.write("seed", "3");
                        ScrollPane page =
                                (ScrollPane) window.scene().lookup("#scenario-page .scroll-pane");
                        page.setVvalue(1);
                    });
            both(window, frame.of("scenario-faults"));
        }
    }
}
