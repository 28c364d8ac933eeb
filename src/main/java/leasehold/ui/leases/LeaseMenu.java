package leasehold.ui.leases;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import leasehold.ui.model.LeasesModel;
import leasehold.ui.model.Texts;

/** What can be done to the selected leases. For one that has ended it says why nothing can. */
final class LeaseMenu extends ContextMenu {

    private final LeasesModel leases;
    private final Texts texts;
    private final MenuItem why = new MenuItem();
    private final MenuItem release;
    private final MenuItem revoke;

    LeaseMenu(LeasesModel leases, Texts texts, Runnable release, Runnable revoke, Runnable copy) {
        this.leases = leases;
        this.texts = texts;
        this.release = item("leases.menu.release", release);
        this.revoke = item("leases.menu.revoke", revoke);
        why.setId("menu-why");
        why.setDisable(true);
        getItems()
                .addAll(
                        why,
                        this.release,
                        this.revoke,
                        new SeparatorMenuItem(),
                        item("leases.menu.copy", copy));
        setOnShowing(_ -> update());
    }

    private void update() {
        boolean over = leases.selectedOver();
        why.setVisible(over);
        why.setText(texts.get("leases.menu.over", leases.selected().size()));
        release.setDisable(over);
        revoke.setDisable(over);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
