package leasehold.app;

import static leasehold.app.Pictures.both;
import static leasehold.app.Pictures.rest;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import leasehold.ui.model.Connector;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every dialog and menu over the window. */
@Tag("pictures")
class DialogPicturesTest {

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void acts(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            OpenWindow.run(() -> simulator.change(12));
            window.awaitThat(() -> window.target().leases().living().get() == 12);
            select(window, 2, 3);
            window.press("revoke-leases");
            both(window, frame.of("revoke-one"));
            window.type(KeyCode.ESCAPE);
            select(window, 0, 12);
            window.press("revoke-leases");
            both(window, frame.of("revoke-all"));
            window.type(KeyCode.ESCAPE);
            window.press("card-action");
            both(window, frame.of("close"));
            window.type(KeyCode.ESCAPE);
            window.press("acquire-as");
            window.click("#acquire-expiry").write("soon");
            both(window, frame.of("acquire"));
            window.type(KeyCode.ESCAPE);
            window.type(KeyCode.F1);
            both(window, frame.of("keys"));
            window.type(KeyCode.ESCAPE);
            OpenWindow.run(() -> window.table("lease-table").requestFocus());
            window.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            rest(1);
            both(window, frame.of("copy-menu"));
            window.type(KeyCode.ESCAPE);
            window.press("lease-columns");
            rest(1);
            both(window, frame.of("columns-menu"));
            window.type(KeyCode.ESCAPE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void targets(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            OpenWindow.fx(() -> window.connect("Orders", Map.of("failsUnreachable", "1")));
            OpenWindow.run(() -> window.targets().current().get().acts().acquire());
            OpenWindow.fx(() -> window.connect("Billing, Frankfurt", Map.of()));
            OpenWindow.run(
                    () -> window.targets().current().get().simulator().orElseThrow().change(42));
            OpenWindow.run(() -> window.targets().current().set(window.target()));
            window.press("acquire-lease");
            window.awaitCard("Open for");
            rest(3);
            window.press("target-menu");
            rest(1);
            both(window, frame.of("targets"));
            window.type(KeyCode.ESCAPE);
            window.hover("#release-lease");
            rest(2);
            both(window, frame.of("tooltip"));
            window.click("#target-menu");
            window.click("#disconnect");
            both(window, frame.of("disconnect"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void connect(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            window.click("#target-menu");
            window.click("#connect");
            rest(1);
            both(window, frame.of("connect"));
            ComboBox<Connector.Kind> kinds = window.robot().lookup("#connect-kind").queryComboBox();
            OpenWindow.run(() -> kinds.getSelectionModel().selectLast());
            window.click("#connect-name").write("Orders");
            window.click("#connect-production");
            window.click("#connect-read-only");
            window.press("connect-try");
            window.awaitThat(() -> window.text("connect-result").startsWith("It works"));
            both(window, frame.of("connect-works"));
            OpenWindow.run(() -> kinds.getSelectionModel().selectFirst());
            window.click("#setting-url").write("jdbc:postgresql://localhost:1/orders");
            window.press("connect-try");
            window.awaitThat(() -> window.text("connect-result").length() > 10);
            both(window, frame.of("connect-fails"));
        }
    }

    private static void select(OpenWindow window, int from, int to) {
        OpenWindow.run(
                () -> {
                    window.table("lease-table").getSelectionModel().clearSelection();
                    window.table("lease-table").getSelectionModel().selectRange(from, to);
                });
    }
}
