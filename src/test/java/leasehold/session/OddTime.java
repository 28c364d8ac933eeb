package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * A time whose clocks are another's, and whose timers are odd.
 *
 * @param clocks tells the time
 * @param timers sets a timer, or fails to
 */
record OddTime(SessionTime clocks, BiFunction<Duration, Runnable, Subscription> timers)
        implements SessionTime {

    /** Returns a time that can set no timer. */
    static OddTime withoutTimers(SessionTime clocks) {
        return new OddTime(
                clocks,
                (_, _) -> {
                    throw new OutOfMemoryError("unable to create a thread");
                });
    }

    @Override
    public long nanos() {
        return clocks.nanos();
    }

    @Override
    public Instant wall() {
        return clocks.wall();
    }

    @Override
    public Subscription after(Duration delay, Runnable action) {
        return timers.apply(delay, action);
    }
}
