package leasehold.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.util.Subscription;

/** What a view has subscribed to, taken back in one go when the view goes. */
public final class Bag implements AutoCloseable {

    private final Deque<Subscription> subscriptions = new ArrayDeque<>();

    /** Keeps a subscription until the bag is closed. */
    public void add(Subscription subscription) {
        subscriptions.push(subscription);
    }

    @Override
    public void close() {
        while (!subscriptions.isEmpty()) {
            subscriptions.pop().unsubscribe();
        }
    }
}
