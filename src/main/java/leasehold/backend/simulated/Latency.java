package leasehold.backend.simulated;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import leasehold.backend.InvalidSettingException;

/**
 * How long something takes, as a distribution. Immutable.
 *
 * @param shape how the times are spread
 * @param typical the median, from 0
 * @param spread from 0, which is always {@code typical}: for UNIFORM the part of {@code typical} by
 *     which it is made longer or shorter, at most 1; for LOG_NORMAL the standard deviation of the
 *     logarithm, at most 3
 */
public record Latency(Shape shape, Duration typical, double spread) {

    private static final double LONGEST = 50;

    /** How times are spread. */
    public enum Shape {
        /** Any time between the bounds is as likely as any other. */
        UNIFORM(1),
        /** Most are near the median and a few are much longer, cut at 50 times the median. */
        LOG_NORMAL(3);

        private final double widest;

        Shape(double widest) {
            this.widest = widest;
        }

        /** Returns the largest spread that is allowed. */
        public double widest() {
            return widest;
        }
    }

    /** Checks the bounds. */
    public Latency {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(typical, "typical");
        if (typical.isNegative()) {
            throw new InvalidSettingException(
                    "typical", "typical is %s; allowed is from PT0S".formatted(typical));
        }
        if (!(spread >= 0 && spread <= shape.widest)) {
            throw new InvalidSettingException(
                    "spread",
                    "spread is %s; allowed is from 0 to %s".formatted(spread, shape.widest));
        }
    }

    /** Returns a latency that is always the same. */
    public static Latency fixed(Duration time) {
        return new Latency(Shape.UNIFORM, time, 0);
    }

    /**
     * Returns a latency that is longer or shorter by up to {@code jitter}, which is at most {@code
     * typical}.
     */
    public static Latency jittered(Duration typical, Duration jitter) {
        double spread = typical.isZero() ? 0 : (double) jitter.toNanos() / typical.toNanos();
        return new Latency(Shape.UNIFORM, typical, spread);
    }

    /** Returns a latency with the long tail of a real network. */
    public static Latency logNormal(Duration median, double spread) {
        return new Latency(Shape.LOG_NORMAL, median, spread);
    }

    /** Draws one time. */
    public Duration sample(RandomGenerator random) {
        double factor =
                switch (shape) {
                    case UNIFORM -> 1 + spread * (2 * random.nextDouble() - 1);
                    case LOG_NORMAL -> Math.min(LONGEST, Math.exp(spread * random.nextGaussian()));
                };
        return Duration.ofNanos(Math.round(typical.toNanos() * factor));
    }
}
