package leasehold.ui.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.monitor.PastSession;
import leasehold.monitor.SessionRecord;

/** A row of the sessions: stays the same object for as long as the session is kept. */
public final class SessionRow {

    private final long run;
    private final ReadOnlyObjectWrapper<SessionRecord> record;

    SessionRow(SessionRecord first) {
        this(Link.PRESENT, first);
    }

    SessionRow(PastSession past) {
        this(past.run(), past.session());
    }

    private SessionRow(long run, SessionRecord first) {
        this.run = run;
        record = new ReadOnlyObjectWrapper<>(first);
    }

    /** Tells whether it is of a former run, so that nothing can be done to it. */
    public boolean past() {
        return run != Link.PRESENT;
    }

    /** Returns the run to which it belongs; {@link Link#PRESENT} for the one that goes on. */
    long run() {
        return run;
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

    /** Tells whether the server may still hold it, and something can be done about it. */
    public boolean unclosed() {
        return !past() && session().state() == SessionRecord.State.UNCLOSED;
    }

    void update(SessionRecord newer) {
        record.set(newer);
    }
}
