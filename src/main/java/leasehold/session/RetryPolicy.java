package leasehold.session;

import java.time.Duration;
import java.util.Objects;

/**
 * How an opening is tried again (rule 8). The wait before attempt n + 1 is {@code firstDelay ×
 * factor^(n−1)}, at most {@code maxDelay}, made longer or shorter by up to {@code jitter} of
 * itself. A value out of range is refused with the field, the value and the bounds.
 *
 * @param attempts how many attempts one opening makes, 1 to 1,000
 * @param firstDelay the wait after the first, 0 to 3,650 days
 * @param factor 1 to 100
 * @param maxDelay the longest wait, {@code firstDelay} to 3,650 days
 * @param jitter 0 to 1
 */
public record RetryPolicy(
        int attempts, Duration firstDelay, double factor, Duration maxDelay, double jitter) {

    /** Checks the bounds. */
    public RetryPolicy {
        Objects.requireNonNull(firstDelay, "retry.firstDelay");
        Objects.requireNonNull(maxDelay, "retry.maxDelay");
        Bounds.check("retry.attempts", attempts, 1, 1_000);
        Bounds.check("retry.firstDelay", firstDelay, Duration.ZERO, Bounds.LONGEST);
        Bounds.check("retry.factor", factor, 1.0, 100.0);
        Bounds.check("retry.maxDelay", maxDelay, firstDelay, Bounds.LONGEST);
        Bounds.check("retry.jitter", jitter, 0.0, 1.0);
    }

    /** Returns the policy that makes one attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, 1, Duration.ZERO, 0);
    }

    /** Returns the default: three attempts, 200 ms doubling to at most 5 s, a fifth of jitter. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(3, Duration.ofMillis(200), 2, Duration.ofSeconds(5), 0.2);
    }

    /**
     * Returns the wait after a failed attempt.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param random from 0 (inclusive) to 1
     */
    public Duration delayAfter(int attempt, double random) {
        double nanos =
                Math.min(maxDelay.toNanos(), firstDelay.toNanos() * Math.pow(factor, attempt - 1));
        return Duration.ofNanos(Math.round(nanos * (1 + jitter * (2 * random - 1))));
    }
}
