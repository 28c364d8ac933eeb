package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import leasehold.ui.fx.Keys;
import leasehold.ui.model.DetailsModel.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the keys do, in the whole window. */
class KeysTest {

    private OpenWindow window;

    @BeforeEach
    void setUp() throws TimeoutException {
        window = new OpenWindow(980, 700, Map.of("failsUnreachable", "0", "openTakes", "1ms"));
    }

    @AfterEach
    void tearDown() {
        window.close();
    }

    @Test
    void theWindowHearsTheKeysOfTheListAndNoOthers() {
        Set<KeyCombination> listed =
                Stream.of(Keys.values())
                        .filter(key -> key.where() == Keys.Where.WINDOW)
                        .flatMap(key -> key.combinations().stream())
                        .collect(Collectors.toSet());
        assertThat(OpenWindow.fx(() -> Set.copyOf(window.scene().getAccelerators().keySet())))
                .isEqualTo(listed);
    }

    @Test
    void sheetShowsEveryKeyAndEscapeClosesIt() {
        press(KeyCode.F1);
        assertThat(texts(".key-name")).hasSize(Keys.values().length).contains("Acquire a lease");
        assertThat(texts(".key"))
                .contains("Ctrl+N", "Enter", "Esc", "Ctrl+1 … Ctrl+" + Topic.values().length);
        press(KeyCode.ESCAPE);
        assertThat(window.robot().lookup("#keys-dialog").tryQuery()).isEmpty();
    }

    @Test
    void digitsBringTheTabsInTheirOrder() {
        for (int i = Topic.values().length - 1; i >= 0; i--) {
            KeyCode digit = KeyCode.getKeyCode(Integer.toString(i + 1));
            press(KeyCode.CONTROL, digit);
            Supplier<Topic> topic = () -> window.target().details().topic().get();
            assertThat(OpenWindow.fx(topic::get)).isEqualTo(Topic.values()[i]);
        }
        press(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(OpenWindow.fx(() -> window.target().details().topic().get()))
                .isEqualTo(Topic.values()[0]);
    }

    @Test
    void slashLeadsToTheFilterAndIsTypedInIt() {
        window.write("/");
        TextField filter = window.robot().lookup("#filter").queryAs(TextField.class);
        window.awaitThat(filter::isFocused);
        assertThat(text(filter)).isEmpty();
        window.write("a/b");
        assertThat(text(filter)).isEqualTo("a/b");
        press(KeyCode.ESCAPE);
        assertThat(text(filter)).isEmpty();
        assertThat(OpenWindow.fx(filter::isFocused)).isFalse();
        press(KeyCode.CONTROL, KeyCode.F);
        assertThat(OpenWindow.fx(filter::isFocused)).isTrue();
    }

    @Test
    void f6GoesRoundTheRegionsAndBack() {
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            press(KeyCode.F6);
            visited.add(region());
        }
        assertThat(visited).containsExactly("toolbar", "card", "tabs", "side", "strip", "toolbar");
        press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(region()).isEqualTo("strip");
    }

    @Test
    void f8GoesThroughTheFailures() {
        press(KeyCode.F8);
        window.awaitThat(() -> window.text("notice").equals("No failure yet."));
        OpenWindow.run(() -> window.target().failed(new IllegalStateException("one")));
        OpenWindow.run(() -> window.target().failed(new IllegalArgumentException("two")));
        window.awaitThat(() -> window.target().failures().rows().size() == 2);
        window.takeFaults();
        press(KeyCode.F8);
        long first = selectedFailure();
        press(KeyCode.F8);
        assertThat(selectedFailure()).isNotEqualTo(first);
        press(KeyCode.SHIFT, KeyCode.F8);
        assertThat(selectedFailure()).isEqualTo(first);
        press(KeyCode.SHIFT, KeyCode.F8);
        assertThat(selectedFailure()).as("at the first it stays").isEqualTo(first);
    }

    @Test
    void selectedRowsAreCopiedWithTheirHeaderInTheFormatThatIsChosen() {
        window.press("ten-more");
        window.awaitCard("held by 10 leases");
        OpenWindow.run(() -> window.table("lease-table").requestFocus());
        OpenWindow.run(() -> window.table("lease-table").getSelectionModel().selectAll());
        press(KeyCode.CONTROL, KeyCode.C);
        List<String> lines = copied().lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.getFirst()).startsWith("State\tLease\tClient");
        assertThat(lines.get(1)).startsWith("Held\tL-");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        press(KeyCode.ENTER);
        assertThat(copied()).startsWith("State,Lease,Client").contains("\r\n");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(copied()).startsWith("[\n  {\"state\": \"Held\"");
    }

    @Test
    void lettersAloneDoNothing() {
        window.press("one-more");
        window.awaitCard("held by 1 lease");
        OpenWindow.run(() -> window.table("lease-table").requestFocus());
        OpenWindow.run(() -> window.table("lease-table").getSelectionModel().select(0));
        String before = window.title();
        window.write("abcdefghijklmnopqrstuvwxyz0123456789");
        assertThat(window.title()).isEqualTo(before);
        assertThat(window.robot().lookup(".dialog-card").tryQuery()).isEmpty();
        assertThat(window.card()).contains("held by 1 lease");
    }

    private void press(KeyCode... keys) {
        window.keys(keys);
    }

    private List<String> texts(String selector) {
        return window.robot().lookup(selector).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static String text(TextField field) {
        return OpenWindow.fx(() -> field.getText());
    }

    private String region() {
        return OpenWindow.fx(
                () -> {
                    List<String> regions = List.of("toolbar", "card", "tabs", "side", "strip");
                    Node node = window.scene().getFocusOwner();
                    while (node != null && !regions.contains(String.valueOf(node.getId()))) {
                        node = node.getParent();
                    }
                    return node == null ? "none" : node.getId();
                });
    }

    private long selectedFailure() {
        return OpenWindow.fx(() -> window.target().failures().selected().get().orElseThrow().id());
    }

    private static String copied() {
        return OpenWindow.fx(() -> Clipboard.getSystemClipboard().getString());
    }
}
