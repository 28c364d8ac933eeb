package leasehold.ui.model;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What an operator may do to a target now: of each act why not, which is empty if it may be. */
public final class Permits {

    private final TargetModel target;
    private final ReadOnlyStringWrapper any;
    private final ReadOnlyStringWrapper release = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper revoke = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper close = new ReadOnlyStringWrapper("");

    Permits(TargetModel target) {
        this.target = target;
        boolean readOnly = target.target().readOnly();
        any = new ReadOnlyStringWrapper(readOnly ? text("permits.readOnly", target.name()) : "");
    }

    /** Returns why nothing at all can be done. */
    public ReadOnlyStringProperty any() {
        return any.getReadOnlyProperty();
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
        release.set(or(target.mine().get() > 0, "permits.noneHere"));
        LeasesModel leases = target.leases();
        String none = leases.selected().isEmpty() ? "permits.noneSelected" : "permits.allEnded";
        revoke.set(or(!leases.selectedLiving().isEmpty(), none));
        close.set(or(target.card().closable(), "permits.noSession"));
    }

    private String or(boolean possible, String whyNot) {
        if (!any.get().isEmpty()) {
            return any.get();
        }
        return possible ? "" : text(whyNot);
    }

    private String text(String key, Object... values) {
        return target.words().texts().get(key, values);
    }
}
