package leasehold.simulation;

import java.util.List;

/** The kinds of {@link Limit}. */
public enum LimitKind implements Kind {
    /** Not by itself. */
    NEVER,
    /** After so many leases. */
    LEASES("stopLeases"),
    /** After some time. */
    TIME("stopTime");

    private final List<String> fields;

    LimitKind(String... fields) {
        this.fields = List.of(fields);
    }

    @Override
    public List<String> fields(String chooser) {
        return fields;
    }
}
