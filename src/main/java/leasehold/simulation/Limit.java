package leasehold.simulation;

import java.time.Duration;

/** When a scenario stops by itself. Immutable. */
public sealed interface Limit {

    /** The most leases after which one may stop. */
    int MOST_LEASES = 1_000_000_000;

    /** Not until it is told to. */
    record Never() implements Limit {}

    /** When so many leases have been asked for and given back; what failed counts too. */
    record Leases(int count) implements Limit {

        /** Checks the bounds. */
        public Leases {
            Check.count("count", count, 1, MOST_LEASES);
        }
    }

    /** When so much time has passed: the clients leave, with what they hold. */
    record Time(Duration time) implements Limit {

        /** Checks the bounds. */
        public Time {
            Check.time("time", time, Arrivals.SHORTEST, Span.LONGEST);
        }
    }
}
