package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A table whose newest rows come at the bottom. */
class RowKeeperTest {

    private static final double HEIGHT = 330;

    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private final List<List<Integer>> told = new ArrayList<>();
    private TableView<Integer> table;
    private RowKeeper<Integer> keeper;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        table = fx(this::build);
        keeper = fx(() -> new RowKeeper<>(table, told::add).newestLast());
    }

    @Test
    void tableThatFillsFollowsItsNewestRow() {
        change(() -> add(1, 100));
        assertThat(last().getItem()).isEqualTo(100);
        change(() -> add(101, 300));
        assertThat(last().getItem()).isEqualTo(300);
        assertThat(last().getLayoutY() + last().getHeight()).isLessThanOrEqualTo(viewport() + 1);
    }

    @Test
    void rowThatIsLookedAtStaysWhileRowsComeAndGo() {
        change(() -> add(1, 200));
        scrollTo(100);
        double before = y(110);
        change(
                () -> {
                    rows.remove(0, 50);
                    add(201, 250);
                });
        assertThat(y(110)).isEqualTo(before);
        assertThat(last().getItem()).isNotEqualTo(250);
    }

    @Test
    void nextRowStaysWhereTheFirstOnesSeenAreGone() {
        change(() -> add(1, 200));
        scrollTo(100);
        double before = y(104);
        change(() -> rows.removeIf(row -> row < 104 && row > 50));
        assertThat(y(104)).isEqualTo(before);
    }

    @Test
    void changesThatComeFasterThanThePulseLoseNeitherTheEdgeNorThePlace() {
        change(() -> add(1, 200));
        twice(() -> add(201, 250), () -> add(251, 300));
        assertThat(last().getItem()).isEqualTo(300);
        scrollTo(100);
        double before = y(110);
        twice(() -> rows.remove(0, 50), () -> rows.remove(0, 20));
        assertThat(y(110)).isEqualTo(before);
    }

    @Test
    void selectionStaysWithItsRowWhenTheOldestGo() {
        change(() -> add(1, 200));
        fx(
                () -> {
                    table.getSelectionModel().select(Integer.valueOf(120));
                    return true;
                });
        told.clear();
        change(
                () -> {
                    rows.remove(0, 50);
                    add(201, 250);
                });
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(120);
        assertThat(told).isEmpty();
        change(() -> rows.remove(0, 100));
        assertThat(told).containsExactly(List.of());
    }

    @Test
    void allThatAreSelectedStaySoAtOnce() {
        change(() -> add(1, 200));
        fx(
                () -> {
                    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
                    table.getSelectionModel().selectAll();
                    return true;
                });
        told.clear();
        change(
                () -> {
                    rows.remove(0, 50);
                    add(201, 250);
                });
        List<Integer> kept = IntStream.rangeClosed(51, 200).boxed().toList();
        assertThat(table.getSelectionModel().getSelectedItems()).containsExactlyElementsOf(kept);
        assertThat(told).containsExactly(kept);
    }

    private TableView<Integer> build() {
        TableView<Integer> made = new TableView<>(rows);
        TableColumn<Integer, Integer> column = new TableColumn<>("n");
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        made.getColumns().add(column);
        made.setFixedCellSize(28);
        new Scene(made, 200, HEIGHT);
        layout(made);
        return made;
    }

    private void change(Runnable change) {
        fx(
                () -> {
                    keeper.around(change);
                    layout(table);
                    return true;
                });
    }

    private void twice(Runnable first, Runnable second) {
        fx(
                () -> {
                    keeper.around(first);
                    keeper.around(second);
                    layout(table);
                    return true;
                });
    }

    private void scrollTo(int row) {
        fx(
                () -> {
                    table.scrollTo(Integer.valueOf(row));
                    layout(table);
                    return true;
                });
    }

    private void add(int first, int last) {
        rows.addAll(IntStream.rangeClosed(first, last).boxed().toList());
    }

    private IndexedCell<?> last() {
        return fx(() -> flow().getLastVisibleCell());
    }

    private double y(int row) {
        return fx(() -> flow().getCell(rows.indexOf(row)).getLayoutY());
    }

    private double viewport() {
        return fx(() -> flow().getHeight());
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    private static void layout(TableView<?> table) {
        table.applyCss();
        table.layout();
        table.layout();
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }
}
