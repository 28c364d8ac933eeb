package leasehold.ui.window;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;

/** The choice of a target, or of another one. */
final class TargetMenu {

    private TargetMenu() {}

    /** Has a menu list the targets, as they come. */
    static Subscription bind(MenuButton menu, TargetsModel targets, Prompts prompts) {
        list(menu, targets, prompts);
        return targets.all().subscribe(() -> list(menu, targets, prompts));
    }

    private static void list(MenuButton menu, TargetsModel targets, Prompts prompts) {
        menu.getItems().clear();
        for (TargetModel target : targets.all()) {
            MenuItem item = new MenuItem(target.name());
            item.setOnAction(_ -> targets.current().set(target));
            menu.getItems().add(item);
        }
        TargetModel current = targets.current().get();
        MenuItem connect = new MenuItem(current.words().texts().get("window.connect"));
        connect.setId("connect");
        connect.setOnAction(_ -> prompts.connect());
        menu.getItems().addAll(new SeparatorMenuItem(), connect);
    }
}
