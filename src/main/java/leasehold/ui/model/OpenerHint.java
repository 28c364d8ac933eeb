package leasehold.ui.model;

import leasehold.monitor.Batch;
import leasehold.monitor.OperatorActs;

/** Once, when a lease of the operator is the first to open a session, that is worth saying. */
final class OpenerHint {

    private boolean given;

    /** Tells whether it is to be said now; that is so once. */
    boolean isDue(Batch batch) {
        boolean due =
                !given
                        && batch.leases().stream()
                                .anyMatch(
                                        lease ->
                                                lease.opener()
                                                        && lease.client()
                                                                .equals(OperatorActs.CLIENT));
        given |= due;
        return due;
    }
}
