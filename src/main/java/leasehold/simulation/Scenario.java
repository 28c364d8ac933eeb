package leasehold.simulation;

import java.time.Duration;
import java.util.Objects;

/**
 * What simulated clients do, and what goes wrong meanwhile. Immutable.
 *
 * @param clients how many clients there are at most at a time, 1 to {@value #MOST_CLIENTS}
 * @param arrivals when they come
 * @param habits what they do then
 * @param limit when all of it stops
 * @param seed the same seed gives the same arrivals, and every client the same times and faults
 * @param faults what goes wrong
 */
public record Scenario(
        int clients, Arrivals arrivals, Habits habits, Limit limit, long seed, Faults faults)
        implements Load {

    /** How many clients there may be. */
    public static final int MOST_CLIENTS = 100_000;

    private static final Duration APART = Duration.ofMillis(300);

    /** Asks once, and holds the lease until it is told to release it. */
    static final Scenario ONE_LEASE =
            of(1, new Span.Endless(), Span.NONE).withArrivals(new Arrivals.Burst(1, Span.LONGEST));

    /**
     * What a client does.
     *
     * @param hold how long it holds a lease
     * @param think how long it rests before it comes or asks again
     */
    public record Habits(Span hold, Span think) {

        /** Checks that nothing is null. */
        public Habits {
            Objects.requireNonNull(hold, "hold");
            Objects.requireNonNull(think, "think");
        }
    }

    /** Checks the bounds. */
    public Scenario {
        Check.count("clients", clients, 1, MOST_CLIENTS);
        Objects.requireNonNull(arrivals, "arrivals");
        Objects.requireNonNull(habits, "habits");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(faults, "faults");
    }

    /** Returns clients that come one by one, and ask again and again without fault. */
    public static Scenario of(int clients, Span hold, Span think) {
        return new Scenario(
                clients,
                new Arrivals.Loop(APART),
                new Habits(hold, think),
                new Limit.Never(),
                1,
                Faults.NONE);
    }

    /** Returns the same with another number of clients. */
    public Scenario withClients(int clients) {
        return new Scenario(clients, arrivals, habits, limit, seed, faults);
    }

    /** Returns the same with other arrivals. */
    public Scenario withArrivals(Arrivals arrivals) {
        return new Scenario(clients, arrivals, habits, limit, seed, faults);
    }

    /** Returns the same with another end. */
    public Scenario withLimit(Limit limit) {
        return new Scenario(clients, arrivals, habits, limit, seed, faults);
    }

    /** Returns the same with another seed. */
    public Scenario withSeed(long seed) {
        return new Scenario(clients, arrivals, habits, limit, seed, faults);
    }

    /** Returns the same with other faults. */
    public Scenario withFaults(Faults faults) {
        return new Scenario(clients, arrivals, habits, limit, seed, faults);
    }
}
