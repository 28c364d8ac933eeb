package leasehold.ui.model;

import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What an operator may do to a target now: of each act why not, which is empty if it may be. */
public final class Permits {

    private final TargetModel target;
    private final ReadOnlyStringWrapper any = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper release = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper revoke = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper close = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pause = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper export = new ReadOnlyStringWrapper("");

    Permits(TargetModel target) {
        this.target = target;
        target.record().ifPresent(record -> record.line().subscribe(_ -> export.set(unrecorded())));
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

    /** Returns why the tables cannot be paused, or let go on. */
    public ReadOnlyStringProperty pause() {
        return pause.getReadOnlyProperty();
    }

    /** Returns why nothing can be exported. */
    public ReadOnlyStringProperty export() {
        return export.getReadOnlyProperty();
    }

    void refresh() {
        export.set(unrecorded());
        any.set(nothing());
        pause.set(still());
        LeasesModel leases = target.leases();
        String over = leases.selectedOver() ? ended(leases.selected().size()) : "";
        boolean none = leases.selectedLiving().isEmpty();
        boolean noneHere = target.target().acts().mine().isEmpty();
        release.set(first(over, noneHere ? text("permits.noneHere") : ""));
        revoke.set(first(over, none ? text("permits.noneSelected") : ""));
        close.set(first(target.card().closable() ? "" : text("permits.noSession")));
    }

    /** Returns why nothing can be done to leases that have ended. */
    public String ended(int leases) {
        return text("permits.allEnded", leases);
    }

    private String unrecorded() {
        return target.record()
                .map(RecordModel::whyNot)
                .map(why -> why.isEmpty() ? "" : text("permits.notRecorded", target.name(), why))
                .orElseGet(() -> text("permits.noRecord", target.name()));
    }

    /** What has ended stands still anyway; a pause from before can be taken back. */
    private String still() {
        return Freshness.ended(target)
                .filter(_ -> !target.pause().on().get())
                .map(at -> target.words().at("permits.still", at))
                .orElse("");
    }

    private String nothing() {
        if (target.recording().isPresent()) {
            return text("permits.recording");
        }
        if (target.card().ended().get().isPresent()) {
            return text("permits.ended", target.name());
        }
        return target.readOnly() ? text("permits.readOnly", target.name()) : "";
    }

    private String first(String... whyNot) {
        return Stream.concat(Stream.of(any.get()), Stream.of(whyNot))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String text(String key, Object... values) {
        return target.words().texts().get(key, values);
    }
}
