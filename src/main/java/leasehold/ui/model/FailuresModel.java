package leasehold.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import leasehold.monitor.FailureGroup;

/** The failures by cause, in the order of their first appearance, newest first. */
public final class FailuresModel {

    private final Map<Long, FailureRow> byId = new HashMap<>();
    private final ObservableList<FailureRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FailureRow>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final Changes changes = new Changes();
    private final LongConsumer markSeen;
    private IntConsumer step = _ -> {};

    FailuresModel(LongConsumer markSeen) {
        this.markSeen = markSeen;
        selected.subscribe(row -> row.ifPresent(this::look));
    }

    /** Returns the rows, newest cause first. */
    public ObservableList<FailureRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** Returns what is selected; written by the table. What is selected has been seen. */
    public ObjectProperty<Optional<FailureRow>> selected() {
        return selected;
    }

    /** Returns how many causes nobody has looked at. */
    public ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /** Has the table select the next cause, or the previous one if negative. */
    public void step(int by) {
        step.accept(by);
    }

    /** Sets what the table does to select another cause. */
    public void onStep(IntConsumer action) {
        step = action;
    }

    /** Has every change of the rows run by the table that shows them. */
    public void frame(Consumer<Runnable> frame) {
        changes.frame(frame);
    }

    void apply(Collection<FailureGroup> groups) {
        List<FailureRow> fresh = new ArrayList<>();
        groups.forEach(group -> take(group, fresh));
        if (!fresh.isEmpty()) {
            changes.run(() -> rows.addAll(0, fresh));
        }
        if (!groups.isEmpty()) {
            unseen.set((int) rows.stream().filter(row -> !row.failures().seen()).count());
        }
    }

    private void take(FailureGroup group, List<FailureRow> fresh) {
        FailureRow row = byId.get(group.id());
        if (row == null) {
            FailureRow added = new FailureRow(group);
            byId.put(group.id(), added);
            fresh.addFirst(added);
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
