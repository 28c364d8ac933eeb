package leasehold.simulation;

import java.time.Duration;
import java.util.Objects;

/**
 * A client that comes for one lease. Immutable.
 *
 * @param begins when it asks, counted from the start of its script
 * @param client the name it gives itself
 * @param lasts how long it holds its lease; of one that gives up, how long it waits for an answer
 * @param ending how its visit ends, where nobody else ends it before
 */
public record Visit(Duration begins, String client, Duration lasts, Ending ending) {

    /** How a visit ends. */
    public enum Ending {
        /** It releases its lease. */
        RELEASES,
        /** It goes without releasing. */
        LEAVES,
        /** It asks no longer; a lease that it was granted before is released at once. */
        GIVES_UP
    }

    /** Checks the bounds. */
    public Visit {
        Check.time("begins", begins, Duration.ZERO, Span.LONGEST);
        Objects.requireNonNull(client, "client");
        Check.time("lasts", lasts, Duration.ZERO, Span.LONGEST);
        Objects.requireNonNull(ending, "ending");
    }
}
