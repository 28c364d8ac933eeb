package leasehold.session;

import java.time.Duration;
import java.time.Instant;

/** Time that stands still, and never runs a timer. */
final class StillTime implements SessionTime {

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH;
    }

    @Override
    public Subscription after(Duration delay, Runnable action) {
        return Subscription.NONE;
    }
}
