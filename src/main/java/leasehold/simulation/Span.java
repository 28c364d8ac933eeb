package leasehold.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something lasts, as a distribution. Immutable. */
public sealed interface Span {

    /** The longest time that any of them may last, and that {@link Endless} draws. */
    Duration LONGEST = Duration.ofDays(3650);

    /** No time at all. */
    Span NONE = new Fixed(Duration.ZERO);

    /** Draws one time. */
    Duration draw(RandomGenerator random);

    /** Always the same. */
    record Fixed(Duration time) implements Span {

        /** Checks the bounds. */
        public Fixed {
            checkTime("time", time);
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return time;
        }
    }

    /** Any time between the bounds, as likely as any other. */
    record Uniform(Duration least, Duration most) implements Span {

        /** Checks the bounds. */
        public Uniform {
            checkTime("least", least);
            checkTime("most", most);
            if (least.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "least is %s; allowed is up to %s".formatted(least, most));
            }
        }

        @Override
        public Duration draw(RandomGenerator random) {
            long width = most.toNanos() - least.toNanos();
            return least.plusNanos(Math.round(width * random.nextDouble()));
        }
    }

    /** Mostly short and sometimes long, as calls of people are; at most twenty times the mean. */
    record Exponential(Duration mean) implements Span {

        private static final double MOST_MEANS = 20;

        /** Checks the bounds. */
        public Exponential {
            checkTime("mean", mean);
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return Duration.ofNanos(
                    Math.round(mean.toNanos() * Math.min(MOST_MEANS, random.nextExponential())));
        }
    }

    /**
     * Mostly near the median and sometimes much longer, as work of machines is; at most fifty times
     * the median.
     *
     * @param spread the standard deviation of the logarithm, 0 to {@value #WIDEST}
     */
    record LogNormal(Duration median, double spread) implements Span {

        /** The largest spread that is allowed. */
        public static final double WIDEST = 3;

        private static final double MOST_MEDIANS = 50;

        /** Checks the bounds. */
        public LogNormal {
            checkTime("median", median);
            Check.number("spread", spread, 0, WIDEST);
        }

        @Override
        public Duration draw(RandomGenerator random) {
            double factor = Math.min(MOST_MEDIANS, Math.exp(spread * random.nextGaussian()));
            double nanos = Math.min(LONGEST.toNanos(), median.toNanos() * factor);
            return Duration.ofNanos(Math.round(nanos));
        }
    }

    /** Until it is ended from outside. */
    record Endless() implements Span {

        @Override
        public Duration draw(RandomGenerator random) {
            return LONGEST;
        }
    }

    private static void checkTime(String name, Duration time) {
        Check.time(name, time, Duration.ZERO, LONGEST);
    }
}
