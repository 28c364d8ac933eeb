package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import leasehold.ui.fx.Pill;
import leasehold.ui.model.Connector;
import leasehold.ui.model.DetailsModel.Topic;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever acts has a name that a screen reader can say, and the Tab key reaches it. */
class AccessibilityTest {

    private static final int MANY = 200;

    @Test
    void everyActingControlOfTheWindowHasANameAndIsReached() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(980, 700, Map.of("openTakes", "1ms"))) {
            check(window, "closed", window.scene().getRoot());
            window.press("acquire-lease");
            window.press("ten-more");
            window.awaitCard("held by 11 leases");
            OpenWindow.run(() -> window.table("lease-table").getSelectionModel().select(1));
            check(window, "open", window.scene().getRoot());
            OpenWindow.run(() -> window.target().failed(new IllegalStateException("one")));
            window.awaitThat(() -> window.target().failures().rows().size() == 1);
            window.takeFaults();
            for (Topic topic : Topic.values()) {
                OpenWindow.run(() -> window.target().details().topic().set(topic));
                check(window, topic.name(), window.scene().getRoot());
            }
            assertThat(OpenWindow.fx(() -> tabs(window)))
                    .hasSize(Topic.values().length)
                    .doesNotContain("");
        }
    }

    @Test
    void everyActingControlOfADialogHasANameAndIsReached() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(980, 700, Map.of("openTakes", "1ms"))) {
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            OpenWindow.run(() -> window.table("lease-table").getSelectionModel().selectAll());
            dialog(window, "acquire-dialog", () -> window.press("acquire-as"));
            dialog(window, "revoke-dialog", () -> window.press("revoke-leases"));
            dialog(window, "close-dialog", () -> window.press("card-action"));
            dialog(window, "keys-dialog", () -> window.type(KeyCode.F1));
            OpenWindow.run(() -> window.connect("orders", Map.of()));
            OpenWindow.run(() -> window.targets().current().set(window.target()));
            dialog(window, "disconnect-dialog", () -> menu(window, "#disconnect"));
            menu(window, "#connect");
            ComboBox<Connector.Kind> kinds = window.robot().lookup("#connect-kind").queryComboBox();
            for (Connector.Kind kind : OpenWindow.fx(() -> List.copyOf(kinds.getItems()))) {
                OpenWindow.run(() -> kinds.setValue(kind));
                check(window, kind.id(), window.robot().lookup("#connect-dialog").query());
            }
        }
    }

    private static void menu(OpenWindow window, String item) {
        window.click("#target-menu");
        window.click(item);
    }

    private static void dialog(OpenWindow window, String id, Runnable open) {
        open.run();
        WaitForAsyncUtils.waitForFxEvents();
        Parent dialog = window.robot().lookup("#" + id).query();
        assertThat(dialog.getAccessibleRole()).as(id).isEqualTo(AccessibleRole.DIALOG);
        assertThat(dialog.getAccessibleText()).as(id).isNotBlank();
        check(window, id, dialog);
        window.type(KeyCode.ESCAPE);
        assertThat(window.robot().lookup("#" + id).tryQuery()).as(id).isEmpty();
    }

    private static void check(OpenWindow window, String where, Parent root) {
        List<Node> acting = OpenWindow.fx(() -> acting(root));
        assertThat(acting).as(where).isNotEmpty();
        assertThat(OpenWindow.fx(() -> acting.stream().filter(node -> !named(node, root)).toList()))
                .as("without a name: " + where)
                .isEmpty();
        List<Node> wanted =
                OpenWindow.fx(() -> acting.stream().filter(AccessibilityTest::on).toList());
        Set<Node> reached = reached(window);
        assertThat(wanted)
                .as("reached by Tab: " + where)
                .allMatch(
                        node ->
                                reached.contains(node)
                                        || reachedInGroup(node, reached)
                                        || isDoneByAKeyOfTheTable(node));
    }

    /** Tab leads into a group of toggles, and arrows lead on. */
    private static boolean reachedInGroup(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    /** The pill comes and goes with the rows; End does the same. */
    private static boolean isDoneByAKeyOfTheTable(Node node) {
        return node instanceof Pill;
    }

    private static Set<Node> reached(OpenWindow window) {
        Set<Node> reached = new LinkedHashSet<>();
        for (int i = 0; i < MANY; i++) {
            window.strike(KeyCode.TAB);
            Node owner = OpenWindow.fx(() -> window.scene().getFocusOwner());
            if (!reached.add(owner) && i > 3) {
                return reached;
            }
        }
        return reached;
    }

    private static List<Node> acting(Node node) {
        List<Node> found = new ArrayList<>();
        if (node.isVisible()) {
            boolean acts = acts(node);
            if (acts) {
                found.add(node);
            }
            boolean whole = node instanceof Spinner || node instanceof ComboBoxBase;
            if (node instanceof Parent parent && !whole) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(acting(child)));
            }
        }
        return found;
    }

    private static boolean acts(Node node) {
        return node instanceof ButtonBase
                || node instanceof ComboBoxBase
                || node instanceof TextInputControl
                || node instanceof Spinner
                || node instanceof TableView;
    }

    private static boolean named(Node node, Parent root) {
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        return Stream.of(node.getAccessibleText(), text)
                        .filter(Objects::nonNull)
                        .anyMatch(name -> !name.isBlank())
                || root.lookupAll(".label").stream()
                        .anyMatch(
                                label ->
                                        label instanceof Label named
                                                && named.getLabelFor() == node
                                                && !named.getText().isBlank());
    }

    /** A pill comes and goes with what is new, and its key is End. */
    private static boolean on(Node node) {
        return !node.isDisabled() && !(node instanceof Pill);
    }

    private static List<String> tabs(OpenWindow window) {
        TabPane tabs = (TabPane) window.scene().lookup("#tabs");
        return tabs.getTabs().stream().map(tab -> Objects.toString(tab.getText(), "")).toList();
    }
}
