package leasehold.ui.model;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.OperatorActs;
import leasehold.session.LeaseRequest;

/** What the operator does to a target; where that may not be done, it is said why instead. */
public final class TargetActs {

    private final TargetModel model;
    private final OperatorActs acts;

    TargetActs(TargetModel model) {
        this.model = model;
        acts = model.target().acts();
    }

    /** Acquires a lease as the operator. */
    public void acquire() {
        acquire(LeaseRequest.of(OperatorActs.CLIENT));
    }

    /** Acquires a lease as somebody. */
    public void acquire(LeaseRequest request) {
        if (refused()) {
            return;
        }
        Stages.take(
                acts.acquire(request),
                model::later,
                (id, _) -> {
                    if (id == null || id.isEmpty()) {
                        model.say("notice.refused");
                    }
                });
    }

    /** Releases the selected leases that were taken here, else the newest that was. */
    public void release() {
        if (refused(model.permits().release())) {
            return;
        }
        List<Long> own =
                model.leases().selectedLiving().stream()
                        .map(LeaseRecord::id)
                        .filter(acts.mine()::contains)
                        .toList();
        if (own.isEmpty()) {
            acts.releaseNewest();
        } else {
            own.forEach(acts::release);
        }
    }

    /** Has the simulated clients leave, and releases all leases that were taken here. */
    public void releaseAll() {
        model.simulator().ifPresent(SimulatorModel::releaseAll);
        acts.releaseAll();
    }

    /** Ends the time in which a failure answers all callers. */
    public void tryNow() {
        if (!refused()) {
            acts.retryNow();
        }
    }

    /** Has the close of a stray tried again. */
    public void retryClose(long epoch) {
        if (!refused()) {
            acts.retryClose(epoch, "");
        }
    }

    /** Takes a stray off the list. */
    public void forget(long epoch) {
        if (!refused()) {
            acts.forget(epoch, "");
        }
    }

    /** Says why if something may not be done now, and tells it. */
    public boolean refused(ReadOnlyStringProperty whyNot) {
        model.permits().refresh();
        if (!whyNot.get().isEmpty()) {
            model.notices().say(whyNot.get());
        }
        return !whyNot.get().isEmpty();
    }

    /** Says so if nothing may be done, and tells it. */
    public boolean refused() {
        return refused(model.permits().any());
    }
}
