package leasehold.ui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
import leasehold.history.EntryList;
import leasehold.history.EntryPages;
import leasehold.history.Place;
import leasehold.history.StoredEntry;

/**
 * What happened, in the order of time: all that is recorded of the target, of this run and of
 * former ones, however much that is. The rows in view are read from the record when they come into
 * view; the newest of all come with the news of them.
 */
public final class EventsModel {

    private static final int NEWEST = 256;

    private final Optional<EventReader> reader;
    private final EventText text;
    private final EventRows rows = new EventRows(this::want);
    private final ObservableList<EventRow> selected = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty failuresOnly = new SimpleBooleanProperty();
    private final BooleanProperty operatorOnly = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper searched = new ReadOnlyIntegerWrapper(100);
    private final Optional<EventPager> pager;
    private Optional<EventFinder> finder = Optional.empty();
    private LiveView<EventRow> view = LiveView.nobody();
    private Consumer<? super EventRow> reveal = _ -> {};
    private Runnable arrived = () -> {};
    private Runnable waiting = () -> {};
    private News latest = new News("", EntryList.EMPTY, List.of());
    private String store = "";
    private EntryList base = EntryList.EMPTY;
    private EntryList next = EntryList.EMPTY;
    private Place seen = new Place(0, 0);
    private boolean watched;
    private boolean paused;
    private boolean looking;
    private boolean again;
    private boolean reading;
    private boolean found;

    /** In which store is what there is now, and the newest of it. */
    private record News(String store, EntryList list, List<StoredEntry> newest) {}

    /**
     * Creates the model.
     *
     * @param reader reads the events; empty if they are not recorded
     */
    EventsModel(Optional<EventReader> reader, Words words) {
        this.reader = reader;
        pager = reader.map(from -> new EventPager(from, rows, this::read));
        text = new EventText(words.texts(), words.formats());
        filter.subscribe((_, _) -> refilter());
        failuresOnly.subscribe((_, _) -> refilter());
        operatorOnly.subscribe((_, _) -> refilter());
        reader.ifPresent(from -> from.onStored(this::look));
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
        return EntryList.ofPlaces(selected.stream().map(EventRow::place).sorted().toList());
    }

    /** Returns what is selected; written by the table. */
    public ObservableList<EventRow> selected() {
        return selected;
    }

