package leasehold.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/**
 * Time that stands still, until a step takes it to the next instant for which somebody waits. Safe
 * for use by several threads.
 */
final class Steps implements Pace {

    private final Queue<Waiting> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong(Waiting::until).thenComparingLong(Waiting::turn));
    private final Guard guard = new Guard();
    private long now;
    private long turns;
    private boolean owed;

    private record Waiting(long until, long turn, CountDownLatch latch) {}

    /** Lets one go on: who waits for the earliest instant; the next to wait, if nobody does. */
    void step() {
        guard.run(this::next);
    }

    private void next() {
        Waiting next = waiting.poll();
        owed = next == null;
        if (next != null) {
            now = next.until();
            next.latch().countDown();
        }
    }

    @Override
    public long nanos() {
        return guard.get(() -> now);
    }

    @Override
    public void await(CountDownLatch latch, Duration time) throws InterruptedException {
        if (time.compareTo(Span.LONGEST) >= 0) {
            latch.await();
            return;
        }
        Waiting mine = guard.get(() -> join(latch, time));
        try {
            latch.await();
        } finally {
            guard.run(() -> waiting.remove(mine));
        }
    }

    private Waiting join(CountDownLatch latch, Duration time) {
        long until = now + Math.max(0, time.toNanos());
        Waiting joining = new Waiting(until, turns++, latch);
        waiting.add(joining);
        if (owed) {
            next();
        }
        return joining;
    }
}
