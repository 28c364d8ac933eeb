package leasehold.history;

import java.time.Duration;
import java.time.Instant;

/** A clock that a test sets. */
public final class HandClock extends UtcClock {

    private volatile Instant now;

    /** Creates a clock that stands still from the given instant on. */
    public HandClock(Instant now) {
        this.now = now;
    }

    /** Sets it. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Puts it forward, or back. */
    public void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
