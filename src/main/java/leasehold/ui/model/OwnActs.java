package leasehold.ui.model;

import java.util.Optional;
import java.util.function.Predicate;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.OperatorActs;
import leasehold.monitor.SessionRecord;
import leasehold.session.Act;

/**
 * What comes of the acts of the operator who looks: leases taken here, what was revoked or closed
 * in his name, and failures that he has just looked at or muted.
 *
 * @param operator his name in the events
 * @param mine which leases were taken here
 * @param failures those that are shown
 */
record OwnActs(String operator, Predicate<LeaseRecord> mine, FailuresModel failures)
        implements Backlog.Own {

    @Override
    public boolean lease(LeaseRecord lease) {
        return mine.test(lease) || lease.finish().filter(end -> his(end.by())).isPresent();
    }

    @Override
    public boolean session(SessionRecord session) {
        return session.opening().openedBy().equals(OperatorActs.CLIENT)
                || session.ending().filter(end -> his(end.by())).isPresent();
    }

    @Override
    public boolean failures(FailureGroup group) {
        return failures.judged(group);
    }

    private boolean his(Optional<Act> by) {
        return by.filter(act -> act.operator().equals(operator)).isPresent();
    }
}
