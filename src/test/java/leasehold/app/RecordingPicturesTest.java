package leasehold.app;

import static leasehold.app.Pictures.both;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import leasehold.history.Export;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.HistoryReader;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.TargetModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording in the window: open on each tab, in the menu, and refused. */
@Tag("pictures")
class RecordingPicturesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void recording(Frame frame) throws Exception {
        Path file = folder.resolve("incident.sqlite");
        Path whole = folder.resolve("record.sqlite");
        record(frame, whole, file);
        try (OpenWindow window = frame.open(Map.of())) {
            choose(window, Files.writeString(folder.resolve("diary.sqlite"), "dear diary"));
            window.awaitThat(() -> window.scene().lookup("#refused-dialog") != null);
            both(window, frame.of("recording-refused"));
            window.keys(KeyCode.ESCAPE);
            choose(window, file);
            window.awaitThat(() -> !current(window).leases().rows().isEmpty());
            OpenWindow.run(() -> window.table("lease-table").getSelectionModel().select(1));
            both(window, frame.of("recording-leases"));
            window.tab("Sessions");
            both(window, frame.of("recording-sessions"));
            window.tab("Events");
            both(window, frame.of("recording-events"));
            window.tab("Failures");
            both(window, frame.of("recording-failures"));
            window.press("side-sharing");
            Pictures.rest(1);
            both(window, frame.of("recording-sharing"));
            window.hover("#acquire-lease");
            Pictures.rest(2);
            both(window, frame.of("recording-permits"));
            window.click("#target-menu");
            both(window, frame.of("recording-menu"));
            window.keys(KeyCode.ESCAPE);
            choose(window, whole);
            window.awaitThat(() -> current(window).sessions().kept() > 3);
            both(window, frame.of("recording-ended"));
        }
    }

    /** Records until the window closes, and exports what there is just before. */
    private static void record(Frame frame, Path store, Path part) throws Exception {
        try (OpenWindow window = frame.recorded(store)) {
            window.awaitThat(() -> window.text("record-line").startsWith("Record "));
            SimulatorModel simulator = window.target().simulator().orElseThrow();
            for (int clients : new int[] {5, 9}) {
                OpenWindow.run(() -> simulator.change(clients));
                window.awaitCard("held by " + clients + " leases");
                window.press("release-all");
                window.awaitCard("Last: session");
            }
            OpenWindow.run(() -> simulator.write("failsUnreachable", "1"));
            window.press("acquire-lease");
            window.awaitCard("last opening failed");
            OpenWindow.run(() -> simulator.write("failsUnreachable", "0"));
            OpenWindow.run(() -> simulator.change(12));
            window.awaitCard("held by 12 leases");
            Pictures.rest(3);
            ExportOrder all = ExportOrder.of(ExportFormat.RECORDING);
            try (HistoryReader reader = HistoryReader.open(store)) {
                new Export(reader, (_, _, _, _) -> {}).write(all, part, _ -> {});
            }
        }
    }

    private static void choose(OpenWindow window, Path file) {
        OpenWindow.run(() -> FileChoice.answer(window.scene().getWindow(), file::toFile));
        window.keys(KeyCode.CONTROL, KeyCode.O);
    }

    private static TargetModel current(OpenWindow window) {
        return window.targets().current().get();
    }
}
