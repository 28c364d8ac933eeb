package leasehold.ui.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.Standing;

/** A row of the failures, one per cause: stays the same object. */
public final class FailureRow {

    private final ReadOnlyObjectWrapper<FailureGroup> record;

    FailureRow(FailureGroup first) {
        record = new ReadOnlyObjectWrapper<>(first);
    }

    /** Returns the number of the cause, which is the row's. */
    public long id() {
        return failures().id();
    }

    /** Returns what is known of the failures of this cause now. */
    public FailureGroup failures() {
        return record.get();
    }

    /** Returns what is known of the failures of this cause, as it changes. */
    public ReadOnlyObjectProperty<FailureGroup> record() {
        return record.getReadOnlyProperty();
    }

    /** Tells whether an operator does not want to be told of it. */
    public boolean muted() {
        return failures().standing() == Standing.MUTED;
    }

    void update(FailureGroup newer) {
        record.set(newer);
    }
}
