package leasehold.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import leasehold.monitor.FailureGroup;

/** The failures by cause, in the order of their first appearance, newest first. */
public final class FailuresModel {

    private final Map<Long, FailureRow> byId = new HashMap<>();
    private final LiveRows<FailureRow> live = new LiveRows<>(true);
    private final ObjectProperty<Optional<FailureRow>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final LongConsumer markSeen;

    FailuresModel(LongConsumer markSeen) {
        this.markSeen = markSeen;
        selected.subscribe(row -> row.ifPresent(this::look));
    }

    /** Returns the rows, newest cause first. */
    public ObservableList<FailureRow> rows() {
        return live.shown();
    }

    /** Returns the rows as a table shows them. */
    public LiveRows<FailureRow> live() {
        return live;
    }

    /** Returns what is selected; written by the table. What is selected has been seen. */
    public ObjectProperty<Optional<FailureRow>> selected() {
        return selected;
    }

    /** Returns how many causes nobody has looked at. */
    public ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /** Tells whether a cause is shown and nobody has looked at it. */
    boolean unseen(long id) {
        FailureRow row = byId.get(id);
        return row != null && !row.failures().seen();
    }

    void apply(Collection<FailureGroup> groups) {
        List<FailureRow> fresh = new ArrayList<>();
        groups.forEach(group -> take(group, fresh));
        live.add(fresh);
        live.settle();
        if (!groups.isEmpty()) {
            unseen.set((int) byId.values().stream().filter(row -> !row.failures().seen()).count());
        }
    }

    private void take(FailureGroup group, List<FailureRow> fresh) {
        FailureRow row = byId.get(group.id());
        if (row == null) {
            FailureRow added = new FailureRow(group);
            byId.put(group.id(), added);
            fresh.add(added);
        } else {
            row.update(group);
        }
    }

    private void look(FailureRow row) {
        if (!row.failures().seen()) {
            markSeen.accept(row.id());
        }
    }
}
