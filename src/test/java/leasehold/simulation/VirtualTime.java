package leasehold.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/**
 * Time that a test turns. It goes to the next instant for which a client waits only when every
 * client does wait.
 */
final class VirtualTime implements Pace, ThreadFactory {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final List<Sleeper> sleepers = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private long now;
    private int alive;

    private record Sleeper(long until, CountDownLatch latch) {}

    @Override
    public synchronized Thread newThread(Runnable task) {
        alive++;
        return Thread.ofVirtual()
                .unstarted(
                        () -> {
                            try {
                                task.run();
                            } finally {
                                ended();
                            }
                        });
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public void await(CountDownLatch latch, Duration time) throws InterruptedException {
        Sleeper sleeper = fallAsleep(latch, time);
        try {
            latch.await();
        } finally {
            wake(sleeper);
        }
    }

    /** Turns time on, stopping wherever somebody wakes. */
    synchronized void advance(Duration by) throws InterruptedException {
        long target = now + by.toNanos();
        awaitRest();
        while (next().until() <= target) {
            Sleeper first = next();
            now = first.until();
            sleepers.remove(first);
            first.latch().countDown();
            awaitRest();
        }
        now = target;
    }

    /** Returns for how long each wait was meant, in order. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    private Sleeper next() {
        return sleepers.stream()
                .min(Comparator.comparingLong(Sleeper::until))
                .orElse(new Sleeper(Long.MAX_VALUE, new CountDownLatch(0)));
    }

    private void awaitRest() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (sleepers.size() < alive) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(sleepers.size() + " of " + alive + " rest");
            }
            wait(left);
        }
    }

    private synchronized Sleeper fallAsleep(CountDownLatch latch, Duration time) {
        waits.add(time);
        Sleeper sleeper = new Sleeper(now + Math.max(0, time.toNanos()), latch);
        sleepers.add(sleeper);
        notifyAll();
        return sleeper;
    }

    private synchronized void wake(Sleeper sleeper) {
        sleepers.remove(sleeper);
    }

    private synchronized void ended() {
        alive--;
        notifyAll();
    }
}
