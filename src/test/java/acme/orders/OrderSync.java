package acme.orders;

import acme.framework.Pool;
import java.util.stream.Stream;
import leasehold.session.LeaseRequest;
import leasehold.session.SessionController;
import leasehold.session.SessionLease;

/** A client's own code, for tests of what is known of who asked. */
public final class OrderSync {

    private OrderSync() {}

    public static SessionLease takeThroughAPool(SessionController controller) throws Exception {
        return Pool.borrow(controller);
    }

    public static SessionLease take(SessionController controller) throws Exception {
        return controller.openSession(LeaseRequest.of("orders"));
    }

    public static SessionLease takeByDefaultMethod(SessionController controller) {
        return controller.tryOpenSessionAsync().join().orElseThrow();
    }

    public static SessionLease takeInAStream(SessionController controller) {
        return Stream.of(controller)
                .map(each -> each.tryOpenSessionAsync().join().orElseThrow())
                .toList()
                .getFirst();
    }
}
