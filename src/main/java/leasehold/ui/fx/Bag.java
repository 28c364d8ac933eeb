package leasehold.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.Property;
import javafx.util.Subscription;

/** What a view has subscribed to, taken back in one go when the view goes. */
public final class Bag implements AutoCloseable {

    private final Deque<Subscription> subscriptions = new ArrayDeque<>();

    /** Keeps a subscription until the bag is closed. */
    public void add(Subscription subscription) {
        subscriptions.push(subscription);
    }

    /** Binds a property of the view to the model's, both ways, until the bag is closed. */
    public <T> void bind(Property<T> shown, Property<T> model) {
        shown.bindBidirectional(model);
        add(() -> shown.unbindBidirectional(model));
    }

    @Override
    public void close() {
        while (!subscriptions.isEmpty()) {
            subscriptions.pop().unsubscribe();
        }
    }
}
