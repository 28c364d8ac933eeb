package leasehold.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import leasehold.session.SessionEvent.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what happens and keeps the newest of it in a ring, for the feeds that follow. Everything
 * is guarded, but reading.
 *
 * <p>Placing an event makes no object: a slot names how the event is told and of which lease, and
 * whoever reads it makes the event, without the lock. Before the first listener there is no ring.
 */
final class Journal {

    /** Tells an event when somebody reads it; must look only at what no longer changes. */
    @FunctionalInterface
    interface Body {
        SessionEvent event(Stamp stamp, @Nullable LeaseCore lease);
    }

    /** What reading comes to when events were overwritten. */
    static final int LAPPED = -1;

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
    private final List<Feed> idle = new ArrayList<>();
    private long number;
    private @Nullable Ring ring;
    private boolean ended;

    Journal(Shell shell, int capacity) {
        this.shell = shell;
        this.capacity = capacity;
    }

    /** The newest events by number modulo capacity; also what a reader copies them to. */
    static final class Ring {
        final Body[] bodies;
        final @Nullable LeaseCore[] leases;
        final Clock.Anchor[] anchors;
        final long[] nanos;
        final long[] epochs;

        Ring(int size) {
            bodies = new Body[size];
            leases = new LeaseCore[size];
            anchors = new Clock.Anchor[size];
            nanos = new long[size];
            epochs = new long[size];
        }

        int size() {
            return bodies.length;
        }

        void set(
                long number,
                Body body,
                @Nullable LeaseCore lease,
                Clock.Anchor anchor,
                long at,
                long epoch) {
            int slot = slot(number);
            bodies[slot] = body;
            leases[slot] = lease;
            anchors[slot] = anchor;
            nanos[slot] = at;
            epochs[slot] = epoch;
        }

        void copy(long number, Ring target, int to) {
            int from = slot(number);
            target.bodies[to] = bodies[from];
            target.leases[to] = leases[from];
            target.anchors[to] = anchors[from];
            target.nanos[to] = nanos[from];
            target.epochs[to] = epochs[from];
        }

        private int slot(long number) {
            return (int) (number & (bodies.length - 1));
        }

        SessionEvent event(int slot, long number) {
            Stamp stamp =
                    new Stamp(number, anchors[slot].at(nanos[slot]), nanos[slot], epochs[slot]);
            SessionEvent event = bodies[slot].event(stamp, leases[slot]);
            leases[slot] = null;
            return event;
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
        Ring slots = ring;
        if (slots != null) {
            // A reader that meets a half-written slot must see the number before this one.
            VarHandle.storeStoreFence();
            slots.set(placed, body, lease, shell.clock.anchor(), nanos, epoch);
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

    /** Lets a feed follow from the next event on. */
    void follow(Feed feed) {
        if (ring == null) {
            // One slot more than is promised at the least: the one that is being written.
            ring = new Ring(Integer.highestOneBit(capacity) << 1);
        }
        feed.next = number + 1;
    }

    /**
     * Copies the events from a number on and returns how many; {@link #LAPPED} if some were
     * overwritten before. Takes no lock: it looks afterwards whether it was overtaken.
     */
    int read(long first, Ring target) {
        Ring slots = of(ring);
        int count = (int) Math.min(target.size(), (long) NUMBER.getAcquire(this) - first + 1);
        for (int i = 0; i < count; i++) {
            slots.copy(first + i, target, i);
        }
        VarHandle.loadLoadFence();
        return (long) NUMBER.getOpaque(this) - first < capacity ? count : LAPPED;
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

    private void wake() {
        idle.forEach(feed -> shell.later(feed::start));
        idle.clear();
    }
}
