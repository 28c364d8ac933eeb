package leasehold.app;

import static leasehold.app.Pictures.both;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import leasehold.ui.model.SimulatorModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the window makes of its record: sharing, and the export. */
@Tag("pictures")
class RecordPicturesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void sharing(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            window.press("side-sharing");
            both(window, frame.of("sharing-unrecorded"));
        }
        try (OpenWindow window = frame.recorded(folder.resolve("record.leasehold"))) {
            recorded(window);
            window.press("side-sharing");
            window.awaitThat(() -> window.text("sharing-why").startsWith("Not enough"));
            both(window, frame.of("sharing-empty"));
            for (int i = 0; i < 4; i++) {
                session(window, 3 + i);
            }
            window.press("sharing-refresh");
            window.awaitThat(() -> window.text("linger-advice").startsWith("With"));
            both(window, frame.of("sharing"));
            OpenWindow.run(() -> window.scene().lookup("#linger").requestFocus());
            both(window, frame.of("sharing-focused"));
        }
    }

    private static void recorded(OpenWindow window) {
        window.awaitThat(() -> window.text("record-line").startsWith("Record "));
    }

    private static void session(OpenWindow window, int clients) {
        SimulatorModel simulator = window.target().simulator().orElseThrow();
        OpenWindow.run(() -> simulator.change(clients));
        window.awaitCard("held by " + clients + " leases");
        OpenWindow.run(() -> window.target().target().acts().closeSession(Duration.ZERO, "update"));
        window.awaitCard("Last: session");
    }
}
