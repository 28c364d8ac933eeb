package leasehold.simulation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How time passes for simulated clients. */
@FunctionalInterface
interface Pace {

    /** Returns when the time has passed or the latch is open, whichever is first. */
    void await(CountDownLatch latch, Duration time) throws InterruptedException;

    /** Returns the pace of the real world. */
    static Pace real() {
        return (latch, time) -> {
            boolean _ = latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        };
    }
}
