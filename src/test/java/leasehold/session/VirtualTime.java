package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Time that stands still until a test moves it. The wall clock can be made to jump on its own. */
public final class VirtualTime implements SessionTime {

    private record Timer(long due, long order, Runnable action) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            return due == other.due
                    ? Long.compare(order, other.order)
                    : Long.compare(due, other.due);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long nanos = 1_000_000_000L;
    private long order;
    private Instant wall = Instant.parse("2025-06-03T14:00:00Z");

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant wall() {
        return wall;
    }

    @Override
    public synchronized Subscription after(Duration delay, Runnable action) {
        Timer timer = new Timer(nanos + delay.toNanos(), order++, action);
        timers.add(timer);
        return () -> cancel(timer);
    }

    /** Moves both clocks, but runs no timer: what is due is late. */
    public synchronized void pass(Duration by) {
        nanos += by.toNanos();
        wall = wall.plus(by);
    }

    /** Has the wall clock jump. */
    public synchronized void jump(Duration by) {
        wall = wall.plus(by);
    }

    /** Returns how many timers are set. */
    public synchronized int timers() {
        return timers.size();
    }

    /**
     * Takes out the next timer that is due by then, with the clocks moved to it, without running
     * it.
     */
    public synchronized Runnable takeDue(long until) {
        Timer next = timers.peek();
        if (next == null || next.due() > until) {
            return null;
        }
        timers.poll();
        moveTo(next.due());
        return next.action();
    }

    /** Takes out all that is due by now, in order, without running it: it will be late. */
    public synchronized List<Runnable> takeLate() {
        List<Runnable> late = new ArrayList<>();
        for (Runnable due = takeDue(nanos); due != null; due = takeDue(nanos)) {
            late.add(due);
        }
        return late;
    }

    /** Moves both clocks to a monotonic time. */
    public synchronized void moveTo(long until) {
        if (until > nanos) {
            wall = wall.plusNanos(until - nanos);
            nanos = until;
        }
    }

    private synchronized void cancel(Timer timer) {
        timers.remove(timer);
    }
}
