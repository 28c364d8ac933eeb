package leasehold.app;

import static leasehold.app.Pictures.both;
import static leasehold.app.Pictures.bring;
import static leasehold.app.Pictures.rest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import leasehold.session.LeaseRequest;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The session card in every state, in the window that goes with it. */
@Tag("pictures")
class CardPicturesTest {

    private static final String LONG =
            "maintenance of the storage at noon, announced last week to everybody who is on call";

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void life(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of("openTakes", "8s", "openSpread", "0"))) {
            both(window, frame.of("card-unopened"));
            window.press("acquire-lease");
            window.awaitCard("Opening");
            rest(1);
            both(window, frame.of("card-opening"));
            window.awaitCard("Open for");
            rest(1);
            both(window, frame.of("card-open"));
            OpenWindow.run(window.target().acts()::release);
            window.awaitCard("Lingering");
            both(window, frame.of("card-lingering"));
            window.awaitCard("Last: session");
            rest(4);
            both(window, frame.of("card-closed"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void draining(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of("closeTakes", "9s", "closeSpread", "0"))) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(3));
            window.awaitCard("held by 3 leases");
            OpenWindow.run(
                    () ->
                            window.target()
                                    .target()
                                    .acts()
                                    .closeSession(Duration.ofSeconds(30), LONG));
            window.awaitCard("Draining");
            both(window, frame.of("card-draining"));
            OpenWindow.run(simulator::releaseAll);
            window.awaitCard("Closing");
            OpenWindow.run(window.target().acts()::acquire);
            both(window, frame.of("card-closing"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void failedOpening(Frame frame) throws TimeoutException {
        try (OpenWindow window = fails(frame, "failsUnreachable")) {
            ask(window);
            both(window, frame.of("card-open-failed"));
        }
        try (OpenWindow window = fails(frame, "failsCredentials")) {
            ask(window);
            both(window, frame.of("card-held-back"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void loss(Frame frame) throws TimeoutException {
        Map<String, String> drops = Map.of("loss", "1", "lossAfter", "2s", "openTakes", "100ms");
        try (OpenWindow window = frame.open(drops)) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(12));
            window.awaitCard("Lost at");
            both(window, frame.of("card-lost"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void astray(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of("closeFails", "1"))) {
            OpenWindow.run(() -> window.target().acts().acquire(LeaseRequest.of(LONG)));
            window.awaitCard("Open for");
            OpenWindow.run(window.target().acts()::release);
            window.awaitThat(() -> window.scene().lookup("#strays").isVisible());
            rest(1);
            both(window, frame.of("card-stray"));
            window.press("strays");
            rest(1);
            both(window, frame.of("stray-row"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void shutDown(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of("failsTimeout", "0.5"))) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(3));
            rest(3);
            OpenWindow.fx(() -> window.target().shutdown(Duration.ZERO))
                    .toCompletableFuture()
                    .join();
            window.awaitCard("Shut down");
            both(window, frame.of("card-shut-down"));
            rest(6);
            both(window, frame.of("shut-down-leases"));
            bring(window, Topic.SESSIONS, "session-table", 0);
            both(window, frame.of("shut-down-sessions"));
            bring(window, Topic.EVENTS, "event-table", 3);
            both(window, frame.of("shut-down-events"));
        }
    }

    private static OpenWindow fails(Frame frame, String how) throws TimeoutException {
        Map<String, String> settings = new HashMap<>(Map.of("openTakes", "50ms"));
        settings.put(how, "1");
        return frame.open(settings);
    }

    private static void ask(OpenWindow window) {
        OpenWindow.run(window.target().acts()::acquire);
        window.awaitCard("last opening failed");
        rest(6);
    }
}
