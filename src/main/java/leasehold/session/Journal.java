package leasehold.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import leasehold.session.SessionEvent.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what happens and keeps the newest of it, for the feeds that follow. Everything is
 * guarded, but {@link #latest} and {@link #chunk}.
 *
 * <p>Placing an event makes no object: a slot names how the event is told and of which lease, and
 * whoever reads it makes the event, without the lock. The slots stand in chunks, each written once
 * and then left to its readers, so that nothing is overwritten under a reader's eyes; a ring keeps
 * the newest chunks. Before the first listener there is none.
 */
final class Journal {

    /** Tells an event when somebody reads it; must look only at what no longer changes. */
    @FunctionalInterface
    interface Body {
        SessionEvent event(Stamp stamp, @Nullable LeaseCore lease);
    }

    private static final int CHUNK = 256;
    private static final VarHandle NUMBER;

    static {
        try {
            NUMBER = MethodHandles.lookup().findVarHandle(Journal.class, "number", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Shell shell;
    private final int capacity;
    private final AtomicReferenceArray<@Nullable Chunk> ring;
    private final List<Feed> idle = new ArrayList<>();
    private long number;
    private @Nullable Chunk newest;
    private boolean ended;

    /**
     * @param capacity how many of the newest events are kept
     */
    Journal(Shell shell, int capacity) {
        this.shell = shell;
        this.capacity = capacity;
        this.ring = new AtomicReferenceArray<>(Math.ceilDiv(capacity, CHUNK) + 1);
    }

    /**
     * Consecutive events. A new chunk, rather than an old one filled again: the collector makes it
     * dear to write a reference into what is old.
     */
    static final class Chunk {
        private final long first;
        private final Body[] bodies = new Body[CHUNK];
        private final @Nullable LeaseCore[] leases = new LeaseCore[CHUNK];
        private final Clock.Anchor[] anchors = new Clock.Anchor[CHUNK];
        private final long[] nanos = new long[CHUNK];
        private final long[] epochs = new long[CHUNK];

        private Chunk(long first) {
            this.first = first;
        }

        private boolean has(long number) {
            return number >= first && number - first < CHUNK;
        }

        private void set(
                long number,
                Body body,
                @Nullable LeaseCore lease,
                Clock.Anchor anchor,
                long at,
                long epoch) {
            int slot = (int) (number - first);
            bodies[slot] = body;
            leases[slot] = lease;
            anchors[slot] = anchor;
            nanos[slot] = at;
            epochs[slot] = epoch;
        }

        /** Returns the number of the last event that is or will be here. */
        long last() {
            return first + CHUNK - 1;
        }

        /** Tells an event that is here, whose number the journal has said. */
        SessionEvent event(long number) {
            int slot = (int) (number - first);
            Stamp stamp =
                    new Stamp(number, anchors[slot].at(nanos[slot]), nanos[slot], epochs[slot]);
            return bodies[slot].event(stamp, leases[slot]);
        }
    }

    /** Returns what is there in a slot, or on a lease, by its very nature. */
    static <T> T of(@Nullable T subject) {
        return Objects.requireNonNull(subject, "the subject of an event");
    }

    /** Returns the number of the last event. */
    long number() {
        return number;
    }

    /** Places an event of a lease and returns its number. */
    long place(Body body, @Nullable LeaseCore lease, long nanos, long epoch) {
        if (ended) {
            return number;
        }
        long placed = number + 1;
        Chunk chunk = newest;
        if (chunk != null) {
            if (!chunk.has(placed)) {
                chunk = begin(placed);
            }
            chunk.set(placed, body, lease, shell.clock.anchor(), nanos, epoch);
        }
        NUMBER.setRelease(this, placed);
        if (!idle.isEmpty()) {
            wake();
        }
        return placed;
    }

    /** Places an event that is told by a function. */
    long place(long nanos, long epoch, Function<Stamp, SessionEvent> body) {
        return place((stamp, _) -> body.apply(stamp), null, nanos, epoch);
    }

    /** Takes no more events. */
    void end() {
        ended = true;
    }

    /** Tells whether no more events come. */
    boolean isEnded() {
        return ended;
    }

    /** Tells whether anybody ever followed: if not, no event is kept. Without the lock, a hint. */
    boolean isFollowed() {
        return newest != null;
    }

    /** Lets a feed follow from the next event on. */
    void follow(Feed feed) {
        if (newest == null) {
            begin(number + 1);
        }
        feed.next = number + 1;
    }

    /** Returns the number of the last event that can be read. Takes no lock. */
    long latest() {
        return (long) NUMBER.getAcquire(this);
    }

    /**
     * Returns the chunk of an event that can be read; null if it is no longer kept. Takes no lock.
     */
    @Nullable Chunk chunk(long number) {
        Chunk chunk = ring.getAcquire(place(number));
        boolean kept = chunk != null && chunk.has(number) && latest() - number < capacity;
        return kept ? chunk : null;
    }

    /** Tells whether a feed is up to date for good. */
    boolean finished(Feed feed) {
        return ended && feed.next > number;
    }

    /** Notes that a feed is up to date, and is to be woken by the next event. */
    void rest(Feed feed) {
        idle.add(feed);
    }

    /** Forgets a feed, and returns whether it rested. */
    boolean leave(Feed feed) {
        return idle.remove(feed);
    }

    private Chunk begin(long first) {
        Chunk chunk = new Chunk(first - first % CHUNK);
        newest = chunk;
        ring.setRelease(place(first), chunk);
        return chunk;
    }

    private int place(long number) {
        return (int) (number / CHUNK % ring.length());
    }

    private void wake() {
        idle.forEach(feed -> shell.later(feed::start));
        idle.clear();
    }
}
