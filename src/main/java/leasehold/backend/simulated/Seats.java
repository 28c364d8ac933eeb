package leasehold.backend.simulated;

import java.util.concurrent.atomic.AtomicInteger;

/** The seats of a simulated server. */
final class Seats {

    private final AtomicInteger taken = new AtomicInteger();

    /** Takes a seat if fewer than {@code limit} are taken. */
    boolean take(int limit) {
        int before = taken.getAndUpdate(count -> count < limit ? count + 1 : count);
        return before < limit;
    }

    void free() {
        taken.decrementAndGet();
    }

    int taken() {
        return taken.get();
    }
}
