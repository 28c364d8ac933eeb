package leasehold.ui.fx;

import java.util.Objects;
import javafx.beans.property.Property;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

/** A choice among constants by toggles, of which always one is selected. */
public final class Choices {

    private Choices() {}

    /**
     * Has toggles, which bear the names of constants, follow a property and lead it, until that is
     * taken back.
     */
    public static <E extends Enum<E>> Subscription bind(ToggleGroup toggles, Property<E> chosen) {
        return Subscription.combine(
                chosen.subscribe(constant -> select(toggles, constant)),
                toggles.selectedToggleProperty()
                        .subscribe((_, toggle) -> choose(toggles, chosen, toggle)));
    }

    /** Returns the toggle of a constant. */
    public static Toggle of(ToggleGroup toggles, Enum<?> constant) {
        return toggles.getToggles().stream()
                .filter(toggle -> name(toggle).equals(constant.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no toggle for " + constant));
    }

    private static void select(ToggleGroup toggles, Enum<?> constant) {
        toggles.selectToggle(of(toggles, constant));
    }

    private static <E extends Enum<E>> void choose(
            ToggleGroup toggles, Property<E> chosen, Toggle toggle) {
        if (toggle == null) {
            select(toggles, chosen.getValue());
        } else {
            chosen.setValue(Enum.valueOf(chosen.getValue().getDeclaringClass(), name(toggle)));
        }
    }

    private static String name(Toggle toggle) {
        return Objects.toString(toggle.getUserData());
    }
}
