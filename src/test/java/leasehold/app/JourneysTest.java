package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import leasehold.monitor.LeaseState;
import leasehold.ui.model.LeaseRow;
import org.junit.jupiter.api.Test;

/** What an operator lives through after the first minute, in the whole window. */
class JourneysTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;

    @Test
    void revokingWithAReasonEndsTheLeaseAndTellsItsHolder() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            LeaseRow row = leases(window).getFirst();
            OpenWindow.run(
                    () -> window.<LeaseRow>table("lease-table").getSelectionModel().select(row));
            window.press("revoke-leases");
            Node reason = window.robot().lookup("#revoke-reason-field").query();
            assertThat(OpenWindow.fx(reason::isFocused)).isTrue();
            window.write("stuck");
            window.press("revoke-now");
            window.awaitThat(() -> row.lease().state() == LeaseState.REVOKED);
            assertThat(row.lease().finish().orElseThrow().by().orElseThrow())
                    .hasToString("m.ivanova: \"stuck\"");
            // The simulated client hears of its lease's end and leaves.
            window.awaitThat(() -> window.target().simulator().orElseThrow().clients().get() == 0);
            window.awaitCard("Closed since");
        }
    }

    @Test
    void escapeCancelsAndMoreThanOneLeaseWantsAReason() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            OpenWindow.run(
                    () -> window.<LeaseRow>table("lease-table").getSelectionModel().selectAll());
            window.press("revoke-leases");
            Button revoke = window.robot().lookup("#revoke-now").queryButton();
            assertThat(OpenWindow.fx(revoke::getText)).isEqualTo("Revoke 10 leases");
            assertThat(OpenWindow.fx(revoke::isDisabled)).isTrue();
            assertThat(OpenWindow.fx(revoke::isDefaultButton)).isFalse();
            window.type(KeyCode.ESCAPE);
            assertThat(window.robot().lookup("#revoke-dialog").tryQuery()).isEmpty();
            assertThat(window.card()).contains("held by 10 leases");
        }
    }

    @Test
    void leaseThatEndsWhileItIsAskedAboutIsToldByItsId() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("acquire-lease");
            window.awaitCard("held by 1 lease");
            window.press("one-more");
            window.awaitCard("held by 2 leases");
            window.awaitThat(() -> window.table("lease-table").getItems().size() == 2);
            OpenWindow.run(
                    () -> window.<LeaseRow>table("lease-table").getSelectionModel().selectAll());
            window.press("revoke-leases");
            window.write("stuck");
            OpenWindow.run(() -> window.target().target().acts().releaseNewest());
            window.press("revoke-now");
            window.awaitThat(
                    () ->
                            Sight.text(window, "#revoke-dialog .dialog-title")
                                    .equals(
                                            "1 of 2 leases were revoked; this one had ended"
                                                    + " before."));
            assertThat(window.robot().lookup("#revoke-dialog .num").queryAllAs(Label.class))
                    .extracting(Label::getText)
                    .contains("Released");
            window.type(KeyCode.ESCAPE);
            assertThat(window.robot().lookup("#revoke-dialog").tryQuery()).isEmpty();
        }
    }

    @Test
    void closingTheSessionIsAskedFirstAndSaidAfterwards() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            window.press("card-action");
            window.press("now");
            window.press("close-now");
            window.awaitCard("Closed since");
            window.awaitThat(
                    () -> window.text("notice").contains("is closed; 1 lease was revoked"));
        }
    }

    @Test
    void badSettingIsRefusedAtItsField() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.click("#target-menu");
            window.click("#connect");
            window.click("#connect-name").write("db");
            window.click("#connect-test");
            window.press("connect-now");
            assertThat(window.robot().lookup(".wrong").tryQuery()).isPresent();
            assertThat(window.robot().lookup(".wrong").query().getId()).isEqualTo("setting-url");
            window.click("#setting-url").write("jdbc:h2:mem:window");
            window.press("connect-now");
            window.press("acquire-lease");
            window.awaitThat(() -> window.title().startsWith("Open 1 · db"));
            window.press("release-lease");
            window.awaitThat(() -> window.title().startsWith("Closed · db"));
        }
    }

    @Test
    void closingTheWindowClosesTheSessionFirst() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT, Map.of("closeTakes", "2s"))) {
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            window.askToClose();
            window.awaitThat(() -> window.robot().lookup(".leaving").tryQuery().isPresent());
            window.awaitThat(window::ended);
        }
    }

    private static List<LeaseRow> leases(OpenWindow window) {
        return OpenWindow.fx(() -> List.copyOf(window.<LeaseRow>table("lease-table").getItems()));
    }

    @Test
    void whatTheWindowItselfFailsWithIsARowAmongTheFailures() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            javafx.application.Platform.runLater(
                    () -> {
                        throw new IllegalStateException("a fault of the window");
                    });
            window.awaitThat(() -> !window.target().failures().rows().isEmpty());
            assertThat(window.takeFaults())
                    .containsExactly(
                            "UNKNOWN: java.lang.IllegalStateException: a fault of the window");
        }
    }
}
