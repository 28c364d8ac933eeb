package leasehold.history;

import java.time.Duration;
import java.time.Instant;

/** Wall times as the record holds them: nanoseconds since 1970, which reach from 1677 to 2262. */
final class Times {

    private static final long SECOND = 1_000_000_000;
    private static final Instant FIRST = instant(Long.MIN_VALUE);
    private static final Instant LAST = instant(Long.MAX_VALUE);

    private Times() {}

    /** Returns a time in nanoseconds; the nearest that there is, if it lies out of reach. */
    static long nanos(Instant at) {
        if (at.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        if (at.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        long seconds = at.getEpochSecond();
        return seconds < 0
                ? (seconds + 1) * SECOND + (at.getNano() - SECOND)
                : seconds * SECOND + at.getNano();
    }

    /**
     * Returns how long it is from one time to another, in nanoseconds; the longest there is if
     * longer.
     */
    static long between(Instant from, Instant until) {
        long most = until.isBefore(from) ? Long.MIN_VALUE : Long.MAX_VALUE;
        Duration time = Duration.between(from, until);
        return Math.abs(time.toSeconds()) < Long.MAX_VALUE / SECOND ? time.toNanos() : most;
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
