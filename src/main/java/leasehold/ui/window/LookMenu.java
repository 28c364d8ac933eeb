package leasehold.ui.window;

import java.util.Objects;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import leasehold.ui.fx.Theme;

/** The choice of light, dark, or as the system has it. */
final class LookMenu {

    private LookMenu() {}

    /** Has a choice, whose toggles bear the names of looks, follow the theme and lead it. */
    static Subscription bind(ToggleGroup looks, Theme theme) {
        return Subscription.combine(
                theme.mode().subscribe(mode -> tick(looks, mode)),
                looks.selectedToggleProperty()
                        .subscribe((_, chosen) -> theme.mode().set(mode(chosen))));
    }

    private static void tick(ToggleGroup looks, Theme.Mode mode) {
        for (Toggle toggle : looks.getToggles()) {
            if (mode(toggle) == mode) {
                looks.selectToggle(toggle);
            }
        }
    }

    private static Theme.Mode mode(Toggle toggle) {
        return Theme.Mode.valueOf(Objects.toString(toggle.getUserData()));
    }
}
