package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.DetailsModel.Topic;
import org.junit.jupiter.api.Test;

/** A server that cannot be had, and a controller that has shut down. */
class NotConnectedTest {

    @Test
    void emptyLeasesTellTheCauseAndTryAgainAsTheCardDoes() throws TimeoutException {
        try (OpenWindow window = failing("failsCredentials")) {
            window.press("acquire-lease");
            window.awaitCard("last opening failed");
            // Until the request that was refused has left the table.
            window.awaitThat(() -> offered(window).equals("Try now"));
            assertThat(says(window).getFirst()).contains("last opening failed: ");
            assertThat(window.text("card-action")).isEqualTo("Try now");
            window.press("try-now");
            window.awaitThat(() -> offered(window).equals("Acquire lease"));
            assertThat(says(window)).contains("Acquire lease (Ctrl+N) tries again.");
        }
    }

    @Test
    void acquiringTriesAgainWhereNoFailureAnswersForTheServer() throws TimeoutException {
        try (OpenWindow window = failing("failsUnreachable")) {
            window.press("acquire-lease");
            window.awaitCard("last opening failed");
            window.awaitThat(() -> offered(window).equals("Acquire lease"));
            int failed = failed(window);
            window.press("empty-acquire");
            window.awaitThat(() -> failed(window) > failed);
        }
    }

    @Test
    void tablesOfAControllerThatHasShutDownStayGreyAndSayAsOfWhen() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            window.press("one-more");
            window.awaitCard("Open for");
            OpenWindow.run(() -> window.target().details().topic().set(Topic.SESSIONS));
            assertThat(window.<Object>table("session-table").getItems()).hasSize(1);
            Object before = colour(window);
            OpenWindow.fx(() -> window.target().shutdown(Duration.ZERO))
                    .toCompletableFuture()
                    .join();
            window.awaitCard("Shut down at ");
            window.awaitThat(() -> mark(window).startsWith("As of "));
            assertThat(window.<Object>table("session-table").getItems()).hasSize(1);
            assertThat(colour(window)).isNotEqualTo(before);
            assertThat(OpenWindow.fx(() -> window.scene().lookup("#one-more").isDisabled()))
                    .isTrue();
            OpenWindow.run(() -> window.target().details().topic().set(Topic.LEASES));
            window.awaitThat(() -> says(window).getFirst().startsWith("The controller has shut"));
            assertThat(offered(window)).isEmpty();
        }
    }

    private static OpenWindow failing(String how) throws TimeoutException {
        return new OpenWindow(960, 600, Map.of(how, "1", "openTakes", "20ms"));
    }

    private static int failed(OpenWindow window) {
        return OpenWindow.fx(() -> window.target().card().facts().get().failedToday());
    }

    private static List<String> says(OpenWindow window) {
        return OpenWindow.fx(
                () ->
                        empty(window).getChildrenUnmodifiable().stream()
                                .filter(Label.class::isInstance)
                                .map(label -> ((Label) label).getText())
                                .toList());
    }

    /** The text of the one button that can be seen, if one can. */
    private static String offered(OpenWindow window) {
        return OpenWindow.fx(
                () ->
                        empty(window).lookupAll(".button").stream()
                                .filter(Nodes::shown)
                                .map(button -> ((Button) button).getText())
                                .reduce("", String::concat));
    }

    private static Parent empty(OpenWindow window) {
        TableView<Object> table = window.table("lease-table");
        return (Parent) table.getPlaceholder();
    }

    private static String mark(OpenWindow window) {
        return OpenWindow.fx(() -> ((Label) window.scene().lookup("#live .state-word")).getText());
    }

    /** The colour of what stands in the table of sessions. */
    private static Object colour(OpenWindow window) {
        return OpenWindow.fx(
                () -> {
                    window.scene().getRoot().applyCss();
                    Node cell = window.scene().lookup("#session-table .table-cell.num");
                    return ((TableCell<?, ?>) cell).getTextFill();
                });
    }
}
