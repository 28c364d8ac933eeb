package leasehold.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import leasehold.history.EntryList;
import leasehold.history.Origin;
import leasehold.history.Place;
import leasehold.history.StoredEntry;

/**
 * What happened, in the order of time: all that is recorded of the target, of this run and of
 * former ones, however much that is. The rows in view are read from the record when they come into
 * view; the newest of all come with the news of them.
 */
public final class EventsModel {

    private final Optional<EventReader> reader;
    private final Formats formats;
    private final EventText text;
    private final EventRows rows = new EventRows(this::want);
    private final EventSelection selection;
    private final EventQuery query = new EventQuery(this::refilter);
    private final EventHits hits;
    private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final UnseenEvents unseen = new UnseenEvents();
    private final Optional<EventPager> pager;
    private final Optional<EventNews> news;
    private LiveView<EventRow> view = LiveView.nobody();
    private Consumer<? super EventRow> reveal = _ -> {};
    private Runnable arrived = () -> {};
    private Runnable waiting = () -> {};
    private EventNews.News latest = EventNews.News.NONE;
    private String store = "";
    private boolean watched;
    private boolean paused;

    /**
     * Creates the model.
     *
     * @param reader reads the events; empty if they are not recorded
     */
    EventsModel(Optional<EventReader> reader, Words words) {
        this.reader = reader;
        hits = new EventHits(reader, this::found);
        selection = new EventSelection(reader, hits::all);
        pager = reader.map(from -> new EventPager(from, rows, this::read));
        news = reader.map(from -> new EventNews(from, () -> watched, this::looked));
        formats = words.formats();
        text = new EventText(words.texts(), formats);
    }

    /**
     * Returns those rows that the filter lets through, oldest first, that are around where somebody
     * looks: all of them if they are not very many.
     */
    public ObservableList<EventRow> rows() {
        return rows;
    }

    /** Returns how many rows come before {@link #rows}. */
    public long offset() {
        return rows.offset();
    }

    /** Returns how many rows the filter lets through. */
    public ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    /** Has {@link #rows} be around a row, by its index among all that the filter lets through. */
    public void slide(long index) {
        pager.ifPresent(EventPager::forget);
        view.around().accept(() -> rows.slide(index));
    }

    /** Tells whether the filter lets a row through. */
    public boolean shows(EventRow row) {
        return rows.all().indexOf(row.place()) >= 0;
    }

    /** Returns which entries are shown. */
    EntryList shown() {
        return rows.all();
    }

    /** Returns which entries are selected. */
    EntryList chosen() {
        return selection.places();
    }

    /** Returns what is selected; written by the table. */
    public ObservableList<EventRow> selected() {
        return selection.rows();
    }

    /** Returns what stands in the row that is selected, if it is one. */
    public Optional<EventRecord> single() {
        return selection.single();
    }

    /** Returns the filter's words. */
    public StringProperty filter() {
        return query.words();
    }

    /** Returns whether only events are shown in which something failed. */
    public BooleanProperty failuresOnly() {
        return query.failuresOnly();
    }

    /** Returns whether only events are shown that an operator brought about. */
    public BooleanProperty operatorOnly() {
        return query.operatorOnly();
    }

    /** Returns how many events there are, whatever the filter. */
    public ReadOnlyIntegerProperty all() {
        return all.getReadOnlyProperty();
    }

    /** Returns how much of them the filter has looked through, in percent. */
    public ReadOnlyIntegerProperty searched() {
        return hits.searched();
    }

    /** Tells whether anything is filtered. */
    public boolean filtered() {
        return query.narrow();
    }

    /** Returns what is wrong with the filter's words, as a sentence; empty if nothing is. */
    public Optional<String> wrong() {
        return query.filter(formats).flatMap(EventFilter::wrong).map(text::wrong);
    }

    /** Shows everything again. */
    public void clearFilter() {
        show("");
    }

    /** Returns in a line what an event is about; the first of a run that was imported says so. */
    public String text(EventRecord event) {
        String said = text.of(event.entry());
        return origin(event.run())
                .filter(_ -> hits.isFirstOfItsRun(event.place()))
                .map(from -> text.imported(from, said))
                .orElse(said);
    }

    /** Returns from where a run comes; empty if it was not imported. */
    Optional<Origin> origin(long run) {
        return Optional.ofNullable(latest.origins().get(run));
    }

    /** Returns how long after the one above it an event happened; empty for the first. */
    public Optional<Duration> sinceAbove(EventRecord event) {
        long index = rows.all().indexOf(event.place());
        if (index < 1) {
            return Optional.empty();
        }
        Place above = rows.all().at(index - 1);
        return rows.row(above).known().or(() -> selection.known(above)).map(event::since);
    }

    /** Tells whether there is an event at a place, be it filtered or not. */
    public boolean has(Place place) {
        return hits.all().indexOf(place) >= 0;
    }

