package leasehold.ui.leases;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import leasehold.ui.model.Permits;
import leasehold.ui.model.TargetModel;

/** What can be done to the selected leases, and why it cannot. */
final class LeaseMenu extends ContextMenu {

    private final TargetModel target;
    private final MenuItem why = new MenuItem();
    private final MenuItem release;
    private final MenuItem revoke;

    LeaseMenu(TargetModel target, Runnable release, Runnable revoke, Runnable copy) {
        this.target = target;
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
                        item("table.copy", copy));
        setOnShowing(_ -> update());
    }

    private void update() {
        Permits permits = target.permits();
        String whyNot = permits.revoke().get();
        why.setVisible(!whyNot.isEmpty());
        why.setText(whyNot);
        release.setDisable(!permits.release().get().isEmpty());
        revoke.setDisable(!whyNot.isEmpty());
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(target.words().texts().get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
