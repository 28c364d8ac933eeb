package leasehold.session;

import java.time.Duration;

/** Refuses a value out of range with its name, itself and what is allowed. */
final class Bounds {

    /** The longest time that any setting takes: far from the overflow of nanoseconds in a long. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private Bounds() {}

    static <T extends Comparable<T>> void check(String field, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed is %s to %s".formatted(field, value, least, most));
        }
    }
}
