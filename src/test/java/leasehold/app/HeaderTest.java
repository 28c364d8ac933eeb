package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import leasehold.ui.model.LeaseRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a click on a table's header does; the headless platform does not sort. */
@Tag("gtk")
class HeaderTest {

    @Test
    void clickOnTheHeaderSortsByClient() throws Exception {
        try (OpenWindow window = new OpenWindow(1280, 800)) {
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            assertThat(clients(window)).isNotEqualTo(sorted(window));
            // Other tables have a column of that name too.
            window.click(
                    window.robot()
                            .from(window.table("lease-table"))
                            .lookup("Client")
                            .<Node>query());
            window.awaitThat(() -> clients(window).equals(sorted(window)));
        }
    }

    private static List<String> sorted(OpenWindow window) {
        return clients(window).stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static List<String> clients(OpenWindow window) {
        return OpenWindow.fx(
                () ->
                        window.<LeaseRow>table("lease-table").getItems().stream()
                                .map(row -> row.record().get().info().client())
                                .toList());
    }
}
