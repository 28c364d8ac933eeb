package leasehold.ui.fx;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;

/** The chips beside a filter. */
public final class Chips {

    private Chips() {}

    /** Has a chip say how many rows it would show, if any. */
    public static void count(ToggleButton chip, int rows) {
        String name = name(chip);
        chip.setUserData(name);
        chip.setText(rows == 0 ? name : name + " " + rows);
    }

    /** Returns in words what is filtered for: the words that were typed, then the pressed chips. */
    public static String wanted(String typed, ToggleButton... chips) {
        Stream<String> pressed = Stream.of(chips).filter(ToggleButton::isSelected).map(Chips::name);
        return Stream.concat(Stream.of(typed.strip()), pressed)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String name(ToggleButton chip) {
        return chip.getUserData() instanceof String name ? name : chip.getText();
    }
}
