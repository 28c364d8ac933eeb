package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import leasehold.app.OpenWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Which columns a table shows at which width, and by whose will. */
class FoldTest {

    private static final double SCROLL_BAR = 16;

    private TableView<String> table;
    private MenuButton button;
    private Columns<String, String> columns;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        OpenWindow.run(this::make);
    }

    @Test
    void columnsFoldInTheirOrderAndThoseOfOneGroupTogether() {
        assertThat(shownAt(500)).containsExactly("rest", "a", "b", "c");
        assertThat(shownAt(499)).containsExactly("rest", "b", "c");
        assertThat(shownAt(399)).containsExactly("rest");
        assertThat(shownAt(500)).containsExactly("rest", "a", "b", "c");
    }

    @Test
    void restTakesWhatIsLeft() {
        shownAt(620);
        assertThat(column("rest").getPrefWidth()).isEqualTo(320);
        shownAt(420);
        assertThat(column("rest").getPrefWidth()).isEqualTo(220);
    }

    @Test
    void growingColumnsShareWhatTheRestDoesNotNeed() {
        OpenWindow.run(() -> columns.grow("c", 160).grow("b", 140));
        shownAt(700);
        assertThat(widths()).containsExactly(400.0, 100.0, 100.0, 100.0);
        shownAt(720);
        assertThat(widths()).containsExactly(400.0, 100.0, 100.0, 120.0);
        shownAt(900);
        assertThat(widths()).containsExactly(500.0, 100.0, 140.0, 160.0);
        shownAt(500);
        assertThat(widths()).containsExactly(200.0, 100.0, 100.0, 100.0);
    }

    @Test
    void columnShownByHandDoesNotFoldAndOneHiddenByHandStaysHidden() {
        shownAt(399);
        choose("a");
        assertThat(shownAt(399)).containsExactly("rest", "a");
        choose("a");
        assertThat(shownAt(2_000)).containsExactly("rest", "b", "c");
    }

    @Test
    void hiddenColumnIsShownWhenAskedForAndOthersMakeRoom() {
        assertThat(shownAt(2_000)).doesNotContain("hidden");
        choose("hidden");
        assertThat(shownAt(500)).containsExactly("rest", "b", "c", "hidden");
    }

    @Test
    void everyHeaderHasTheChoice() {
        assertThat(table.getColumns())
                .allSatisfy(column -> assertThat(column.getContextMenu()).isNotNull());
    }

    private void make() {
        table = new TableView<>();
        table.getColumns()
                .setAll(
                        List.of(
                                named("rest"),
                                named("a"),
                                named("b"),
                                named("c"),
                                named("hidden")));
        column("rest").setMinWidth(200);
        column("hidden").setVisible(false);
        button = new MenuButton("columns");
        columns =
                new Columns<String, String>(
                        table, ReadOnlyStringWrapper::new, java.util.Comparator.naturalOrder());
        columns.fold("rest", "a", "b c").chosenBehind(button);
        new Scene(new HBox(table, button));
    }

    private static TableColumn<String, String> named(String id) {
        TableColumn<String, String> column = new TableColumn<>(id);
        column.setId(id);
        column.setPrefWidth(100);
        return column;
    }

    private TableColumn<String, ?> column(String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<Double> widths() {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getPrefWidth).toList();
    }

    private List<String> shownAt(double width) {
        return OpenWindow.fx(
                () -> {
                    table.resize(width + SCROLL_BAR, 200);
                    return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
                });
    }

    private void choose(String id) {
        OpenWindow.run(
                () -> {
                    button.getOnShowing().handle(null);
                    MenuItem item =
                            button.getItems().stream()
                                    .filter(of -> of.getText().equals(id))
                                    .findFirst()
                                    .orElseThrow();
                    ((CheckMenuItem) item).setSelected(!((CheckMenuItem) item).isSelected());
                    item.getOnAction().handle(null);
                });
    }
}
