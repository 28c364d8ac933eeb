package leasehold.ui.model;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What an operator may do to a target now: of each act why not, which is empty if it may be. */
public final class Permits {

    private final TargetModel target;
    private final ReadOnlyStringWrapper release = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper revoke = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper close = new ReadOnlyStringWrapper("");

    Permits(TargetModel target) {
        this.target = target;
    }

    /** Returns why no lease can be released. */
    public ReadOnlyStringProperty release() {
        return release.getReadOnlyProperty();
    }

    /** Returns why no lease can be revoked. */
    public ReadOnlyStringProperty revoke() {
        return revoke.getReadOnlyProperty();
    }

    /** Returns why the session cannot be closed. */
    public ReadOnlyStringProperty close() {
        return close.getReadOnlyProperty();
    }

    void refresh() {
        release.set(target.mine().get() == 0 ? text("permits.noneHere") : "");
        revoke.set(whyNotRevoke());
        close.set(target.card().closable() ? "" : text("permits.noSession"));
    }

    private String whyNotRevoke() {
        LeasesModel leases = target.leases();
        if (!leases.selectedLiving().isEmpty()) {
            return "";
        }
        return text(leases.selected().isEmpty() ? "permits.noneSelected" : "permits.allEnded");
    }

    private String text(String key) {
        return target.words().texts().get(key);
    }
}
