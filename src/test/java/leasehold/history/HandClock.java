package leasehold.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. */
public final class HandClock extends Clock {

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

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
