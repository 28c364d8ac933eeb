package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** When the hand is on a table's rows. */
class HandTest {

    private long nanos = Long.MAX_VALUE - 5;
    private TableView<String> table;
    private Hand hand;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        table = new TableView<>();
        hand = new Hand(table, () -> nanos);
        table.getItems().add("a row");
    }

    @Test
    void everyTouchHoldsForTwoSeconds() {
        for (Runnable touch : new Runnable[] {this::move, this::turnWheel, () -> key(false)}) {
            assertThat(hand.on()).isFalse();
            touch.run();
            assertThat(hand.on()).isTrue();
            nanos += TimeUnit.SECONDS.toNanos(2) - 1;
            assertThat(hand.on()).isTrue();
            nanos++;
            assertThat(hand.on()).isFalse();
        }
    }

    @Test
    void selectionAloneHoldsNothing() {
        table.getSelectionModel().select(0);
        table.requestFocus();
        assertThat(hand.on()).isFalse();
    }

    @Test
    void keyWithControlIsACommandAndNoHand() {
        key(true);
        assertThat(hand.on()).isFalse();
    }

    @Test
    void whereThereAreNoRowsThereIsNoHand() {
        table.getItems().clear();
        move();
        assertThat(hand.on()).isFalse();
    }

    @Test
    void openMenuHoldsForAsLongAsItIsOpen() throws TimeoutException {
        ContextMenu menu = new ContextMenu(new MenuItem("Copy"));
        table.setContextMenu(menu);
        FxToolkit.setupSceneRoot(() -> new StackPane(table));
        FxToolkit.setupStage(stage -> stage.show());
        run(() -> menu.show(table, 10, 10));
        nanos += TimeUnit.MINUTES.toNanos(1);
        assertThat(hand.on()).isTrue();
        run(menu::hide);
        assertThat(hand.on()).isFalse();
    }

    @Test
    void dialogHoldsForAsLongAsItIsOpen() {
        StackPane behindADialog = new StackPane(table);
        behindADialog.setDisable(true);
        assertThat(hand.on()).isTrue();
        behindADialog.setDisable(false);
        assertThat(hand.on()).isFalse();
    }

    private void move() {
        table.fireEvent(mouse(MouseEvent.MOUSE_MOVED));
    }

    private void turnWheel() {
        table.fireEvent(
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        5,
                        5,
                        5,
                        5,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        10,
                        0,
                        10,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private void key(boolean control) {
        table.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, control, false, false));
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                5,
                5,
                5,
                5,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private static void run(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }
}
