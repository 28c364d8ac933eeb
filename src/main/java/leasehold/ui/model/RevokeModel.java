package leasehold.ui.model;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import leasehold.monitor.LeaseRecord;
import leasehold.session.LeaseEnd;

/** Leases that are to be revoked: those that were selected when it was asked, and no others. */
public final class RevokeModel {

    private static final int MOST_NAMED = 5;

    private final TargetModel target;
    private final List<LeaseRecord> leases;
    private final StringProperty reason = new SimpleStringProperty("");

    /** A lease as the dialog names it. */
    public record Line(String id, String client, String holder, String heldFor) {}

    /** Creates the question for leases. */
    public RevokeModel(TargetModel target, List<LeaseRecord> leases) {
        this.target = target;
        this.leases = List.copyOf(leases);
    }

    /** Returns the first few leases. */
    public List<Line> named() {
        return leases.stream().limit(MOST_NAMED).map(this::line).toList();
    }

    /** Returns how many leases are not named. */
    public int more() {
        return Math.max(0, leases.size() - MOST_NAMED);
    }

    /** Returns how many leases there are. */
    public int size() {
        return leases.size();
    }

    /** Says what will come of it. */
    public String effect() {
        long epoch = leases.getFirst().epoch();
        long others = target.status().counters().get().ledger().held() - leases.size();
        return others <= 0
                ? target.words().texts().get("revoke.effect.last", leases.size(), epoch)
                : target.words().texts().get("revoke.effect.stays", leases.size(), epoch, others);
    }

    /** Says so if it may not be done at all, and tells it. */
    public boolean refused() {
        return target.refused();
    }

    /** Returns the operator's reason. */
    public StringProperty reason() {
        return reason;
    }

    /** Returns whether the act may be done: more than one lease wants a reason. */
    public BooleanBinding allowed() {
        return Bindings.createBooleanBinding(
                () -> leases.size() == 1 || !reason.get().isBlank(), reason);
    }

    /** Revokes the leases, and says what came of each. */
    public void revoke() {
        List<Long> ids = leases.stream().map(LeaseRecord::id).toList();
        Map<Long, LeaseEnd> ends = target.target().acts().revoke(ids, reason.get().strip());
        List<Long> others =
                ids.stream()
                        .filter(
                                id -> {
                                    LeaseEnd end = ends.get(id);
                                    return end == null || end.kind() != LeaseEnd.Kind.REVOKED;
                                })
                        .toList();
        if (others.isEmpty()) {
            target.say("notice.revoked", ids.size());
        } else {
            String rest = String.join(", ", others.stream().map(id -> "L-" + id).toList());
            target.say("notice.revokedSome", ids.size() - others.size(), ids.size(), rest);
        }
    }

    private Line line(LeaseRecord lease) {
        return new Line(
                "L-" + lease.id(),
                lease.client(),
                LeaseRow.holder(lease),
                LeaseRow.heldFor(lease, target.words().formats().now())
                        .map(Formats::duration)
                        .orElse(Formats.MISSING));
    }
}
