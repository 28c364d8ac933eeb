package leasehold.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionSnapshot;

/**
 * Where the threads that tell events and the one that writes them meet. Telling never waits for the
 * disk. When {@code capacity} events wait, more are counted instead, until half of the room is free
 * again: one gap a recording, which stands where they would.
 */
final class Handover {

    /** So much is written at once: what is taken is no longer in the way of what comes. */
    private static final int CHUNK = 8_192;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition settledMore = lock.newCondition();
    private final int capacity;
    private final Clock clock;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Map<Course, Item.Hole> holes = new HashMap<>();
    private Entry.Missed.Why why = Entry.Missed.Why.PACE;
    private int events;
    private boolean full;
    private long accepted;
    private long settled;
    private long unstored;
    private long missed;
    private Instant progressAt = Instant.EPOCH;
    private long missedAtProgress;
    private boolean hurried;
    private boolean called;
    private boolean closed;
    private boolean ended;

    Handover(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    /** Hands over an event, or counts it. */
    void tell(Course course, SessionEvent event) {
        lock.lock();
        try {
            if (full) {
                count(course, event.number());
            } else {
                add(new Item.Told(course, event));
                unstored++;
                full = ++events == capacity;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Hands over what is rare, and therefore not bounded. */
    void add(Item item) {
        lock.lock();
        try {
            waiting.add(item);
            if (accepted == settled) {
                progress();
            }
            accepted++;
            if (waiting.size() == 1 || isWorthIt()) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Hands over what a controller is like; what finds no room after it is another gap. */
    void look(Course course, SessionSnapshot snapshot, List<LeaseInfo> leases) {
        lock.lock();
        try {
            holes.remove(course);
            add(new Item.Looked(course, snapshot, leases));
        } finally {
            lock.unlock();
        }
    }

    /** Hands over that a listener fell behind. */
    void miss(Course course, long first, long last) {
        lock.lock();
        try {
            missed += last - first + 1;
            holes.remove(course);
            add(
                    new Item.Hole(course, first, clock.instant(), Entry.Missed.Why.BEHIND)
                            .growTo(last));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is something, then until so much time has passed, it is worth a transaction
     * or somebody waits for it.
     *
     * @param idle how long to wait for something
     * @return what is to be written next; empty if nothing came, or there will be no more
     */
    List<Item> take(Duration pace, Duration idle) throws InterruptedException {
        lock.lock();
        try {
            long idleLeft = idle.toNanos();
            while (waiting.isEmpty() && !closed && !called && idleLeft > 0) {
                idleLeft = changed.awaitNanos(idleLeft);
            }
            called = false;
            long left = waiting.isEmpty() ? 0 : pace.toNanos();
            while (left > 0 && !hurried && !closed && !isWorthIt()) {
                left = changed.awaitNanos(left);
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** Has the writer look up, though there may be nothing to write. */
    void call() {
        lock.lock();
        try {
            called = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether the writer has time for other work. */
    boolean isCalm() {
        lock.lock();
        try {
            return !hurried && !closed && events < capacity / 8;
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether all was taken, and there will be no more. */
    boolean isOver() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** These of what was taken are stored, or counted as missed. */
    void settled(List<Item> items) {
        lock.lock();
        try {
            settled += items.size();
            progress();
            unstored -= Item.events(items);
            hurried &= settled < accepted;
            settledMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on events that find no room are missed for that reason. */
    void blame(Entry.Missed.Why reason) {
        lock.lock();
        try {
            why = reason;
            settledMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until what was handed over before is settled; gives up when the disk cannot be written
     * to.
     *
     * @return whether it is settled
     */
    boolean flush() throws InterruptedException {
        lock.lock();
        try {
            long until = accepted;
            hurried = settled < accepted;
            changed.signalAll();
            while (settled < until && why != Entry.Missed.Why.DISK && !ended) {
                settledMore.await();
            }
            return settled >= until;
        } finally {
            lock.unlock();
        }
    }

    /** Rests between two tries; not at all if there will be no more. */
    void rest(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody writes any more: what was not settled never will be. */
    void end() {
        lock.lock();
        try {
            ended = true;
            settledMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** There will be no more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many events and the like are not settled. */
    long pending() {
        lock.lock();
        try {
            return accepted - settled;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many events were handed over and are not settled. */
    long unstored() {
        lock.lock();
        try {
            return unstored;
        } finally {
            lock.unlock();
        }
    }

    /** Returns what waits, and since when nothing gets on. */
    Waiting waiting() {
        lock.lock();
        try {
            if (accepted == settled) {
                return Waiting.NONE;
            }
            Duration still = Duration.between(progressAt, clock.instant());
            return new Waiting(
                    unstored,
                    still.isNegative() ? Duration.ZERO : still,
                    missed - missedAtProgress);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many events were missed before they could be handed over. */
    long missed() {
        lock.lock();
        try {
            return missed;
        } finally {
            lock.unlock();
        }
    }

    private void progress() {
        progressAt = clock.instant();
        missedAtProgress = missed;
    }

    private void count(Course course, long number) {
        missed++;
        Item.Hole hole = holes.get(course);
        if (hole == null) {
            hole = new Item.Hole(course, number, clock.instant(), why);
            holes.put(course, hole);
            add(hole);
        } else {
            hole.growTo(number);
        }
    }

    private boolean isWorthIt() {
        return waiting.size() >= CHUNK || events >= capacity / 2;
    }

    private List<Item> next() {
        List<Item> taken = new ArrayList<>(Math.min(CHUNK, waiting.size()));
        while (!waiting.isEmpty() && taken.size() < CHUNK) {
            Item item = waiting.remove();
            taken.add(item);
            if (item instanceof Item.Told) {
                events--;
            } else if (item instanceof Item.Hole hole) {
                holes.remove(hole.course(), hole);
            }
        }
        if (full && events <= capacity / 2) {
            full = false;
            holes.clear();
        }
        return taken;
    }
}
