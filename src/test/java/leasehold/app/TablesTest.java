package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import leasehold.monitor.SessionRecord.State;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;
import org.junit.jupiter.api.Test;

/** What the tables of all screens promise, in the whole window. */
class TablesTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;
    private static final Map<Topic, String> TABLES =
            Map.of(
                    Topic.LEASES, "lease-table",
                    Topic.SESSIONS, "session-table",
                    Topic.FAILURES, "failure-table");

    @Test
    void everyColumnHasAnOrderOfItsOwn() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            TABLES.forEach(
                    (topic, id) ->
                            assertThat(columns(window, topic, id))
                                    .allSatisfy(
                                            column ->
                                                    assertThat(column.getComparator())
                                                            .as(id + " " + column.getId())
                                                            .isNotSameAs(
                                                                    TableColumn
                                                                            .DEFAULT_COMPARATOR)));
        }
    }

    @Test
    void noTableScrollsSidewaysWhateverIsOpen() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            for (boolean open : new boolean[] {true, false}) {
                OpenWindow.run(() -> window.target().details().open().set(open));
                TABLES.forEach((topic, id) -> fits(window, topic, id));
            }
        }
    }

    @Test
    void emptyTablesSayWhy() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            assertThat(says(window, Topic.LEASES))
                    .containsExactly(
                            "No client holds a lease, so the session is closed.",
                            "Acquire lease (Ctrl+N) opens it.");
            assertThat(says(window, Topic.FAILURES)).startsWith("No failure yet.");
            assertThat(says(window, Topic.SESSIONS)).startsWith("No session was opened yet.");
            TargetModel target = window.target();
            OpenWindow.run(() -> target.leases().filter().set("nobody"));
            OpenWindow.run(() -> target.leases().overdueOnly().set(true));
            assertThat(says(window, Topic.LEASES))
                    .containsExactly("No lease matches nobody, Overdue.", "Clear filter (Esc).");
            OpenWindow.run(() -> target.failures().ofOpening().set(true));
            assertThat(says(window, Topic.FAILURES))
                    .containsExactly("No cause matches Failed to open.", "Clear filter (Esc).");
        }
    }

    @Test
    void tilesOfTheCardFilter() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            TargetModel target = window.target();
            window.press("tile-opened");
            assertThat(topic(window)).isEqualTo(Topic.SESSIONS);
            assertThat(OpenWindow.fx(() -> target.sessions().openedToday().get())).isTrue();
            window.press("tile-failed");
            assertThat(topic(window)).isEqualTo(Topic.FAILURES);
            assertThat(OpenWindow.fx(() -> target.failures().ofOpening().get())).isTrue();
            window.press("tile-waiting");
            assertThat(topic(window)).isEqualTo(Topic.LEASES);
            assertThat(OpenWindow.fx(() -> target.leases().filter().get())).isEqualTo("waiting");
            window.press("tile-overdue");
            assertThat(OpenWindow.fx(() -> target.leases().overdueOnly().get())).isTrue();
        }
    }

    @Test
    void strayIsReachedFromTheCardAndForgottenInItsRow() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT, Map.of("closeFails", "1"))) {
            window.press("acquire-lease");
            window.awaitCard("Open for");
            OpenWindow.run(window.target().acts()::release);
            window.awaitThat(() -> window.scene().lookup("#strays").isVisible());
            Hyperlink strays = window.robot().lookup("#strays").query();
            OpenWindow.run(strays::fire);
            assertThat(topic(window)).isEqualTo(Topic.SESSIONS);
            SessionRow row =
                    OpenWindow.fx(() -> window.target().sessions().selected().get().orElseThrow());
            assertThat(row.session().state()).isEqualTo(State.UNCLOSED);
            Hyperlink forget =
                    window.robot()
                            .lookup(
                                    (Node node) ->
                                            node instanceof Hyperlink link
                                                    && link.getText().equals("Forget"))
                            .query();
            window.click(forget);
            window.awaitThat(() -> row.session().state() == State.FORGOTTEN);
        }
    }

    private static List<TableColumn<Object, ?>> columns(OpenWindow window, Topic topic, String id) {
        OpenWindow.run(() -> window.target().details().topic().set(topic));
        return OpenWindow.fx(() -> List.copyOf(window.<Object>table(id).getColumns()));
    }

    private static void fits(OpenWindow window, Topic topic, String id) {
        OpenWindow.run(() -> window.target().details().topic().set(topic));
        OpenWindow.run(() -> window.scene().getRoot().layout());
        TableView<Object> table = window.table(id);
        double used =
                OpenWindow.fx(
                        () ->
                                table.getVisibleLeafColumns().stream()
                                        .mapToDouble(TableColumn::getWidth)
                                        .sum());
        assertThat(used).as(id).isGreaterThan(400).isLessThanOrEqualTo(table.getWidth());
    }

    private static List<String> says(OpenWindow window, Topic topic) {
        OpenWindow.run(() -> window.target().details().topic().set(topic));
        TableView<Object> table = window.table(TABLES.get(topic));
        return OpenWindow.fx(
                () ->
                        ((Parent) table.getPlaceholder())
                                .getChildrenUnmodifiable().stream()
                                        .filter(Label.class::isInstance)
                                        .map(label -> ((Label) label).getText())
                                        .toList());
    }

    private static Topic topic(OpenWindow window) {
        return OpenWindow.fx(() -> window.target().details().topic().get());
    }
}
