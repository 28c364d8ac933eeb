package leasehold.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The targets, and which of them is in front. A pause ends when another comes to the front. */
public final class TargetsModel {

    private final ObservableList<TargetModel> all = FXCollections.observableArrayList();
    private final ObservableList<TargetModel> view = FXCollections.unmodifiableObservableList(all);
    private final ObjectProperty<TargetModel> current;

    /** Creates the model with its first target, which is in front. */
    public TargetsModel(TargetModel first) {
        all.add(first);
        current = new SimpleObjectProperty<>(first);
        current.subscribe((former, _) -> former.pause().on().set(false));
    }

    /** Returns all targets, in the order in which they were added. */
    public ObservableList<TargetModel> all() {
        return view;
    }

    /** Returns which is in front. */
    public ObjectProperty<TargetModel> current() {
        return current;
    }

    /** Adds a target and brings it to the front. */
    public void add(TargetModel target) {
        all.add(target);
        current.set(target);
    }
}
