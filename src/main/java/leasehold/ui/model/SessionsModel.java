package leasehold.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import leasehold.monitor.PastSession;
import leasehold.monitor.SessionRecord;

/** The sessions that were opened and closed, newest first. */
public final class SessionsModel {

    /** How many sessions of former runs are read at once. */
    static final int PAGE = 1_000;

    private static final int NEAR = 50;

    private final Map<Long, SessionRow> byEpoch = new HashMap<>();
    private final List<SessionRow> past = new ArrayList<>();
    private final LiveRows<SessionRow> live = new LiveRows<>(true);
    private final BooleanProperty openedToday = new SimpleBooleanProperty();
    private final BooleanProperty unclosed = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<SessionRow>> selected =
            new SimpleObjectProperty<>(Optional.empty());

    private final Formats formats;
    private Consumer<? super SessionRow> reveal = _ -> {};
    private Consumer<? super Optional<PastSession>> fetch = _ -> {};
    private Optional<PastSession> oldest = Optional.empty();
    private boolean fetching;
    private boolean more;

    SessionsModel(Formats formats) {
        this.formats = formats;
        openedToday.subscribe(this::refilter);
        unclosed.subscribe(this::refilter);
    }

    /** Returns the rows that the filter lets through, newest first. */
    public ObservableList<SessionRow> rows() {
        return live.shown();
    }

    /** Returns the rows as a table shows them. */
    public LiveRows<SessionRow> live() {
        return live;
    }

    /** Returns how many sessions are kept, whatever the filter. */
    public int kept() {
        return byEpoch.size() + past.size();
    }

    /** Returns whether only sessions that were opened today are shown. */
    public BooleanProperty openedToday() {
        return openedToday;
    }

    /** Returns whether only sessions that the server may still hold are shown. */
    public BooleanProperty unclosed() {
        return unclosed;
    }

    /** Tells whether anything is filtered. */
    public boolean filtered() {
        return openedToday.get() || unclosed.get();
    }

    /** Shows everything again. */
    public void clearFilter() {
        openedToday.set(false);
        unclosed.set(false);
    }

    /** Shows the sessions that the server may still hold, and selects the newest. */
    public void revealUnclosed() {
        openedToday.set(false);
        unclosed.set(true);
        live.catchUp();
        rows().stream().findFirst().ifPresent(reveal);
    }

    /** Sets what the table does to show a row and select it. */
    public void onReveal(Consumer<? super SessionRow> action) {
        reveal = action;
    }

    /** Returns what is selected; written by the table. */
    public ObjectProperty<Optional<SessionRow>> selected() {
        return selected;
    }

    /** Returns a session of the present run that is kept. */
    public Optional<SessionRecord> session(long epoch) {
        return Optional.ofNullable(byEpoch.get(epoch)).map(SessionRow::session);
    }

    /** Tells whether a session is shown, or would be if no filter hid it. */
    boolean has(Link.ToSession to) {
        return row(to).isPresent();
    }

    /** Has the table show a session and select it; shows everything if the filter hides it. */
    public void reveal(Link.ToSession to) {
        row(to).ifPresent(this::reveal);
    }

    private Optional<SessionRow> row(Link.ToSession to) {
        return to.run() == Link.PRESENT
                ? Optional.ofNullable(byEpoch.get(to.epoch()))
                : past.stream()
                        .filter(row -> row.run() == to.run() && row.epoch() == to.epoch())
                        .findFirst();
    }

    /** Tells whether there are older sessions that were not read yet. */
    public boolean more() {
        return more;
    }

    /** Counts what is new and was not seen yet, and reads on where the oldest rows are in view. */
    public void look() {
        live.count();
        int size = past.size();
        if (more
                && !fetching
                && !Collections.disjoint(
                        past.subList(Math.max(0, size - NEAR), size), live.visible())) {
            fetch();
        }
    }

    /**
     * Reads the newest sessions of former runs, and older ones when somebody looks that far.
     *
     * @param read reads at most {@link #PAGE} of those that come after one, or of all, and has them
     *     added
     */
    void recall(Consumer<? super Optional<PastSession>> read) {
        fetch = read;
        fetch();
    }

    /** Adds sessions of former runs, newest first, below those that there are. */
    void addPast(List<PastSession> sessions) {
        List<SessionRow> older = sessions.stream().map(SessionRow::new).toList();
        fetching = false;
        more = older.size() == PAGE;
        oldest = sessions.isEmpty() ? oldest : Optional.of(sessions.getLast());
        past.addAll(older);
        live.addOldest(older);
    }

    private void fetch() {
        fetching = true;
        fetch.accept(oldest);
    }

    private void reveal(SessionRow row) {
        live.catchUp();
        if (!rows().contains(row)) {
            clearFilter();
        }
        reveal.accept(row);
    }

    void apply(Collection<SessionRecord> sessions, Collection<Long> gone) {
        List<SessionRow> fresh = new ArrayList<>();
        sessions.forEach(session -> take(session, fresh));
        Set<SessionRow> dropped = new HashSet<>();
        gone.forEach(epoch -> Optional.ofNullable(byEpoch.remove(epoch)).ifPresent(dropped::add));
        live.add(fresh);
        live.remove(dropped);
        if (!sessions.isEmpty()) {
            live.changed();
        }
        live.settle();
    }

    private void refilter() {
        boolean today = openedToday.get();
        boolean stray = unclosed.get();
        live.filter(
                row -> (!today || wasOpenedToday(row.session())) && (!stray || row.unclosed()),
                filtered());
    }

    private boolean wasOpenedToday(SessionRecord session) {
        return session.opening().openedAt().filter(formats::isToday).isPresent();
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
