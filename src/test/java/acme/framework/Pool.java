package acme.framework;

import leasehold.session.LeaseRequest;
import leasehold.session.SessionController;
import leasehold.session.SessionLease;

/** A framework between a client's own code and the controller. */
public final class Pool {

    private Pool() {}

    public static SessionLease borrow(SessionController controller) throws Exception {
        return controller.openSession(LeaseRequest.of("pool"));
    }
}
