package leasehold.session;

import java.util.List;

/**
 * Sees everything that happens, in order (rule 26). Its methods are called one at a time, on a
 * thread of the subscription. It may be slow, throw, block, or call back into the controller:
 * nobody else notices. If it falls behind by more than the ring holds, it is told the missed range,
 * gets a fresh snapshot, and goes on; it may ask for one ({@link ListenerSubscription}). When the
 * controller ends, a listener that is still being told after half of the abort timeout is
 * interrupted, and told nothing more (rule 24).
 */
public interface SessionListener {

    /**
     * What is so at this moment; every event after {@code snapshot.number()} follows.
     *
     * @param snapshot the state
     * @param leases the held leases in the order of their grants, then the waiting requests in the
     *     order of asking
     */
    void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases);

    /** What happened. */
    void onEvent(SessionEvent event);

    /**
     * Says that the events from {@code first} to {@code last}, both included, were missed; a
     * snapshot follows.
     */
    default void onGap(long first, long last) {}
}
