package leasehold.simulation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How time passes for simulated clients. */
interface Pace {

    /** The pace of the real world. */
    Pace REAL =
            new Pace() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void await(CountDownLatch latch, Duration time) throws InterruptedException {
                    boolean _ = latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
                }
            };

    /** Returns a monotonic clock in nanoseconds from an arbitrary origin. */
    long nanos();

    /** Returns when the time has passed or the latch is open, whichever is first. */
    void await(CountDownLatch latch, Duration time) throws InterruptedException;

    /**
     * Returns this pace for clients whose time goes faster.
     *
     * @param speed how many times as fast, from 1
     */
    default Pace times(double speed) {
        return speed == 1 ? this : new Faster(this, speed, nanos());
    }
}
