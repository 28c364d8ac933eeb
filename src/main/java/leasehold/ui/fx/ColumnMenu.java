package leasehold.ui.fx;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The choice of which columns are shown: at the header of each, and behind a button. */
final class ColumnMenu {

    private final TableView<?> table;
    private final Fold fold;

    ColumnMenu(TableView<?> table, Fold fold) {
        this.table = table;
        this.fold = fold;
        ContextMenu menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        table.getColumns().forEach(column -> column.setContextMenu(menu));
    }

    void behind(MenuButton button) {
        button.getItems().setAll(new MenuItem());
        button.setOnShowing(_ -> button.getItems().setAll(items()));
    }

    void growing(TableColumn<?, ?> column, double most) {
        fold.growing(column, most);
    }

    private List<CheckMenuItem> items() {
        return table.getColumns().stream().map(this::item).toList();
    }

    private CheckMenuItem item(TableColumn<?, ?> column) {
        CheckMenuItem item = new CheckMenuItem(column.getText());
        item.setSelected(column.isVisible());
        item.setDisable(column.isVisible() && table.getVisibleLeafColumns().size() == 1);
        item.setOnAction(_ -> fold.choose(column, item.isSelected()));
        return item;
    }
}
