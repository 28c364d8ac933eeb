package leasehold.simulation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A pace at which time goes some times as fast as at another.
 *
 * @param origin the time of the other pace from which it does
 */
record Faster(Pace pace, double speed, long origin) implements Pace {

    @Override
    public long nanos() {
        return Math.round((pace.nanos() - origin) * speed);
    }

    @Override
    public void await(CountDownLatch latch, Duration time) throws InterruptedException {
        pace.await(latch, Duration.ofNanos(Math.round(time.toNanos() / speed)));
    }
}
