package leasehold.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import leasehold.history.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in the order of time: as much as the log keeps. While nobody looks the events stay
 * in the log, and no row is made of them.
 */
public final class EventsModel {

    private final EventLog log;
    private final int most;
    private final EventText text;
    private final EventRows rows;
    private final ObservableList<EventRow> selected = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty failuresOnly = new SimpleBooleanProperty();
    private final BooleanProperty operatorOnly = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper kept = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper();
    private final List<EventRow> waiting = new ArrayList<>();
    private LiveView<EventRow> view = LiveView.nobody();
    private Consumer<? super EventRow> reveal = _ -> {};
    private boolean watched;
    private long known;
    private long next;
    private long seen;
    private boolean cut;

    /**
     * Creates the model of a log.
     *
     * @param most how many events are shown at most
     */
    EventsModel(EventLog log, int most, Words words) {
        this.log = log;
        this.most = most;
        text = new EventText(words.texts(), words.formats());
        rows = new EventRows(most);
        filter.subscribe(this::refilter);
        failuresOnly.subscribe(this::refilter);
        operatorOnly.subscribe(this::refilter);
    }

    /** Returns the rows that the filter lets through, oldest first. */
    public ObservableList<EventRow> rows() {
        return rows;
    }

    /** Returns what is selected; written by the table. */
    public ObservableList<EventRow> selected() {
        return selected;
    }

    /** Returns what is selected, if it is one. */
    public Optional<EventRow> single() {
        return selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    }

    /** Returns the filter's words. */
    public StringProperty filter() {
        return filter;
    }

    /** Returns whether only events are shown in which something failed. */
    public BooleanProperty failuresOnly() {
        return failuresOnly;
    }

    /** Returns whether only events are shown that an operator brought about. */
    public BooleanProperty operatorOnly() {
        return operatorOnly;
    }

    /** Returns how many events the log keeps, whatever the filter. */
    public ReadOnlyIntegerProperty kept() {
        return kept.getReadOnlyProperty();
    }

    /** Returns how many rows there are, whatever the filter. */
    public int all() {
        return rows.kept();
    }

    /** Returns how many entries came before the oldest row, and are no longer kept. */
    public long dropped() {
        return next - waiting.size() - rows.kept();
    }

    /** Tells whether anything is filtered. */
    public boolean filtered() {
        return !filter.get().isBlank() || failuresOnly.get() || operatorOnly.get();
    }

    /** Shows everything again. */
    public void clearFilter() {
        show("");
    }

    /** Returns in a line what a row is about. */
    public String text(EventRow row) {
        return text.of(row.entry());
    }

    /** Returns how long after the row above it a row happened; empty for the first. */
    public Optional<Duration> sinceAbove(EventRow row) {
        int index = rows.indexOf(row);
        return index < 1 ? Optional.empty() : Optional.of(row.since(rows.get(index - 1)));
    }

    /** Tells whether the event of a number is kept. */
    public boolean keeps(long number) {
        return rows.row(number) != null;
    }

    /** Sets what the table does to show a row and select it. */
    public void onReveal(Consumer<? super EventRow> action) {
        reveal = action;
    }

    /** Returns how many rows are new and not yet to be seen. */
    public ReadOnlyIntegerProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    /**
     * Has a table show the rows, until that is taken back.
     *
     * @param held tells whether nothing may change place
     * @param atEdge tells whether the view stands where new rows come
     * @param visible tells which rows can be seen
     * @param around runs every change of the rows
     */
    public Subscription shownBy(
            BooleanSupplier held,
            BooleanSupplier atEdge,
            Supplier<? extends Set<EventRow>> visible,
            Consumer<Runnable> around) {
        view = new LiveView<>(held, atEdge, visible, around);
        return () -> view = LiveView.nobody();
    }

    /** Counts what is new and was not seen yet, for instance when the table was scrolled. */
    public void count() {
        if (view.atEdge().getAsBoolean()) {
            seen = rows.newest();
        } else {
            view.visible().get().forEach(row -> seen = Math.max(seen, row.number()));
        }
        fresh.set(rows.after(seen) + (int) waiting.stream().filter(rows::wants).count());
    }

    /** Tells whether rows wait for the table to be let go. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    /** Shows what a filter of these words lets through, and nothing else. */
    void show(String words) {
        failuresOnly.set(false);
        operatorOnly.set(false);
        filter.set(words);
    }

    /** Has the table show an event and select it; shows everything if the filter hides it. */
    void reveal(long number) {
        letIn();
        @Nullable EventRow row = rows.row(number);
        if (row != null) {
            if (!rows.contains(row)) {
                clearFilter();
            }
            reveal.accept(row);
        }
    }

    /** Says whether anybody looks. */
    void watch(boolean isWatched) {
        watched = isWatched;
        catchUp();
    }

    /** Takes what the log has up to a position. */
    void apply(long to) {
        known = to;
        kept.set(log.size());
        catchUp();
    }

    private void catchUp() {
        if (watched && next < known) {
            EventLog.Page page = log.read(next, known);
            if (page.from() > next) {
                waiting.clear();
                cut = true;
            }
            page.entries().stream().map(EventRow::new).forEach(waiting::add);
            next = page.to();
            bound();
        }
        if (watched && !view.held().getAsBoolean()) {
            letIn();
        }
        count();
    }

    /** What waits for a long time is no more than what can be shown. */
    private void bound() {
        if (waiting.size() > most) {
            waiting.subList(0, waiting.size() - most).clear();
            cut = true;
        }
    }

    private void letIn() {
        if (!waiting.isEmpty()) {
            List<EventRow> added = List.copyOf(waiting);
            boolean alone = cut;
            boolean first = rows.isEmpty();
            waiting.clear();
            cut = false;
            view.around().accept(() -> rows.append(added, alone));
            seen = first ? rows.newest() : seen;
        }
    }

    private void refilter() {
        EventFilter words = new EventFilter(filter.get());
        boolean failures = failuresOnly.get();
        boolean operator = operatorOnly.get();
        view.around()
                .accept(
                        () ->
                                rows.filter(
                                        row ->
                                                (!failures || row.failed())
                                                        && (!operator || row.acted())
                                                        && words.test(row)));
        count();
    }
}
