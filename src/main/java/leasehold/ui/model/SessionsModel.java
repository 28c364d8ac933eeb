package leasehold.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import leasehold.monitor.SessionRecord;

/** The sessions that were opened and closed, newest first. */
public final class SessionsModel {

    private final NavigableMap<Long, SessionRow> byEpoch = new TreeMap<>();
    private final ObservableList<SessionRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SessionRow>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final Changes changes = new Changes();
    private Consumer<? super SessionRow> reveal = _ -> {};

    SessionsModel() {}

    /** Returns the rows, newest first. */
    public ObservableList<SessionRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** Returns what is selected; written by the table. */
    public ObjectProperty<Optional<SessionRow>> selected() {
        return selected;
    }

    /** Returns a session that is kept. */
    public Optional<SessionRecord> session(long epoch) {
        return Optional.ofNullable(byEpoch.get(epoch)).map(SessionRow::session);
    }

    /** Has the table show a session and select it. */
    public void reveal(long epoch) {
        Optional.ofNullable(byEpoch.get(epoch)).ifPresent(row -> reveal.accept(row));
    }

    /** Sets what the table does to show a row and select it. */
    public void onReveal(Consumer<? super SessionRow> action) {
        reveal = action;
    }

    /** Has every change of the rows run by the table that shows them. */
    public void frame(Consumer<Runnable> frame) {
        changes.frame(frame);
    }

    void apply(Collection<SessionRecord> sessions, long oldest) {
        List<SessionRow> fresh = new ArrayList<>();
        sessions.forEach(session -> take(session, fresh));
        NavigableMap<Long, SessionRow> gone = byEpoch.headMap(oldest, false);
        if (!fresh.isEmpty() || !gone.isEmpty()) {
            int dropped = gone.size();
            gone.clear();
            changes.run(() -> change(fresh, dropped));
        }
    }

    private void take(SessionRecord session, List<SessionRow> fresh) {
        SessionRow row = byEpoch.get(session.epoch());
        if (row == null) {
            SessionRow added = new SessionRow(session);
            byEpoch.put(session.epoch(), added);
            fresh.addFirst(added);
        } else {
            row.update(session);
        }
    }

    private void change(List<SessionRow> fresh, int dropped) {
        rows.addAll(0, fresh);
        if (dropped > 0) {
            rows.remove(rows.size() - dropped, rows.size());
        }
    }
}
