package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import leasehold.monitor.Standing;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.FailureRow;
import org.junit.jupiter.api.Test;

/** The failures in the window. */
class FailuresTest {

    @Test
    void causeIsLookedAtMutedAndUnfolded() throws TimeoutException {
        try (OpenWindow window =
                new OpenWindow(960, 600, Map.of("failsUnreachable", "1", "openTakes", "20ms"))) {
            window.press("acquire-lease");
            window.awaitCard("Closed, last opening failed");
            FailureRow row = OpenWindow.fx(() -> window.target().failures().rows().getFirst());
            assertThat(row.failures().standing()).isEqualTo(Standing.NEW);
            select(window);
            window.awaitThat(() -> row.failures().standing() == Standing.SEEN);
            window.keys(KeyCode.CONTROL, KeyCode.M);
            window.awaitThat(() -> row.failures().standing() == Standing.MUTED);
            window.keys(KeyCode.CONTROL, KeyCode.M);
            window.awaitThat(() -> row.failures().standing() == Standing.SEEN);
            assertThat(stack(window)).isEqualTo(1);
            Hyperlink fold = window.robot().lookup("#fold").query();
            OpenWindow.run(fold::fire);
            assertThat(stack(window)).isGreaterThan(3);
        }
    }

    private static void select(OpenWindow window) {
        OpenWindow.run(() -> window.target().details().topic().set(Topic.FAILURES));
        OpenWindow.run(
                () -> {
                    TableView<FailureRow> table = window.table("failure-table");
                    table.requestFocus();
                    table.getSelectionModel().select(0);
                });
    }

    private static int stack(OpenWindow window) {
        Node stack = window.robot().lookup(".stack").query();
        return OpenWindow.fx(() -> ((VBox) stack).getChildren().size());
    }
}
