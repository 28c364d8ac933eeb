package leasehold.monitor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts distinct values, up to a bound. Confined to the feed's lock. */
final class Distinct<T> {

    /** How many are shown. */
    static final int SHOWN = 20;

    /** How many are told apart. */
    static final int TOLD_APART = 1_000;

    private final Set<T> values = new LinkedHashSet<>();
    private boolean more;

    void add(T value) {
        if (values.size() < TOLD_APART) {
            values.add(value);
        } else {
            more |= !values.contains(value);
        }
    }

    /** Adds what came before. */
    void precede(Distinct<T> earlier) {
        List<T> own = List.copyOf(values);
        values.clear();
        earlier.values.forEach(this::add);
        own.forEach(this::add);
        more |= earlier.more;
    }

    FailureGroup.Several<T> several() {
        return new FailureGroup.Several<>(
                values.stream().limit(SHOWN).toList(), values.size(), more);
    }
}
