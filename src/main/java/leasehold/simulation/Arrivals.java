package leasehold.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** When clients come. Immutable. */
public sealed interface Arrivals {

    /** The most that may come in a second, on average. */
    double MOST_PER_SECOND = 10_000;

    /** The most that may come at once. */
    int MOST_AT_ONCE = 100_000;

    /** The shortest time between two bursts, and of a ramp. */
    Duration SHORTEST = Duration.ofMillis(1);

    /** The fewest that may come in a second, on average. */
    double FEWEST_PER_SECOND = 0.001;

    /** Returns the times at which clients come, counted from the start and never falling. */
    Stream<Duration> times(RandomGenerator random);

    /**
     * Tells whether who has come stays, and asks again and again: else each comes for one lease.
     */
    default boolean stay() {
        return false;
    }

    /**
     * Closed loop: every client comes once and stays, so that never more ask than there are.
     *
     * @param apart the time between the coming of two
     */
    record Loop(Duration apart) implements Arrivals {

        /** All at once. */
        public static final Loop AT_ONCE = new Loop(Duration.ZERO);

        /** Checks the bounds. */
        public Loop {
            Check.time("apart", apart, Duration.ZERO, Span.LONGEST);
        }

        @Override
        public Stream<Duration> times(RandomGenerator random) {
            return counted().map(k -> atMostLongest(apart.multipliedBy(k)));
        }

        @Override
        public boolean stay() {
            return true;
        }
    }

    /** Evenly, whatever became of those who came before. */
    record Fixed(double perSecond) implements Arrivals {

        /** Checks the bounds. */
        public Fixed {
            checkRate("perSecond", perSecond);
        }

        @Override
        public Stream<Duration> times(RandomGenerator random) {
            return counted().map(k -> seconds(k / perSecond));
        }
    }

    /** Each for itself, as people do: the times between two are exponential. */
    record Poisson(double perSecond) implements Arrivals {

        /** Checks the bounds. */
        public Poisson {
            checkRate("perSecond", perSecond);
        }

        @Override
        public Stream<Duration> times(RandomGenerator random) {
            return Stream.iterate(next(0, random), time -> next(time, random))
                    .map(Arrivals::seconds);
        }

        private double next(double time, RandomGenerator random) {
            return time + random.nextExponential() / perSecond;
        }
    }

    /** Many at once, then nobody for a while. */
    record Burst(int size, Duration every) implements Arrivals {

        /** Checks the bounds. */
        public Burst {
            Check.count("size", size, 1, MOST_AT_ONCE);
            Check.time("every", every, SHORTEST, Span.LONGEST);
        }

        @Override
        public Stream<Duration> times(RandomGenerator random) {
            return counted().map(k -> atMostLongest(every.multipliedBy(k / size)));
        }
    }

    /**
     * More and more, or fewer and fewer: the rate goes evenly from one to another, and stays there.
     */
    record Ramp(double from, double to, Duration within) implements Arrivals {

        /** Checks the bounds. */
        public Ramp {
            Check.number("from", from, 0, MOST_PER_SECOND);
            checkRate("to", to);
            Check.time("within", within, SHORTEST, Span.LONGEST);
        }

        @Override
        public Stream<Duration> times(RandomGenerator random) {
            return counted().map(k -> seconds(timeOf(k + 1)));
        }

        /** Solves for the time by which the rate, added up from the start, makes so many. */
        private double timeOf(long count) {
            double ramp = within.toNanos() / 1e9;
            double rampMakes = (from + to) / 2 * ramp;
            if (count > rampMakes) {
                return ramp + (count - rampMakes) / to;
            }
            double steepness = (to - from) / ramp;
            return 2 * count / (from + Math.sqrt(from * from + 2 * steepness * count));
        }
    }

    private static Stream<Long> counted() {
        return Stream.iterate(0L, k -> k + 1);
    }

    private static Duration seconds(double seconds) {
        double longest = Span.LONGEST.toSeconds();
        return Duration.ofNanos(Math.round(Math.min(longest, seconds) * 1e9));
    }

    private static Duration atMostLongest(Duration time) {
        return time.compareTo(Span.LONGEST) > 0 ? Span.LONGEST : time;
    }

    private static void checkRate(String name, double perSecond) {
        Check.number(name, perSecond, FEWEST_PER_SECOND, MOST_PER_SECOND);
    }
}
