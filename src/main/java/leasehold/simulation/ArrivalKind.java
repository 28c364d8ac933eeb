package leasehold.simulation;

import java.util.List;

/** The kinds of {@link Arrivals}. */
public enum ArrivalKind implements Kind {
    /** Closed loop. */
    LOOP("apart"),
    /** Evenly. */
    FIXED("rate"),
    /** Each for itself. */
    POISSON("rate"),
    /** Many at once. */
    BURST("burst", "every"),
    /** More and more. */
    RAMP("rateFrom", "rateTo", "rampWithin");

    private final List<String> fields;

    ArrivalKind(String... fields) {
        this.fields = List.of(fields);
    }

    @Override
    public List<String> fields(String chooser) {
        return fields;
    }
}
