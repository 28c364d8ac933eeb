package leasehold.monitor;

import java.time.Duration;
import leasehold.history.LeaseSpan;
import leasehold.monitor.LingerAdvisor.Outcome;

/**
 * What would have happened under one linger: one session at a time, from when it is open, and until
 * when it is held. Keeps none of the leases it is told of.
 */
final class LingerReplay {

    private final Duration linger;
    private final long lingerNanos;
    private final long openNanos;
    private final long closeNanos;
    private long opens;
    private long openNanosInAll;
    private long waitNanos;
    private long readyAt;
    private long heldUntil;
    private long closedAt = Long.MIN_VALUE;

    LingerReplay(Duration linger, Duration opening, Duration closing) {
        this.linger = LingerAdvisor.checked("linger", linger);
        lingerNanos = linger.toNanos();
        openNanos = opening.toNanos();
        closeNanos = closing.toNanos();
    }

    /** Takes a lease; they come in the order in which they were asked for. */
    void take(LeaseSpan use) {
        if (opens == 0 || use.askedNanos() >= sum(heldUntil, lingerNanos) && isOver(use)) {
            close();
            open(use.askedNanos());
        }
        long granted = Math.max(use.askedNanos(), readyAt);
        waitNanos = sum(waitNanos, difference(granted, use.askedNanos()));
        heldUntil = Math.max(heldUntil, sum(granted, use.heldNanos()));
    }

    /** Returns what would have happened, with the last session closed; there are no more leases. */
    Outcome outcome() {
        close();
        return new Outcome(
                linger, opens, Duration.ofNanos(openNanosInAll), Duration.ofNanos(waitNanos));
    }

    /** One that asks at the very end of the last lease still finds the session open. */
    private boolean isOver(LeaseSpan use) {
        return use.askedNanos() > heldUntil;
    }

    private void open(long asked) {
        opens++;
        readyAt = sum(Math.max(asked, closedAt), openNanos);
        heldUntil = readyAt;
    }

    private void close() {
        if (opens > 0) {
            long closesAt = sum(heldUntil, lingerNanos);
            openNanosInAll = sum(openNanosInAll, difference(closesAt, readyAt));
            closedAt = sum(closesAt, closeNanos);
        }
    }

    /** A foreign record may have any times: what is longer than 292 years is as long as that. */
    private static long sum(long some, long more) {
        return some > Long.MAX_VALUE - more ? Long.MAX_VALUE : some + more;
    }

    /** The same for the time between two. */
    private static long difference(long later, long earlier) {
        long time = later - earlier;
        return time < 0 ? Long.MAX_VALUE : time;
    }
}
