package leasehold.session;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, in the order of asking (rule 9). Who leaves makes no hole, and leaving costs no
 * search. Everything is guarded.
 */
final class WaitingLine {

    private @Nullable Waiter first;
    private @Nullable Waiter last;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return first == null;
    }

    @Nullable Waiter first() {
        return first;
    }

    void join(Waiter waiter) {
        waiter.ahead = last;
        if (last == null) {
            first = waiter;
        } else {
            last.behind = waiter;
        }
        last = waiter;
        waiter.inLine = true;
        size++;
    }

    /** Takes out who stands first. */
    Waiter next() {
        Waiter next = first;
        if (next == null) {
            throw new IllegalStateException("nobody waits");
        }
        leave(next);
        return next;
    }

    void leave(Waiter waiter) {
        if (waiter.ahead == null) {
            first = waiter.behind;
        } else {
            waiter.ahead.behind = waiter.behind;
        }
        if (waiter.behind == null) {
            last = waiter.ahead;
        } else {
            waiter.behind.ahead = waiter.ahead;
        }
        waiter.ahead = null;
        waiter.behind = null;
        waiter.inLine = false;
        size--;
    }

    void each(Consumer<Waiter> action) {
        for (Waiter waiter = first; waiter != null; waiter = waiter.behind) {
            action.accept(waiter);
        }
    }
}
