package leasehold.monitor;

import java.time.Clock;
import leasehold.session.Failure;
import leasehold.session.ServerSessionController;
import leasehold.session.Subscription;

/**
 * Watches one controller for a view: takes every event on the thread of its subscription, merges
 * what happens to each lease, session and failure, and hands over the changes when the view asks,
 * which it does at its own beat. The view does no work per event, and no view holds up the
 * controller.
 *
 * <p>What waits for the next drain is bounded by the leases that live or are in the view. A lease
 * that comes and goes between two drains never is in a batch; it is counted, and its events are in
 * the record. Counters stay exact.
 *
 * <p>Safe for use by several threads; drained by one.
 */
public final class SessionMonitor implements AutoCloseable {

    private final Feed feed;
    private final Subscription subscription;

    private SessionMonitor(Feed feed, Subscription subscription) {
        this.feed = feed;
        this.subscription = subscription;
    }

    /**
     * Starts watching a controller.
     *
     * @param clock tells the time and, by its zone, the day that is called today
     */
    public static SessionMonitor of(ServerSessionController controller, Clock clock) {
        Feed feed = new Feed(controller.policy(), clock);
        return new SessionMonitor(feed, controller.subscribe(feed));
    }

    /** Starts watching a controller by the system's clock. */
    public static SessionMonitor of(ServerSessionController controller) {
        return of(controller, Clock.systemDefaultZone());
    }

    /** Watches what is told to a feed by others. */
    static SessionMonitor of(Feed feed) {
        return new SessionMonitor(feed, Subscription.NONE);
    }

    /**
     * Returns what has changed since the last drain. O(changes), and independent of the number of
     * events.
     *
     * @param budget how many leases, and how many sessions, may be in the batch, from 1; the rest
     *     waits for the next drain
     */
    public Batch drain(int budget) {
        return feed.drain(budget);
    }

    /** Tells whether there is anything to drain. Cheap: a beat may ask each time. */
    public boolean dirty() {
        return feed.dirty();
    }

    /**
     * Sets what to run when there is something to drain after there was nothing: once until the
     * next drain, on the thread that noticed, so that a beat can rest. Must return at once. Runs
     * now if there is something already.
     */
    public void onDirty(Runnable wake) {
        feed.onDirty(wake);
    }

    /** Counts a failure of the program that shows what is watched, among those of the session. */
    public void failed(Failure failure) {
        feed.failed(failure);
    }

    /**
     * Takes over the failures of former runs; the next batch says so. Those of a cause that is
     * known here are added to its group, which then tells when it was first seen; the others are
     * groups of their own, and no news. To be called once.
     */
    public void remember(PastFailures past) {
        feed.remember(past);
    }

    /**
     * Counts the openings of former runs among those of their day; the next batch says so. To be
     * called once.
     */
    public void remember(PastOpenings past) {
        feed.remember(past);
    }

    /** Notes that an operator has looked at a group of failures; the next batch says so. */
    public void seen(long failureGroup) {
        feed.seen(failureGroup);
    }

    /**
     * Mutes a group of failures, so that it is no news while it goes on, or ends that; the next
     * batch says so. One that occurs again after {@link FailureGroup#QUIET} comes back.
     */
    public void mute(long failureGroup, boolean muted) {
        feed.mute(failureGroup, muted);
    }

    /** Stops watching. Idempotent; what was not drained still can be. */
    @Override
    public void close() {
        subscription.close();
    }
}
