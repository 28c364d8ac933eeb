package leasehold.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import leasehold.monitor.SessionRecord;

/** The sessions that were opened and closed, newest first. */
public final class SessionsModel {

    private final NavigableMap<Long, SessionRow> byEpoch = new TreeMap<>();
    private final LiveRows<SessionRow> live = new LiveRows<>(true);
    private final ObjectProperty<Optional<SessionRow>> selected =
            new SimpleObjectProperty<>(Optional.empty());

    SessionsModel() {}

    /** Returns the rows, newest first. */
    public ObservableList<SessionRow> rows() {
        return live.shown();
    }

    /** Returns the rows as a table shows them. */
    public LiveRows<SessionRow> live() {
        return live;
    }

    /** Returns what is selected; written by the table. */
    public ObjectProperty<Optional<SessionRow>> selected() {
        return selected;
    }

    /** Returns a session that is kept. */
    public Optional<SessionRecord> session(long epoch) {
        return Optional.ofNullable(byEpoch.get(epoch)).map(SessionRow::session);
    }

    void apply(Collection<SessionRecord> sessions, long oldest) {
        List<SessionRow> fresh = new ArrayList<>();
        sessions.forEach(session -> take(session, fresh));
        NavigableMap<Long, SessionRow> gone = byEpoch.headMap(oldest, false);
        live.add(fresh);
        live.remove(gone.values());
        gone.clear();
        live.settle();
    }

    private void take(SessionRecord session, List<SessionRow> fresh) {
        SessionRow row = byEpoch.get(session.epoch());
        if (row == null) {
            SessionRow added = new SessionRow(session);
            byEpoch.put(session.epoch(), added);
            fresh.add(added);
        } else {
            row.update(session);
        }
    }
}
