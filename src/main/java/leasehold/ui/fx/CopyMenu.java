package leasehold.ui.fx;

import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;

/** The choice of a format in which the selected rows of a table are copied. */
final class CopyMenu {

    private CopyMenu() {}

    /** Shows the choice over the table's first selected row, else at its top. */
    static void show(TableView<?> table, Consumer<? super CopyFormat> copy) {
        ResourceBundle texts = Rooms.texts();
        ContextMenu menu = new ContextMenu();
        for (CopyFormat format : CopyFormat.values()) {
            MenuItem item = new MenuItem(texts.getString("CopyFormat." + format.name()));
            item.setId("copy-" + format.name());
            item.setOnAction(_ -> copy.accept(format));
            menu.getItems().add(item);
        }
        Node selected = table.lookup(".table-row-cell:selected");
        Node at = selected == null ? table : selected;
        Bounds bounds = at.localToScreen(at.getLayoutBounds());
        menu.show(table, bounds.getMinX() + bounds.getHeight(), bounds.getMinY());
    }
}
