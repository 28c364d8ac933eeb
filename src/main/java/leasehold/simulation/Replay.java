package leasehold.simulation;

import java.util.Objects;

/**
 * The same clients as once before, who come when they came then and stay for as long, some times as
 * fast. How long they wait is for the server to say. Immutable.
 *
 * @param script who comes when
 * @param speed how many times as fast they come and go, {@value #SLOWEST} to {@value #FASTEST}
 * @param seed the same seed gives every visit the same faults
 * @param faults what goes wrong
 */
public record Replay(Script script, double speed, long seed, Faults faults) implements Load {

    /** The least speed: as it was. */
    public static final int SLOWEST = 1;

    /** The greatest speed. */
    public static final int FASTEST = 100;

    /** Checks the bounds. */
    public Replay {
        Objects.requireNonNull(script, "script");
        Check.number("speed", speed, SLOWEST, FASTEST);
        Objects.requireNonNull(faults, "faults");
    }
}
