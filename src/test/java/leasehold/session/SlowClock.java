package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A time whose next reader can be held between reading the clock and taking the lock, so that
 * others get in between.
 */
final class SlowClock implements SessionTime {

    private final SessionTime time;
    private final AtomicReference<Gate> next = new AtomicReference<>();

    SlowClock(SessionTime time) {
        this.time = time;
    }

    /** Holds the next reader, who must be on a counted thread, after it has read. */
    void holdNext(Gate gate) {
        next.set(gate);
    }

    @Override
    public long nanos() {
        long nanos = time.nanos();
        Gate gate = next.getAndSet(null);
        if (gate != null) {
            gate.passQuietly();
        }
        return nanos;
    }

    @Override
    public Instant wall() {
        return time.wall();
    }

    @Override
    public Subscription after(Duration delay, Runnable action) {
        return time.after(delay, action);
    }
}
