package leasehold.ui.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.monitor.SessionRecord;

/** A row of the sessions: stays the same object for as long as the session is kept. */
public final class SessionRow {

    private final ReadOnlyObjectWrapper<SessionRecord> record;

    SessionRow(SessionRecord first) {
        record = new ReadOnlyObjectWrapper<>(first);
    }

    /** Returns the number of the session, which is the row's. */
    public long epoch() {
        return session().epoch();
    }

    /** Returns what is known of the session now. */
    public SessionRecord session() {
        return record.get();
    }

    /** Returns what is known of the session, as it changes. */
    public ReadOnlyObjectProperty<SessionRecord> record() {
        return record.getReadOnlyProperty();
    }

    /** Tells whether the server may still hold it. */
    public boolean unclosed() {
        return session().state() == SessionRecord.State.UNCLOSED;
    }

    void update(SessionRecord newer) {
        record.set(newer);
    }
}
