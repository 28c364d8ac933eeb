package leasehold.ui.model;

import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The targets, and which of them is in front. */
public final class TargetsModel {

    private final ObservableList<TargetModel> all = FXCollections.observableArrayList();
    private final ObservableList<TargetModel> view = FXCollections.unmodifiableObservableList(all);
    private final ObjectProperty<TargetModel> current;

    /** Creates the model with its first target, which is in front. */
    public TargetsModel(TargetModel first) {
        all.add(first);
        current = new SimpleObjectProperty<>(first);
    }

    /** Returns all targets, in the order in which they were added. */
    public ObservableList<TargetModel> all() {
        return view;
    }

    /** Returns which is in front. */
    public ObjectProperty<TargetModel> current() {
        return current;
    }

    /** Returns the target that stands worst of those that are not in front, if there are any. */
    public Optional<TargetModel> worstOfOthers() {
        return all.stream()
                .filter(target -> target != current.get())
                .max(Comparator.comparingInt(target -> target.standing().get().badness()));
    }

    /** Adds a target and brings it to the front. */
    public void add(TargetModel target) {
        all.add(target);
        current.set(target);
    }
}
