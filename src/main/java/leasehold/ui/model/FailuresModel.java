package leasehold.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.Stage;

/** The failures by cause, in the order of their first appearance, newest first. */
public final class FailuresModel {

    private final Map<Long, FailureRow> byId = new HashMap<>();
    private final LiveRows<FailureRow> live = new LiveRows<>(true);
    private final BooleanProperty ofOpening = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<FailureRow>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper former = new ReadOnlyStringWrapper("");
    private final LongConsumer markSeen;
    private final BiConsumer<Long, Boolean> mute;
    private IntConsumer step = _ -> {};

    /**
     * Creates the model.
     *
     * @param markSeen notes that an operator has looked at a cause
     * @param mute mutes a cause, or ends that
     */
    FailuresModel(LongConsumer markSeen, BiConsumer<Long, Boolean> mute) {
        this.markSeen = markSeen;
        this.mute = mute;
        ofOpening.subscribe(this::refilter);
        selected.subscribe(row -> row.ifPresent(this::look));
    }

    /** Returns the rows that the filter lets through, newest cause first. */
    public ObservableList<FailureRow> rows() {
        return live.shown();
    }

    /** Returns the rows as a table shows them. */
    public LiveRows<FailureRow> live() {
        return live;
    }

    /** Returns how many causes there are, whatever the filter. */
    public int causes() {
        return byId.size();
    }

    /** Returns what is to be said of the failures of former runs; empty if all are counted. */
    public ReadOnlyStringProperty former() {
        return former.getReadOnlyProperty();
    }

    /** Returns whether only failures to open are shown. */
    public BooleanProperty ofOpening() {
        return ofOpening;
    }

    /** Shows everything again. */
    public void clearFilter() {
        ofOpening.set(false);
    }

    /** Returns what is selected; written by the table. What is selected has been seen. */
    public ObjectProperty<Optional<FailureRow>> selected() {
        return selected;
    }

    /** Returns how many causes are new or have come back. */
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

    /** Tells whether an operator has looked at a cause that is shown, or muted it, just now. */
    boolean judged(FailureGroup now) {
        FailureRow row = byId.get(now.id());
        return row != null
                && !now.standing().isNews()
                && row.failures().standing() != now.standing();
    }

    /** Mutes the cause that is selected; one that is muted already no longer is. */
    public void toggleMute() {
        selected.get().ifPresent(row -> mute.accept(row.id(), !row.muted()));
    }

    /** Tells whether what is shown changes as time passes. */
    boolean ticking(Instant now) {
        return byId.values().stream()
                .map(FailureRow::failures)
                .anyMatch(
                        group ->
                                group.isRecent(now)
                                        || group.nextTry().filter(now::isBefore).isPresent());
    }

    /** Says something of the failures of former runs. */
    void formerly(String said) {
        former.set(said);
    }

    void apply(Collection<FailureGroup> groups) {
        List<FailureRow> fresh = new ArrayList<>();
        groups.forEach(group -> take(group, fresh));
        live.add(fresh);
        live.settle();
        if (!groups.isEmpty()) {
            unseen.set(
                    (int)
                            byId.values().stream()
                                    .filter(row -> row.failures().standing().isNews())
                                    .count());
        }
    }

    /** What was being done never changes for a cause, so that no change asks for this. */
    private void refilter() {
        boolean opening = ofOpening.get();
        live.filter(row -> !opening || row.failures().stage() == Stage.OPEN, opening);
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
        if (row.failures().standing().isNews()) {
            markSeen.accept(row.id());
        }
    }
}
