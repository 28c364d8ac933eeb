package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.EventTarget;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Newest;
import leasehold.ui.fx.Pill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** How a table of live rows behaves, alone in a scene, on a clock turned by hand. */
class LiveTableTest {

    private static final double ROW = 28;

    private final List<Long> selected = new ArrayList<>();
    private long nanos;
    private long last;
    private LiveRows<Long> rows = new LiveRows<>(false);
    private TableView<Long> table;
    private Pill pill;
    private LiveTable<Long> live;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        fx(
                () -> {
                    Application.setUserAgentStylesheet(null);
                    return true;
                });
        open(false);
    }

    @Test
    void viewAndSelectionStandStillWhileOneHundredThousandRowsPass() {
        passing();
    }

    @Test
    void viewAndSelectionStandStillAlsoWithTheNewestFirst() throws TimeoutException {
        open(true);
        passing();
    }

    @Test
    void viewStandsStillWhereTheRowsThatGoAreAboveIt() {
        come(1_000);
        scrollTo(500);
        String before = view();
        go(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(view()).isEqualTo(before);
    }

    @Test
    void nextRowTakesTheAnchorWhereTheFirstInViewGoes() {
        come(1_000);
        scrollTo(500);
        double top = fx(() -> flow().getVisibleCell(501).getLayoutY());
        go(List.of(501L));
        assertThat(fx(() -> flow().getFirstVisibleCell().getItem())).isNotNull();
        assertThat(fx(() -> flow().getVisibleCell(500).getLayoutY())).isEqualTo(top);
    }

    @Test
    void listThatStillFitsStaysAtItsTopWhenItOverflows() {
        come(5);
        come(100);
        assertThat(first()).isEqualTo(1);
        // Some of them are in view, the rest is said.
        assertThat(pill()).matches("\\d\\d new");
    }

    @Test
    void whoStandsAtTheBottomFollows() {
        come(1_000);
        run(() -> table.scrollTo(999));
        come(50);
        assertThat(lastInView()).isEqualTo(1_050);
        come(50);
        assertThat(lastInView()).isEqualTo(1_100);
        assertThat(pill()).isEmpty();
    }

    @Test
    void whoFollowsStillDoesAfterTheTableHasBecomeLower() {
        come(1_000);
        run(live::follow);
        run(() -> table.setMaxHeight(150));
        assertThat(lastInView()).isEqualTo(1_000);
        come(1);
        assertThat(lastInView()).isEqualTo(1_001);
    }

    @Test
    void whoStandsElsewhereIsToldHowManyAreNew() {
        come(1_000);
        scrollTo(500);
        come(214);
        assertThat(pill()).isEqualTo("214 new");
        assertThat(first()).isEqualTo(501);
    }

    @Test
    void pillLeadsToTheEdgeAndFollows() {
        come(1_000);
        scrollTo(500);
        come(214);
        run(pill::fire);
        assertThat(lastInView()).isEqualTo(1_214);
        assertThat(pill()).isEmpty();
        come(1);
        assertThat(lastInView()).isEqualTo(1_215);
    }

    @Test
    void endLeadsToTheBottomAndFollows() {
        come(1_000);
        end();
        come(10);
        assertThat(lastInView()).isEqualTo(1_010);
    }

    @Test
    void endLeadsToTheTopWhereTheNewestAreFirst() throws TimeoutException {
        open(true);
        come(1_000);
        scrollTo(500);
        come(10);
        assertThat(pill()).isEqualTo("10 new");
        end();
        assertThat(first()).isEqualTo(1_010);
        come(10);
        assertThat(first()).isEqualTo(1_020);
        assertThat(pill()).isEmpty();
    }

    @Test
    void nobodyFollowsUnderTheHandAndThenAllComesAtOnce() {
        come(1_000);
        end();
        key(KeyCode.ALT);
        come(214);
        assertThat(table.getItems()).hasSize(1_000);
        assertThat(pill()).isEqualTo("214 new");
        nanos += TimeUnit.SECONDS.toNanos(2);
        run(rows::settle);
        assertThat(lastInView()).isEqualTo(1_214);
        assertThat(pill()).isEmpty();
    }

    @Test
    void whereNewRowsMayComeAnywhereNobodyFollows() {
        come(1_000);
        TableColumn<Long, ?> column = table.getColumns().getFirst();
        column.setId("other");
        run(() -> table.getSortOrder().setAll(List.of(column)));
        run(() -> table.scrollTo(999));
        String before = view();
        come(10);
        assertThat(view()).isEqualTo(before);
        assertThat(pill()).isEmpty();
    }

    @Test
    void sortedTheOtherWayRoundTheEdgeIsTheOther() {
        come(1_000);
        TableColumn<Long, ?> column = table.getColumns().getFirst();
        column.setSortType(TableColumn.SortType.DESCENDING);
        run(() -> table.getSortOrder().setAll(List.of(column)));
        run(() -> table.scrollTo(0));
        come(10);
        assertThat(first()).isEqualTo(1_010);
        assertThat(pill()).isEmpty();
    }

    private void passing() {
        come(1_000);
        scrollTo(500);
        run(() -> table.getSelectionModel().select(510));
        Long chosen = selected.getFirst();
        String before = view();
        for (int i = 0; i < 50; i++) {
            come(1_000);
            go(LongStream.rangeClosed(last - 999, last).boxed().toList());
        }
        come(10);
        assertThat(view()).isEqualTo(before);
        assertThat(selected).containsExactly(chosen);
        assertThat(pill()).isEqualTo("10 new");
    }

    private void open(boolean newestFirst) throws TimeoutException {
        rows = new LiveRows<>(newestFirst);
        last = 0;
        build(newestFirst ? Newest.FIRST : Newest.LAST);
        FxToolkit.setupSceneRoot(() -> new StackPane(table, pill));
        FxToolkit.setupStage(
                stage -> {
                    stage.setWidth(400);
                    stage.setHeight(400);
                    stage.show();
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void build(Newest unsorted) {
        table = new TableView<>();
        table.setFixedCellSize(ROW);
        TableColumn<Long, Long> column = new TableColumn<>("Number");
        column.setId("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        table.getColumns().add(column);
        pill = new Pill();
        pill.setFormat("{0} new");
        live = new LiveTable<>(table, pill, unsorted, this::select, () -> nanos);
        live.order("number", Newest.LAST)
                .showing(rows.shown(), rows::shownBy, rows.fresh(), rows::count);
    }

    private void select(List<Long> chosen) {
        selected.clear();
        selected.addAll(chosen);
    }

    private void come(int count) {
        List<Long> added = LongStream.rangeClosed(last + 1, last + count).boxed().toList();
        last += count;
        run(
                () -> {
                    rows.add(added);
                    rows.settle();
                });
    }

    private void go(List<Long> gone) {
        run(
                () -> {
                    rows.remove(gone);
                    rows.settle();
                });
    }

    private void scrollTo(int index) {
        run(
                () -> {
                    table.scrollTo(index);
                    flow().scrollPixels(13);
                });
    }

    private void end() {
        key(KeyCode.END);
    }

    private void key(KeyCode code) {
        EventTarget target = table;
        run(
                () ->
                        javafx.event.Event.fireEvent(
                                target,
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        false,
                                        false,
                                        false,
                                        false)));
    }

    /** The first row in view, and where it is to the pixel. */
    private String view() {
        return fx(
                () ->
                        "%s at %.3f"
                                .formatted(
                                        flow().getFirstVisibleCell().getItem(),
                                        flow().getFirstVisibleCell().getLayoutY()));
    }

    private long first() {
        return fx(() -> table.getItems().get(flow().getFirstVisibleCell().getIndex()));
    }

    private long lastInView() {
        return fx(
                () -> {
                    var cell = flow().getLastVisibleCell();
                    double bottom = cell.getLayoutY() + cell.getHeight();
                    assertThat(bottom).isLessThan(flow().getViewportLength() + 0.5);
                    return table.getItems().get(cell.getIndex());
                });
    }

    private String pill() {
        return fx(() -> pill.isVisible() ? pill.getText() : "");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    /** Does something, and lays out as the toolkit would before it shows anything. */
    private void run(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    task.run();
                    table.layout();
                    table.getScene().getRoot().layout();
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }
}
