package leasehold.session;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to one listener, on a virtual thread that lives while there is something to
 * deliver. What the listener does is its own affair: nobody waits for it (rule 26).
 *
 * <p>A feed that has caught up rests a millisecond before it sleeps, so that events coming fast
 * cost their makers one wake-up a millisecond at most.
 */
final class Feed implements ListenerSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /**
     * What a listener is told first, after a gap, and when it asks.
     *
     * @param missed the number of the first event that it missed; 0 if none
     */
    record View(long missed, SessionSnapshot snapshot, List<LeaseInfo> leases) {

        View after(long missed) {
            return new View(missed, snapshot, leases);
        }
    }

    private final Shell shell;
    private final Journal journal;
    private final SessionListener listener;
    private final LongFunction<View> view;

    /** The number of the next event to read. Touched by the feed's own thread alone. */
    long next;

    private @Nullable View pending;

    /** What was asked for, and is told after the events before it. The feed's own thread's. */
    private @Nullable View ahead;

    private volatile boolean asked;
    private final Errands.Errand errand = new Errands.Errand("feed");

    Feed(Shell shell, Journal journal, SessionListener listener, LongFunction<View> view) {
        this.shell = shell;
        this.journal = journal;
        this.listener = listener;
        this.view = view;
    }

    /** Takes the first view, and follows from there. Guarded. */
    void begin(long nanos) {
        shell.errands.add(errand);
        journal.follow(this);
        pending = view.apply(nanos);
        shell.later(this::start);
    }

    /** Starts delivering. Called without the lock, when no thread delivers. */
    void start() {
        try {
            shell.start("feed", false, this::run);
        } catch (Throwable e) {
            LOG.error(
                    "{}: no thread for a listener ({}); the next event tries again",
                    shell.name,
                    e.getClass().getName());
            shell.locked(_ -> startLater());
        }
    }

    @Override
    public void close() {
        errand.dismiss();
        shell.locked(
                _ -> {
                    if (journal.leave(this)) {
                        shell.errands.over(errand);
                    }
                });
    }

    @Override
    public void lookAgain() {
        asked = true;
        shell.locked(
                _ -> {
                    if (journal.leave(this)) {
                        shell.later(this::start);
                    }
                });
    }

    private void run() {
        errand.begin();
        boolean more = true;
        while (more) {
            more = deliver() || rested() && deliver() || !slept();
        }
    }

    /**
     * Delivers what there is, a chunk at most, and returns whether it is likely that there is more:
     * to follow who places the events slot by slot would slow them down. A view that was asked for
     * is no more: who asks again at every view is told so after a rest.
     */
    private boolean deliver() {
        if (errand.isDismissed()) {
            return false;
        }
        View due = due();
        if (due != null) {
            tell(due);
            return next <= journal.latest();
        }
        long latest = ahead == null ? journal.latest() : ahead.snapshot().number();
        if (next > latest) {
            return false;
        }
        Journal.Chunk chunk = journal.chunk(next);
        if (chunk == null) {
            long missed = next;
            ahead = null;
            pending = lookAfresh().after(missed);
        } else {
            tell(chunk, Math.min(latest, chunk.last()));
        }
        return chunk == null || ahead != null || next > chunk.last();
    }

    /** Takes the view that is to be told before the next event; null if there is none. */
    private @Nullable View due() {
        View due = pending;
        pending = null;
        if (due == null && ahead == null && asked) {
            asked = false;
            ahead = lookAhead();
        }
        if (due == null && ahead != null && ahead.snapshot().number() < next) {
            due = ahead;
            ahead = null;
        }
        return due;
    }

    /** Takes a new view and follows from there, as what came next is no longer kept. */
    private View lookAfresh() {
        long nanos = shell.clock.read();
        shell.enter();
        try {
            journal.follow(this);
            return view.apply(nanos);
        } finally {
            shell.leave();
        }
    }

    /** Takes the view that was asked for; null if the controller has ended. */
    private @Nullable View lookAhead() {
        long nanos = shell.clock.read();
        shell.enter();
        try {
            return journal.isEnded() ? null : view.apply(nanos);
        } finally {
            shell.leave();
        }
    }

    private void tell(Journal.Chunk chunk, long last) {
        while (next <= last && !errand.isDismissed()) {
            tell(chunk.event(next));
            next++;
        }
    }

    private void tell(View due) {
        if (due.missed() > 0) {
            guarded(() -> listener.onGap(due.missed(), due.snapshot().number()));
        }
        guarded(() -> listener.onSnapshot(due.snapshot(), due.leases()));
    }

    private void tell(SessionEvent event) {
        guarded(() -> listener.onEvent(event));
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            LOG.warn("{}: a listener failed with {}", shell.name, e.getClass().getName());
        }
        errand.returned();
    }

    /** Waits for the next event, if one can come. Guarded. */
    private void rest() {
        if (errand.isDismissed() || journal.finished(this)) {
            shell.errands.over(errand);
        } else {
            errand.pause();
            journal.rest(this);
        }
    }

    /** No thread could be made: the next event tries again, if one can come. Guarded. */
    private void startLater() {
        if (journal.isEnded()) {
            errand.dismiss();
        }
        rest();
    }

    private boolean rested() {
        try {
            shell.rest();
        } catch (Throwable e) {
            LOG.debug("{}: a feed rested less ({})", shell.name, e.getClass().getName());
        }
        return true;
    }

    /** Goes to sleep if there is still nothing to deliver, and returns whether it did. */
    private boolean slept() {
        shell.enter();
        try {
            boolean nothing = errand.isDismissed() || next > journal.number() && !asked;
            if (nothing) {
                rest();
            }
            return nothing;
        } finally {
            shell.leave();
        }
    }
}
