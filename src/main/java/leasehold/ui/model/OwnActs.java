package leasehold.ui.model;

import java.util.Optional;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.OperatorActs;
import leasehold.monitor.SessionRecord;
import leasehold.session.Act;

/**
 * What comes of the acts of the operator who looks: leases taken here, what was revoked or closed
 * in his name, and failures that he has just looked at.
 *
 * @param operator his name in the events
 * @param failures those that are shown
 */
record OwnActs(String operator, FailuresModel failures) implements Backlog.Own {

    @Override
    public boolean lease(LeaseRecord lease) {
        return lease.client().equals(OperatorActs.CLIENT)
                || lease.finish().filter(end -> his(end.by())).isPresent();
    }

    @Override
    public boolean session(SessionRecord session) {
        return session.opening().openedBy().equals(OperatorActs.CLIENT)
                || session.ending().filter(end -> his(end.by())).isPresent();
    }

    @Override
    public boolean failures(FailureGroup group) {
        return group.seen() && failures.unseen(group.id());
    }

    private boolean his(Optional<Act> by) {
        return by.filter(act -> act.operator().equals(operator)).isPresent();
    }
}
