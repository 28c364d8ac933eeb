package leasehold.figures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;

/**
 * Clients of a controller: many leases that stay for a while, and so many events a second. Every
 * tenth lease that comes takes the place of the oldest that is held; the others are released at
 * once.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 100;
    private static final long PAUSE_NANOS = 500_000;
    private static final int PAIR = 2;

    /** So many events had happened at a time. */
    record Mark(long events, long nanos) {}

    private final ServerSessionController controller;
    private final LeaseRequest[] requests = new LeaseRequest[CLIENTS];
    private final Deque<SessionLease> held = new ArrayDeque<>();
    private final Queue<Mark> marks = new ConcurrentLinkedQueue<>();
    private final AtomicLong events = new AtomicLong();
    private final Thread thread;
    private final double perNano;
    private volatile boolean over;
    private long taken;

    Load(ServerSessionController controller, long eventsPerSecond) {
        this.controller = controller;
        perNano = eventsPerSecond / 1e9;
        for (int i = 0; i < CLIENTS; i++) {
            requests[i] = LeaseRequest.of("client-" + i);
        }
        thread = Thread.ofPlatform().name("load").daemon().unstarted(this::run);
    }

    /** Takes leases that stay. */
    void hold(int leases) {
        for (int i = 0; i < leases; i++) {
            held.add(take());
        }
    }

    void start() {
        thread.start();
    }

    /** Returns how many events there were since the start. */
    long events() {
        return events.get();
    }

    /** Returns for how long the oldest event has waited that is not among those counted. */
    long lagNanos(long counted, long now) {
        Mark oldest = marks.peek();
        while (oldest != null && oldest.events() <= counted) {
            marks.poll();
            oldest = marks.peek();
        }
        return oldest == null ? 0 : now - oldest.nanos();
    }

    /** Ends the traffic; what is held stays held. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long begun = System.nanoTime();
        long made = 0;
        while (!over) {
            long due = (long) ((System.nanoTime() - begun) * perNano);
            if (made >= due) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            long until = Math.min(due, made + 1_000);
            for (; made < until; made += PAIR) {
                come();
            }
            events.set(made);
            marks.add(new Mark(made, System.nanoTime()));
        }
    }

    private void come() {
        SessionLease next = take();
        if (taken % 10 == 0) {
            held.add(next);
            held.remove().closeAsync();
        } else {
            next.closeAsync();
        }
    }

    private SessionLease take() {
        LeaseRequest request = requests[(int) (taken++ % CLIENTS)];
        return controller.tryOpenSessionAsync(request).join().orElseThrow();
    }
}
