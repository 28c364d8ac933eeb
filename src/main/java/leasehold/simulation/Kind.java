package leasehold.simulation;

import java.util.List;
import java.util.Locale;

/** An alternative among the settings of a scenario, with settings of its own. */
public sealed interface Kind permits ArrivalKind, SpanKind, LimitKind {

    /** Returns the constant's name. */
    String name();

    /**
     * Returns the names of the settings that it needs.
     *
     * @param chooser the setting by which it is chosen, such as {@code hold}
     */
    List<String> fields(String chooser);

    /** Returns the value by which it is chosen, such as {@code log-normal}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
