package leasehold.app;

import static leasehold.app.Pictures.both;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.model.DetailsModel.Topic;
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

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void export(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            window.hover("#export");
            Pictures.rest(1);
            both(window, frame.of("export-unrecorded"));
        }
        try (OpenWindow window = frame.recorded(folder.resolve("record.leasehold"))) {
            recorded(window);
            session(window, 5);
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            Pictures.bring(window, Topic.EVENTS, "event-table", 3);
            window.press("export");
            both(window, frame.of("export"));
            window.press("export-time");
            window.click("#export-from").write("soon");
            both(window, frame.of("export-wrong"));
            window.erase(4);
            Path missing = folder.resolve("evidence").resolve("Demo server.csv");
            OpenWindow.run(() -> FileChoice.answer(window.scene().getWindow(), missing::toFile));
            window.press("export-hidden");
            window.press("export-now");
            window.awaitThat(() -> !window.text("export-failure").isEmpty());
            both(window, frame.of("export-failed"));
            window.press("export-all");
            window.press("export-recording");
            Path file = folder.resolve("Demo server.sqlite");
            OpenWindow.run(() -> FileChoice.answer(window.scene().getWindow(), file::toFile));
            window.press("export-now");
            window.awaitThat(() -> window.text("notice").endsWith("."));
            both(window, frame.of("export-done"));
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
