package leasehold.ui.fx;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;

/** The chips beside a filter. */
public final class Chips {

    private Chips() {}

    /** Returns in words what is filtered for: the words that were typed, then the pressed chips. */
    public static String wanted(String typed, ToggleButton... chips) {
        Stream<String> pressed =
                Stream.of(chips).filter(ToggleButton::isSelected).map(ToggleButton::getText);
        return Stream.concat(Stream.of(typed.strip()), pressed)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
