package leasehold.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.LeaseState;
import leasehold.session.LeaseEnd;
import org.jspecify.annotations.Nullable;

/** Leases that are to be revoked: those that were selected when it was asked, and no others. */
public final class RevokeModel {

    private static final int MOST_NAMED = 5;

    private final TargetModel target;
    private final List<LeaseRecord> leases;
    private final Grounds grounds;

    /**
     * A lease as the dialog names it.
     *
     * @param last how long it was held; of one that could not be revoked, how it had ended
     */
    public record Line(String id, String client, String holder, String last) {}

    /** Creates the question for leases. */
    public RevokeModel(TargetModel target, List<LeaseRecord> leases) {
        this.target = target;
        this.leases = List.copyOf(leases);
        boolean several = leases.size() > 1;
        grounds = new Grounds(target.words().texts(), new ReadOnlyBooleanWrapper(several));
    }

    /** Returns the first few leases. */
    public List<Line> named() {
        return leases.stream().limit(MOST_NAMED).map(lease -> line(lease, heldFor(lease))).toList();
    }

    /** Returns how many leases are not named. */
    public int more() {
        return Math.max(0, leases.size() - MOST_NAMED);
    }

    /** Returns how many leases there are. */
    public int size() {
        return leases.size();
    }

    /** Returns what will come of it, as things stand. */
    public StringBinding effect() {
        return Bindings.createStringBinding(this::willBe, target.status().counters());
    }

    /** Returns the operator's reason. */
    public Grounds grounds() {
        return grounds;
    }

    /** Says so if it may not be done at all, and tells it. */
    public boolean refused() {
        return target.acts().refused();
    }

    /** Revokes the leases, and returns those that had ended before, with how. */
    public List<Line> revoke() {
        List<Long> ids = leases.stream().map(LeaseRecord::id).toList();
        Map<Long, LeaseEnd> ends = target.target().acts().revoke(ids, grounds.said());
        List<Line> others = new ArrayList<>();
        for (LeaseRecord lease : leases) {
            LeaseState state = ended(ends.get(lease.id()));
            if (state != LeaseState.REVOKED) {
                others.add(line(lease, target.words().texts().word(state)));
            }
        }
        if (others.isEmpty()) {
            target.say("notice.revoked", ids.size());
        } else {
            target.say("notice.revokedSome", ids.size() - others.size(), ids.size());
        }
        return others;
    }

    /** Returns what came of it, if some had ended before. */
    public String result(int others) {
        return target.words()
                .texts()
                .get("revoke.result", leases.size() - others, leases.size(), others);
    }

    private String willBe() {
        long living = leases.stream().filter(this::lives).count();
        long others = target.status().counters().get().ledger().held() - living;
        String key =
                living == 0
                        ? "revoke.effect.none"
                        : others <= 0 ? "revoke.effect.last" : "revoke.effect.stays";
        return target.words().texts().get(key, living, leases.getFirst().epoch(), others);
    }

    private boolean lives(LeaseRecord lease) {
        return target.leases().row(lease.id()).filter(row -> row.lease().held()).isPresent();
    }

    private static LeaseState ended(@Nullable LeaseEnd end) {
        return Optional.ofNullable(end)
                .map(known -> LeaseState.valueOf(known.kind().name()))
                .orElse(LeaseState.UNSEEN);
    }

    private String heldFor(LeaseRecord lease) {
        return LeaseRow.heldFor(lease, target.words().formats().now())
                .map(Formats::duration)
                .orElse(Formats.MISSING);
    }

    private static Line line(LeaseRecord lease, String last) {
        return new Line("L-" + lease.id(), lease.client(), LeaseRow.holder(lease), last);
    }
}
