package leasehold.session;

/** A listener's subscription (rule 26). Safe for use by several threads. */
public interface ListenerSubscription extends Subscription {

    /**
     * Has the listener told a fresh snapshot, for one that has lost what it was told. The snapshot
     * stands in its place among the events: what came before it is told before. Asked again
     * meanwhile, one may come for both. None comes once the subscription or the controller has
     * ended. Never blocks, never throws.
     */
    void lookAgain();
}
