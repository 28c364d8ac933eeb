package leasehold.ui.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The targets, and which of them is in front. A pause ends when another comes to the front. */
public final class TargetsModel {

    private final ObservableList<TargetModel> all = FXCollections.observableArrayList();
    private final ObservableList<TargetModel> view = FXCollections.unmodifiableObservableList(all);
    private final Set<CompletableFuture<?>> leaving = new HashSet<>();
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

    /** Returns the ends of targets that have left, as far as they are still to come. */
    public Set<CompletableFuture<?>> leaving() {
        return Set.copyOf(leaving);
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

    /** Tells whether a target may be disconnected: one stays. */
    public boolean more() {
        return all.size() > 1;
    }

    /**
     * Takes a target away, brings its neighbour to the front if it was there, and shuts it down.
     * Whoever is in front at its end says what came of it.
     */
    public void disconnect(TargetModel target) {
        int index = all.indexOf(target);
        if (index < 0 || !more()) {
            return;
        }
        if (current.get() == target) {
            current.set(all.get(index == 0 ? 1 : index - 1));
        }
        all.remove(target);
        CompletableFuture<Boolean> end = target.disconnect().toCompletableFuture();
        leaving.add(end);
        Stages.take(
                end,
                target::later,
                (closed, thrown) -> {
                    leaving.remove(end);
                    tell(target, closed, thrown);
                });
    }

    private void tell(TargetModel gone, @Nullable Boolean closed, @Nullable Throwable thrown) {
        if (closed == null) {
            current.get().failed(Objects.requireNonNull(thrown));
        } else {
            current.get().say(gone(gone, closed), gone.label());
        }
    }

    private static String gone(TargetModel target, boolean closed) {
        if (target.recording().isPresent()) {
            return "notice.recording.closed";
        }
        return closed ? "notice.disconnected" : "notice.disconnected.unclosed";
    }
}
