package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import leasehold.monitor.OperatorActs;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.LeaseRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the tables of the whole window bear a stream of events, a hand, and a pause. */
class LiveTablesTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;
    private static final double PANE = 308;
    private static final double ROW = 28;
    private static final int HELD = 200;

    @ParameterizedTest
    @EnumSource(TableColumn.SortType.class)
    void viewAndSelectionStandStillWhileOneHundredThousandEventsPass(TableColumn.SortType order)
            throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            OperatorActs acts = window.target().target().acts();
            hold(window, acts);
            TableView<LeaseRow> table = window.table("lease-table");
            OpenWindow.run(() -> table.getSortOrder().getFirst().setSortType(order));
            toTheMiddle(table);
            String before = view(table);
            List<Long> selected = selected(window);
            long events = events(window);
            // Nine in ten come and go at once; the others stay, and are let in beat by beat.
            IntStream.range(0, 55_000)
                    .forEach(
                            i -> {
                                long id = acquire(acts);
                                if (i % 10 > 0 || i > 40_000) {
                                    acts.release(id);
                                }
                            });
            window.awaitThat(() -> events(window) - events >= 100_000);
            window.awaitThat(() -> table.getItems().size() > HELD);
            assertThat(view(table)).isEqualTo(before);
            assertThat(selected(window)).isEqualTo(selected);
            assertThat(window.text("lease-pill")).endsWith(" new");
        }
    }

    @Test
    void paneComesAndGoesAtOnceAndKeepsRowPlaceAndSelection() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            hold(window, window.target().target().acts());
            TableView<LeaseRow> table = window.table("lease-table");
            toTheMiddle(table);
            String before = view(table);
            List<Long> selected = selected(window);
            for (boolean open : new boolean[] {false, true}) {
                double width = OpenWindow.fx(table::getWidth);
                OpenWindow.run(
                        () -> {
                            window.target().details().open().set(open);
                            table.getScene().getRoot().layout();
                        });
                double now = OpenWindow.fx(table::getWidth);
                assertThat(Math.abs(now - width)).as("as wide as the pane").isEqualTo(PANE);
                assertThat(view(table)).isEqualTo(before);
                assertThat(selected(window)).isEqualTo(selected);
            }
        }
    }

    @Test
    void textIsMadeForTheRowsInViewOnlyAndAllAreOfOneHeight() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            hold(window, window.target().target().acts());
            TableView<LeaseRow> table = window.table("lease-table");
            toTheMiddle(table);
            List<IndexedCell<?>> used = OpenWindow.fx(() -> rowsWithText(table));
            double fit = OpenWindow.fx(() -> flow(table).getViewportLength() / ROW);
            assertThat(used).hasSizeBetween((int) fit, (int) fit + 2);
            assertThat(used).allSatisfy(row -> assertThat(row.getHeight()).isEqualTo(ROW));
        }
    }

    private static List<IndexedCell<?>> rowsWithText(TableView<LeaseRow> table) {
        List<IndexedCell<?>> rows = new ArrayList<>();
        for (Node row : flow(table).lookupAll(".table-row-cell")) {
            boolean says =
                    row.lookupAll(".table-cell").stream()
                            .map(TableCell.class::cast)
                            .anyMatch(cell -> cell.getText() != null && !cell.getText().isEmpty());
            if (says) {
                rows.add((IndexedCell<?>) row);
            }
        }
        return rows;
    }

    @Test
    void pauseFreezesTheTablesAndNeverTheRecord() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("pause");
            assertThat(window.text("pause-said")).startsWith("Tables paused at ");
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            assertThat(rows(window)).isZero();
            window.awaitThat(() -> window.text("pause-said").contains("10 leases granted"));
            OpenWindow.run(() -> window.target().details().topic().set(Topic.FAILURES));
            OpenWindow.run(() -> window.target().details().topic().set(Topic.LEASES));
            window.press("acquire-lease");
            window.awaitThat(() -> rows(window) == 1);
            window.press("resume");
            assertThat(rows(window)).isEqualTo(11);
            assertThat(window.robot().lookup("#pause-banner").query().isVisible()).isFalse();
        }
    }

    @Test
    void keyPausesAndAnotherTargetEndsIt() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            KeyCombination pause = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
            OpenWindow.run(() -> window.scene().getAccelerators().get(pause).run());
            assertThat(OpenWindow.fx(() -> window.target().pause().on().get())).isTrue();
            window.click("#target-menu");
            window.click("#connect");
            window.click("#connect-name").write("db");
            window.click("#connect-test");
            window.click("#setting-url").write("jdbc:h2:mem:paused");
            window.press("connect-now");
            window.awaitThat(() -> window.title().contains("db"));
            assertThat(OpenWindow.fx(() -> window.target().pause().on().get())).isFalse();
        }
    }

    @Test
    void pointerOverTheRowsHoldsNewOnesBackForAMoment() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("ten-more");
            window.awaitThat(() -> rows(window) == 10);
            AtomicLong moved = new AtomicLong();
            AtomicLong letIn = new AtomicLong();
            OpenWindow.run(
                    () -> {
                        window.scene()
                                .addEventFilter(
                                        MouseEvent.MOUSE_MOVED, _ -> moved.set(System.nanoTime()));
                        window.target()
                                .leases()
                                .rows()
                                .subscribe(() -> letIn.compareAndSet(0, System.nanoTime()));
                    });
            window.hover("#lease-table");
            OpenWindow.run(() -> window.target().simulator().orElseThrow().change(5));
            window.awaitThat(() -> rows(window) == 15);
            assertThat(moved.get()).isPositive();
            assertThat(Duration.ofNanos(letIn.get() - moved.get()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void viewThatIsBehindSaysSoAndOnlyThen() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            Node lag = window.robot().lookup("#lag").query();
            Node skipped = window.robot().lookup("#skipped").query();
            OperatorActs acts = window.target().target().acts();
            acquire(acts);
            window.awaitThat(() -> rows(window) == 1);
            window.awaitThat(() -> !lag.isVisible());
            assertThat(skipped.isVisible()).isFalse();
            AtomicBoolean said = new AtomicBoolean();
            OpenWindow.run(
                    () -> lag.visibleProperty().subscribe(on -> said.compareAndSet(false, on)));
            // Whoever keeps the toolkit's thread busy keeps the view behind.
            OpenWindow.run(
                    () -> {
                        long id = acquire(acts);
                        await().pollInSameThread()
                                .until(() -> window.target().target().monitor().dirty());
                        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
                        while (System.nanoTime() < until) {
                            Thread.onSpinWait();
                        }
                        acts.release(id);
                    });
            window.awaitThat(said::get);
            window.awaitThat(() -> !lag.isVisible());
        }
    }

    /** Sorts, scrolls to the middle and a part of a row further, and selects a row. */
    private static void toTheMiddle(TableView<LeaseRow> table) {
        OpenWindow.run(
                () -> {
                    table.sort();
                    table.scrollTo(HELD / 2);
                    table.layout();
                    table.getSelectionModel().select(HELD / 2 + 3);
                });
        OpenWindow.run(
                () -> {
                    flow(table).scrollPixels(11);
                    table.layout();
                });
    }

    private static void hold(OpenWindow window, OperatorActs acts) {
        IntStream.range(0, HELD).forEach(_ -> acquire(acts));
        window.awaitThat(() -> rows(window) == HELD);
    }

    private static long acquire(OperatorActs acts) {
        return acts.acquire().toCompletableFuture().join().orElseThrow();
    }

    private static int rows(OpenWindow window) {
        return OpenWindow.fx(() -> window.target().leases().rows().size());
    }

    private static long events(OpenWindow window) {
        return OpenWindow.fx(() -> window.target().status().counters().get().events());
    }

    private static List<Long> selected(OpenWindow window) {
        return OpenWindow.fx(
                () -> window.target().leases().selected().stream().map(LeaseRow::id).toList());
    }

    private static String view(TableView<LeaseRow> table) {
        return OpenWindow.fx(
                () -> {
                    IndexedCell<?> cell = flow(table).getFirstVisibleCell();
                    return "%s at %.3f".formatted(cell.getItem(), cell.getLayoutY());
                });
    }

    private static VirtualFlow<?> flow(TableView<LeaseRow> table) {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }
}
