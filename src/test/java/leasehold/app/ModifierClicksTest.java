package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import leasehold.ui.model.LeaseRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a click on a row does with a key held; the headless platform takes it for a plain one. */
@Tag("gtk")
class ModifierClicksTest {

    @Test
    void shiftTakesAllBetweenAndControlOneMoreOrOneLess() throws Exception {
        try (OpenWindow window = new OpenWindow(1280, 800)) {
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            window.awaitThat(() -> rows(window).size() == 10);
            window.click(row(window, 1));
            click(window, KeyCode.SHIFT, 4);
            assertThat(selected(window)).containsExactly(1, 2, 3, 4);
            click(window, KeyCode.CONTROL, 7);
            assertThat(selected(window)).containsExactly(1, 2, 3, 4, 7);
            click(window, KeyCode.CONTROL, 2);
            assertThat(selected(window)).containsExactly(1, 3, 4, 7);
        }
    }

    private static void click(OpenWindow window, KeyCode held, int index) {
        window.robot().press(held);
        window.click(row(window, index));
        window.robot().release(held);
    }

    private static TableRow<?> row(OpenWindow window, int index) {
        return rows(window).stream()
                .filter(row -> row.getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    private static List<TableRow<?>> rows(OpenWindow window) {
        return OpenWindow.fx(
                () ->
                        table(window).lookupAll(".table-row-cell").stream()
                                .<TableRow<?>>map(node -> (TableRow<?>) node)
                                .filter(row -> !row.isEmpty())
                                .sorted(Comparator.comparingInt(IndexedCell::getIndex))
                                .toList());
    }

    private static List<Integer> selected(OpenWindow window) {
        return OpenWindow.fx(
                () -> List.copyOf(table(window).getSelectionModel().getSelectedIndices()));
    }

    private static TableView<LeaseRow> table(OpenWindow window) {
        return window.table("lease-table");
    }
}
