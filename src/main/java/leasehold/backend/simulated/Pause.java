package leasehold.backend.simulated;

import java.time.Duration;

/** Waiting that does not hear. */
final class Pause {

    static final Duration FOREVER = Duration.ofDays(3650);

    private Pause() {}

    /**
     * Waits for {@code time}; once interrupted, for {@code deafFor} more and no longer. The
     * interrupt is swallowed, as deaf code does.
     */
    static void deaf(Delays delays, Duration time, Duration deafFor) {
        try {
            delays.sleep(time);
        } catch (InterruptedException _) {
            holdOn(delays, delays.nanos() + deafFor.toNanos());
        }
    }

    private static void holdOn(Delays delays, long until) {
        long left = until - delays.nanos();
        while (left > 0) {
            try {
                delays.sleep(Duration.ofNanos(left));
                return;
            } catch (InterruptedException _) {
                left = until - delays.nanos();
            }
        }
    }
}
