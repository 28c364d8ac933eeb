package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import leasehold.simulation.ArrivalKind;
import leasehold.simulation.Kind;
import leasehold.simulation.SpanKind;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.SimulatorModel.Mode;
import org.junit.jupiter.api.Test;

/** Trying a scenario out, in the whole window at its smallest. */
class SimulatorJourneyTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;

    @Test
    void settingsAreChangedAndStartRunsThem() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("simulator-settings");
            assertThat(window.text("scenario-title")).isEqualTo("Ten clients, calm");
            choose(window, "scenario-arrivals", ArrivalKind.BURST);
            choose(window, "scenario-hold", SpanKind.NEVER);
            write(window, "scenario-burst", "3");
            write(window, "scenario-every", "1h");
            assertThat(visible(window, "scenario-apart")).isFalse();
            assertThat(visible(window, "scenario-changed")).isTrue();
            window.press("start-scenario");
            window.awaitCard("held by 3 leases of 3 clients");
            assertThat(window.text("simulated")).isEqualTo("3");
            window.press("start-scenario");
            window.awaitCard("Lingering");
        }
    }

    @Test
    void badInputIsSaidBesideTheFieldAndNothingStarts() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("simulator-settings");
            write(window, "scenario-clients", "none");
            Labeled wrong =
                    window.robot().lookup(".field-wrong").queryAllAs(Labeled.class).stream()
                            .filter(label -> OpenWindow.fx(label::isVisible))
                            .findFirst()
                            .orElseThrow();
            assertThat(OpenWindow.fx(wrong::getText))
                    .isEqualTo(
                            "setting 'clients' is 'none'; allowed is a whole number, from 1 to"
                                    + " 100000");
            assertThat(disabled(window, "start-scenario")).isTrue();
            assertThat(disabled(window, "step-scenario")).isTrue();
            window.press("scenario-undo");
            assertThat(OpenWindow.fx(wrong::isVisible)).isFalse();
            assertThat(field(window, "scenario-clients")).isEqualTo("10");
            assertThat(disabled(window, "start-scenario")).isFalse();
        }
    }

    @Test
    void faultIsInForceAtOnceAndTheStripSaysSo() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("simulator-settings");
            OpenWindow.run(() -> model(window).write("openTakes", "20ms"));
            write(window, "scenario-failsUnreachable", "100");
            assertThat(window.text("faults-said"))
                    .isEqualTo("Faults: open takes 20 ms, open fails 100 %");
            assertThat(window.text("faults-force")).isEqualTo("in force");
            window.press("acquire-lease");
            window.awaitCard("Closed, last opening failed");
            OpenWindow.run(model(window)::clearFaults);
            assertThat(field(window, "scenario-failsUnreachable")).isEqualTo("0");
            window.press("acquire-lease");
            window.awaitCard("held by 1 lease");
        }
    }

    @Test
    void stepsAreTheActsOfOneClientEach() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            OpenWindow.run(() -> model(window).write("apart", "0s"));
            OpenWindow.run(() -> model(window).write("hold", "never"));
            window.press("step-scenario");
            window.awaitCard("held by 1 lease");
            assertThat(OpenWindow.fx(() -> model(window).now().get().mode()))
                    .isEqualTo(Mode.STEPPING);
            window.press("step-scenario");
            window.awaitCard("held by 2 leases");
            window.press("start-scenario");
            window.awaitCard("Lingering");
        }
    }

    @Test
    void sidePaneTurnsBetweenDetailsAndSimulator() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            assertThat(window.robot().lookup("#details").tryQuery()).isPresent();
            window.press("side-simulator");
            assertThat(window.robot().lookup("#details").tryQuery()).isEmpty();
            assertThat(window.robot().lookup("#scenario-page").tryQuery()).isPresent();
            OpenWindow.run(() -> window.target().details().open().set(false));
            window.press("simulator-settings");
            assertThat(visible(window, "scenario-page")).isTrue();
            window.press("side-details");
            assertThat(window.robot().lookup("#details").tryQuery()).isPresent();
        }
    }

    private static SimulatorModel model(OpenWindow window) {
        return window.target().simulator().orElseThrow();
    }

    private static void choose(OpenWindow window, String id, Kind kind) {
        ComboBox<Kind> box = window.robot().lookup("#" + id).queryComboBox();
        OpenWindow.run(() -> box.setValue(kind));
    }

    private static void write(OpenWindow window, String id, String text) {
        TextField field = window.robot().lookup("#" + id).query();
        OpenWindow.run(
                () -> {
                    field.requestFocus();
                    field.clear();
                });
        window.write(text).type(KeyCode.ENTER);
    }

    private static String field(OpenWindow window, String id) {
        TextField field = window.robot().lookup("#" + id).query();
        return OpenWindow.fx(field::getText);
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

    private static boolean disabled(OpenWindow window, String id) {
        Node node = window.robot().lookup("#" + id).query();
        return OpenWindow.fx(node::isDisabled);
    }
}