    /** Returns the run that goes on, or the newest that there is; 0 if there is none. */
    public long run() {
        EntryList all = hits.all();
        return all.isEmpty() ? 0 : all.at(all.size() - 1).run();
    }

    /** Sets what the table does to show a row and select it. */
    public void onReveal(Consumer<? super EventRow> action) {
        reveal = action;
    }

    /** Returns how many rows are new and not yet to be seen. */
    public ReadOnlyIntegerProperty fresh() {
        return unseen.count();
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
        EntryList next = hits.list();
        if (!rows.all().isEmpty() && atEdge()) {
            unseen.see(rows.all());
        } else {
            unseen.see(view.visible().get(), next.order());
        }
        unseen.countIn(next);
    }

    /**
     * Has the rows read that are selected now, for instance to be copied.
     *
     * @param then takes them in order, once they are read; those that were trimmed meanwhile are
     *     not among them
     */
    public void readSelected(Consumer<? super List<EventRow>> then) {
        selection.read(rows.all(), place -> rows.row(place).known(), then);
    }

    /** Tells whether rows wait for the table to be let go. */
    boolean waits() {
        return watched && !paused && !hits.list().equals(rows.all());
    }

    /** Shows what a filter of these words lets through, and nothing else. */
    void show(String words) {
        query.set(words);
    }

    /** Shows the events to which a link leads. */
    void show(Link.ToEvents link) {
        long run = link.run() == Link.PRESENT ? run() : link.run();
        EntryList all = hits.all();
        boolean several = !all.isEmpty() && all.at(0).run() != run();
        show(several ? link.filter() + " run:" + run : link.filter());
    }

    /** Has the table show an event and select it; shows everything if the filter hides it. */
    void reveal(Place place) {
        if (has(place)) {
            if (!hits.contains(place)) {
                clearFilter();
            }
            letIn();
            if (!rows.contains(rows.row(place))) {
                slide(rows.all().indexOf(place));
            }
            reveal.accept(rows.row(place));
        }
    }

    /** Has something done when rows wait, so that somebody lets them in. */
    void onWaiting(Runnable action) {
        waiting = action;
    }

    /** Has something done whenever rows were read. */
    void onArrived(Runnable action) {
        arrived = action;
    }

    /** Says whether anybody looks: only then rows are made and the newest are read. */
    void watch(boolean isWatched) {
        watched = isWatched;
        settle();
        look();
    }

    /** Says whether everything is to stand still. */
    void pause(boolean isPaused) {
        paused = isPaused;
        if (!paused) {
            take(latest);
        }
    }

    /** Lets in what waited for the table to be let go. */
    void settle() {
        if (watched && !paused && !view.held().getAsBoolean()) {
            letIn();
        }
        count();
    }

    /** No more is read. */
    void close() {
        hits.close();
        reader.ifPresent(EventReader::close);
    }

    /** Asks which events there are. */
    void look() {
        news.ifPresent(EventNews::look);
    }

    private void looked(EventNews.News now) {
        latest = now;
        if (!paused) {
            take(latest);
        }
        arrived.run();
    }

    private void take(EventNews.News now) {
        boolean turned = !store.isEmpty() && !store.equals(now.store());
        store = now.store();
        if (turned) {
            forget();
        }
        rows.fill(now.newest());
        all.set((int) now.list().size());
        hits.follow(now.list());
        offer();
    }

    /** The file is another: what was shown stands nowhere, and its places may be others' there. */
    private void forget() {
        pager.ifPresent(EventPager::forget);
        hits.forget();
        total.set(0);
        view.around().accept(rows::forget);
    }

    private void offer() {
        settle();
        if (waits()) {
            waiting.run();
        }
    }

    private void letIn() {
        EntryList next = hits.list();
        if (!next.equals(rows.all())) {
            boolean first = rows.isEmpty();
            pager.ifPresent(EventPager::forget);
            boolean newest = first || atEdge();
            view.around()
                    .accept(
                            () -> {
                                rows.show(next, newest);
                                total.set((int) next.size());
                            });
            if (first) {
                unseen.see(next);
            }
        }
    }

    private void refilter() {
        hits.look(query.filter(formats));
        if (!query.narrow()) {
            letIn();
        }
        count();
    }

    private void found(List<StoredEntry> latest, boolean first) {
        rows.fill(latest);
        offer();
        if (first || paused) {
            letIn();
            count();
        }
        arrived.run();
    }

    private boolean atEdge() {
        return rows.atEnd() && view.atEdge().getAsBoolean();
    }

    private void want(long index) {
        pager.ifPresent(of -> of.want(index));
    }

    /** Those in view are asked for anew if too many were wanted at once. */
    private void read(boolean tooMany) {
        if (tooMany) {
            var _ = view.visible().get();
        }
        arrived.run();
    }
}