    /** Returns what stands in the row that is selected, if it is one. */
    public Optional<EventRecord> single() {
        return selected.size() == 1 ? selected.getFirst().known() : Optional.empty();
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

    /** Returns how many events there are, whatever the filter. */
    public ReadOnlyIntegerProperty all() {
        return all.getReadOnlyProperty();
    }

    /** Returns how much of them the filter has looked through, in percent. */
    public ReadOnlyIntegerProperty searched() {
        return searched.getReadOnlyProperty();
    }

    /** Tells whether anything is filtered. */
    public boolean filtered() {
        return !filter.get().isBlank() || failuresOnly.get() || operatorOnly.get();
    }

    /** Shows everything again. */
    public void clearFilter() {
        show("");
    }

    /** Returns in a line what an event is about. */
    public String text(EventRecord event) {
        return text.of(event.entry());
    }

    /** Returns how long after the one above it an event happened; empty for the first. */
    public Optional<Duration> sinceAbove(EventRecord event) {
        long index = rows.all().indexOf(event.place());
        return index < 1
                ? Optional.empty()
                : rows.row(rows.all().at(index - 1)).known().map(event::since);
    }

    /** Tells whether the event of a number is there. */
    public boolean has(Place place) {
        return base.indexOf(place) >= 0;
    }

    /** Returns the run that goes on, or the newest that there is; 0 if there is none. */
    public long run() {
        return base.isEmpty() ? 0 : base.at(base.size() - 1).run();
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
        if (!rows.all().isEmpty() && atEdge()) {
            seen = rows.all().at(rows.all().size() - 1);
        } else {
            view.visible().get().forEach(row -> seen = later(seen, row.place()));
        }
        long before = next.before(seen) + (next.indexOf(seen) < 0 ? 0 : 1);
        fresh.set((int) (next.size() - before));
    }

    /** Has the selected rows read, for instance to be copied. */
    public void readSelected(Runnable then) {
        EntryList wanted = chosen();
        List<EventRow> those = List.copyOf(selected);
        if (those.stream().allMatch(row -> row.known().isPresent())) {
            then.run();
            return;
        }
        reader.ifPresent(
                from ->
                        from.<List<StoredEntry>>ask(
                                pages -> pages.read(wanted, 0, wanted.size()),
                                entries -> {
                                    fill(those, entries.orElse(List.of()));
                                    then.run();
                                }));
    }

    /** Tells whether rows wait for the table to be let go. */
    boolean waits() {
        return watched && !paused && !next.equals(rows.all());
    }

    /** Shows what a filter of these words lets through, and nothing else. */
    void show(String words) {
        failuresOnly.set(false);
        operatorOnly.set(false);
        filter.set(words);
    }

    /** Shows the events to which a link leads. */
    void show(Link.ToEvents link) {
        long run = link.run() == Link.PRESENT ? run() : link.run();
        boolean several = !base.isEmpty() && base.at(0).run() != run();
        show(several ? link.filter() + " run:" + run : link.filter());
    }

    /** Has the table show an event and select it; shows everything if the filter hides it. */
    void reveal(Place place) {
        if (has(place)) {
            if (filtered() && (!found || next.indexOf(place) < 0)) {
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
        finder.ifPresent(EventFinder::close);
        reader.ifPresent(EventReader::close);
    }

    void look() {
        again = true;
        if (!looking && reader.isPresent()) {
            again = false;
            looking = true;
            int newest = watched ? NEWEST : 0;
            reader.get().<News>ask(pages -> news(pages, newest), this::looked);
        }
    }

    private static News news(EntryPages pages, int newest) throws IOException {
        EntryList all = pages.list();
        EntryList list = all.slice(Math.max(0, all.size() - Integer.MAX_VALUE), all.size());
        return new News(
                pages.store(),
                list,
                pages.read(list, Math.max(0, list.size() - newest), list.size()));
    }

    private void looked(Optional<News> news) {
        looking = false;
        news.ifPresent(
                one -> {
                    latest = one;
                    if (!paused) {
                        take(latest);
                    }
                    arrived.run();
                });
        if (again) {
            look();
        }
    }

    private void take(News news) {
        boolean turned = !store.isEmpty() && !store.equals(news.store());
        store = news.store();
        if (turned) {
            forget();
        }
        rows.fill(news.newest());
        base = news.list();
        all.set((int) base.size());
        if (turned && finder.isPresent()) {
            find();
        }
        if (finder.isPresent()) {
            finder.get().follow(base);
            offer(finder.get().hits());
        } else {
            offer(base);
        }
    }

    /** The file is another: what was shown stands nowhere, and its places may be others' there. */
    private void forget() {
        pager.ifPresent(EventPager::forget);
        next = EntryList.EMPTY;
        total.set(0);
        view.around().accept(rows::forget);
    }

    private void find() {
        finder.ifPresent(EventFinder::close);
        found = false;
        finder = reader.map(from -> new EventFinder(from, base, predicate(), this::found));
    }

    private void offer(EntryList list) {
        next = finder.isPresent() && !found ? next : list;
        settle();
        if (waits()) {
            waiting.run();
        }
    }

    private void letIn() {
        if (!next.equals(rows.all())) {
            boolean first = rows.isEmpty();
            pager.ifPresent(EventPager::forget);
            boolean newest = first || atEdge();
            view.around().accept(() -> rows.show(next, newest));
            total.set((int) next.size());
            if (first && !next.isEmpty()) {
                seen = next.at(next.size() - 1);
            }
        }
    }

    /** What was there stays until something was looked through. */
    private void refilter() {
        searched.set(100);
        if (filtered() && reader.isPresent()) {
            find();
            finder.orElseThrow().follow(base);
        } else {
            finder.ifPresent(EventFinder::close);
            finder = Optional.empty();
            found = false;
            next = base;
            letIn();
        }
        count();
    }

    private Predicate<EventRecord> predicate() {
        EventFilter words = new EventFilter(filter.get());
        boolean failures = failuresOnly.get();
        boolean operator = operatorOnly.get();
        return event ->
                (!failures || event.failed()) && (!operator || event.acted()) && words.test(event);
    }

    private void found(List<StoredEntry> newest) {
        rows.fill(newest);
        EventFinder finding = finder.orElseThrow();
        searched.set(finding.percent());
        boolean first = !found;
        found = true;
        offer(finding.hits());
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

    private static void fill(List<EventRow> rows, List<StoredEntry> entries) {
        Map<Place, StoredEntry> known = new HashMap<>();
        entries.forEach(entry -> known.put(new Place(entry.run(), entry.entry().number()), entry));
        rows.forEach(
                row ->
                        Optional.ofNullable(known.get(row.place()))
                                .ifPresent(entry -> row.fill(new EventRecord(entry))));
    }

    private static Place later(Place one, Place other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
