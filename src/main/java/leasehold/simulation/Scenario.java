package leasehold.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What simulated clients do, and what the simulated server does to them. Immutable.
 *
 * @param clients how many clients there are, 1 to {@value #MOST_CLIENTS}
 * @param arrivals the time between the arrivals of two clients
 * @param hold how long a client holds a lease
 * @param think how long it waits before it asks again
 * @param habits what it does wrong
 * @param rounds how many leases it asks for; 0 for without end
 * @param seed the same seed gives every client the same times and habits
 * @param faults the settings of the simulated server, by name; what is absent has its default
 */
public record Scenario(
        int clients,
        Span arrivals,
        Span hold,
        Span think,
        Habits habits,
        int rounds,
        long seed,
        Map<String, String> faults) {

    /** How many clients there may be. */
    public static final int MOST_CLIENTS = 100_000;

    /** Asks once, and holds the lease until it is told to release it. */
    static final Scenario ONE_LEASE =
            new Scenario(1, Span.NONE, new Span.Endless(), Span.NONE, Habits.GOOD, 1, 0, Map.of());

    /**
     * What a client does wrong.
     *
     * @param leaks the chance that it drops a lease without releasing it
     * @param releasesTwice the chance that it releases a lease twice
     */
    public record Habits(double leaks, double releasesTwice) {

        /** Nothing. */
        public static final Habits GOOD = new Habits(0, 0);

        /** Checks the bounds. */
        public Habits {
            checkChance("leaks", leaks);
            checkChance("releasesTwice", releasesTwice);
        }

        private static void checkChance(String name, double chance) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException(
                        "%s is %s; allowed is 0 to 1".formatted(name, chance));
            }
        }
    }

    /** Checks the bounds, and copies. */
    public Scenario {
        Objects.requireNonNull(arrivals, "arrivals");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(think, "think");
        Objects.requireNonNull(habits, "habits");
        faults = Map.copyOf(faults);
        check("clients", clients, 1, MOST_CLIENTS);
        check("rounds", rounds, 0, Integer.MAX_VALUE);
    }

    /** Returns clients that come one by one, and ask again and again. */
    public static Scenario of(int clients, Span hold, Span think) {
        Span arrivals = new Span.Uniform(Duration.ofMillis(100), Duration.ofMillis(500));
        return new Scenario(clients, arrivals, hold, think, Habits.GOOD, 0, 1, Map.of());
    }

    /** Returns the same with another number of clients. */
    public Scenario withClients(int clients) {
        return new Scenario(clients, arrivals, hold, think, habits, rounds, seed, faults);
    }

    /** Returns the same with other arrivals. */
    public Scenario withArrivals(Span arrivals) {
        return new Scenario(clients, arrivals, hold, think, habits, rounds, seed, faults);
    }

    /** Returns the same with other habits. */
    public Scenario withHabits(Habits habits) {
        return new Scenario(clients, arrivals, hold, think, habits, rounds, seed, faults);
    }

    /** Returns the same with another number of rounds. */
    public Scenario withRounds(int rounds) {
        return new Scenario(clients, arrivals, hold, think, habits, rounds, seed, faults);
    }

    /** Returns the same with another seed. */
    public Scenario withSeed(long seed) {
        return new Scenario(clients, arrivals, hold, think, habits, rounds, seed, faults);
    }

    /** Returns the same with other settings of the server. */
    public Scenario withFaults(Map<String, String> faults) {
        return new Scenario(clients, arrivals, hold, think, habits, rounds, seed, faults);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d; allowed is %d to %d".formatted(name, value, least, most));
        }
    }
}
