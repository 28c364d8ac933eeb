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
            checkSpan("time", time);
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
            checkSpan("least", least);
            checkSpan("most", most);
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
            checkSpan("mean", mean);
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return Duration.ofNanos(
                    Math.round(mean.toNanos() * Math.min(MOST_MEANS, random.nextExponential())));
        }
    }

    /** Until it is ended from outside. */
    record Endless() implements Span {

        @Override
        public Duration draw(RandomGenerator random) {
            return LONGEST;
        }
    }

    private static void checkSpan(String name, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed is %s to %s".formatted(name, time, Duration.ZERO, LONGEST));
        }
    }
}
