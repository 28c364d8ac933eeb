package leasehold.session;

import java.time.Duration;
import java.time.Instant;

/**
 * The controller's view of time: one monotonic read per event, wall time derived from it (rule 25).
 */
final class Clock {

    private static final long ANCHORED_NANOS = Duration.ofSeconds(1).toNanos();

    private final SessionTime time;
    private volatile Anchor anchor;

    Clock(SessionTime time) {
        this.time = time;
        this.anchor = now();
    }

    /** One reading of both clocks, from which wall times nearby are derived. */
    record Anchor(Instant wall, long nanos) {

        Instant at(long monotonic) {
            return wall.plusNanos(monotonic - nanos);
        }
    }

    /**
     * Reads the monotonic clock, and anchors wall time anew once a second. Called without the lock.
     */
    long read() {
        long nanos = time.nanos();
        if (nanos - anchor.nanos >= ANCHORED_NANOS) {
            anchor = now();
        }
        return nanos;
    }

    Anchor anchor() {
        return anchor;
    }

    Instant at(long nanos) {
        return anchor.at(nanos);
    }

    private Anchor now() {
        return new Anchor(time.wall(), time.nanos());
    }
}
