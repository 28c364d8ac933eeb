package leasehold.app;

import static leasehold.app.Pictures.both;
import static leasehold.app.Pictures.bring;
import static leasehold.app.Pictures.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The window at every size, after a busy while: every tab, with something in it. */
@Tag("pictures")
class PicturesTest {

    private static final Map<String, String> SHAKY =
            Map.of(
                    "failsUnreachable", "0.3",
                    "failsTimeout", "0.2",
                    "openTakes", "120ms",
                    "seed", "7");
    private static final List<String> REASONS = List.of("update", "", "licences are short");
    private static final int CLIENTS = 14;

    @ParameterizedTest
    @EnumSource
    void tabs(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(SHAKY)) {
            REASONS.forEach(reason -> session(window, reason));
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            open(window, CLIENTS);
            window.press("acquire-lease");
            window.awaitThat(() -> window.target().leases().living().get() == CLIENTS + 1);
            rest(6);
            bring(window, Topic.LEASES, "lease-table", 2);
            OpenWindow.run(() -> simulator.change(-2));
            rest(2);
            both(window, frame.of("leases"));
            bring(window, Topic.SESSIONS, "session-table", 0);
            both(window, frame.of("sessions"));
            bring(window, Topic.EVENTS, "event-table", events(window) - 3);
            both(window, frame.of("events"));
            bring(window, Topic.FAILURES, "failure-table", 0);
            rest(1);
            both(window, frame.of("failures"));
            OpenWindow.run(() -> window.target().details().open().set(false));
            bring(window, Topic.SESSIONS, "session-table", 0);
            rest(1);
            both(window, frame.of("sessions-alone"));
            OpenWindow.run(() -> window.target().details().topic().set(Topic.LEASES));
            both(window, frame.of("leases-alone"));
        }
    }

    private static int events(OpenWindow window) {
        OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
        return OpenWindow.fx(() -> window.table("event-table").getItems().size());
    }

    private static void session(OpenWindow window, String reason) {
        open(window, 3);
        OpenWindow.run(() -> window.target().target().acts().closeSession(Duration.ZERO, reason));
        window.awaitCard("Last: session");
    }

    /** Asks until the session is open, for the server does not always want. */
    private static void open(OpenWindow window, int clients) {
        SimulatorModel simulator = window.target().simulator().orElseThrow();
        while (!window.card().startsWith("Open for")) {
            int failed = failed(window);
            OpenWindow.run(() -> simulator.change(clients));
            window.awaitThat(() -> window.card().startsWith("Open for") || failed(window) > failed);
        }
    }

    private static int failed(OpenWindow window) {
        return OpenWindow.fx(() -> window.target().card().facts().get().failedToday());
    }
}
