package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import leasehold.monitor.LeaseRecord;

/**
 * The live leases, and those that ended a moment ago while somebody looked. Rows come in the order
 * of their grants; what changes is a property of a row.
 */
public final class LeasesModel {

    /** How long a lease that ended stays in view. */
    public static final Duration GHOST_STAYS = Duration.ofSeconds(5);

    private static final int MOST_GHOSTS = 200;

    private final Map<Long, LeaseRow> byId = new HashMap<>();
    private final LiveRows<LeaseRow> live = new LiveRows<>(false);
    private final ObservableList<LeaseRow> selected = FXCollections.observableArrayList();
    private final Deque<LeaseRow> ghosts = new ArrayDeque<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty overdueOnly = new SimpleBooleanProperty();
    private final BooleanProperty mineOnly = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper living = new ReadOnlyIntegerWrapper();
    private final Predicate<LeaseRecord> mine;
    private Consumer<? super LeaseRow> reveal = _ -> {};

    /**
     * Creates the model.
     *
     * @param mine which leases were taken here
     */
    LeasesModel(Predicate<LeaseRecord> mine) {
        this.mine = mine;
        filter.subscribe(this::refilter);
        overdueOnly.subscribe(this::refilter);
        mineOnly.subscribe(this::refilter);
    }

    /** Returns the rows that the filter lets through, in the order of their grants. */
    public ObservableList<LeaseRow> rows() {
        return live.shown();
    }

    /** Returns the rows as a table shows them. */
    public LiveRows<LeaseRow> live() {
        return live;
    }

    /** Returns what is selected; written by the table. */
    public ObservableList<LeaseRow> selected() {
        return selected;
    }

    /** Returns the filter's words. */
    public StringProperty filter() {
        return filter;
    }

    /** Returns whether only overdue leases are shown. */
    public BooleanProperty overdueOnly() {
        return overdueOnly;
    }

    /** Returns whether only leases that were taken here are shown. */
    public BooleanProperty mineOnly() {
        return mineOnly;
    }

    /** Returns how many leases and requests live, whatever the filter. */
    public ReadOnlyIntegerProperty living() {
        return living.getReadOnlyProperty();
    }

    /** Returns of how many clients leases are held, whatever the filter. */
    public long clients() {
        return byId.values().stream()
                .map(LeaseRow::lease)
                .filter(LeaseRecord::held)
                .map(LeaseRecord::client)
                .distinct()
                .count();
    }

    /** Tells whether anything is filtered. */
    public boolean filtered() {
        return !filter.get().isBlank() || overdueOnly.get() || mineOnly.get();
    }

    /** Shows everything again. */
    public void clearFilter() {
        filter.set("");
        overdueOnly.set(false);
        mineOnly.set(false);
    }

    /** Returns the row of a lease that is in view. */
    public Optional<LeaseRow> row(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the selected leases that live, and so can be acted upon. */
    public List<LeaseRecord> selectedLiving() {
        return selected.stream().map(LeaseRow::lease).filter(LeaseRecord::held).toList();
    }

    /** Tells whether all that is selected has ended, so that nothing can be done to it. */
    public boolean selectedOver() {
        return !selected.isEmpty() && selected.stream().allMatch(LeaseRow::ghost);
    }

    /** Has the table show a lease and select it; shows everything if the filter hides it. */
    public void reveal(long id) {
        row(id).ifPresent(
                        row -> {
                            live.catchUp();
                            if (!rows().contains(row)) {
                                clearFilter();
                            }
                            reveal.accept(row);
                        });
    }

    /** Sets what the table does to show a row and select it. */
    public void onReveal(Consumer<? super LeaseRow> action) {
        reveal = action;
    }

    void apply(Collection<LeaseRecord> alive, Collection<LeaseRecord> ended, Instant now) {
        List<LeaseRow> fresh = new ArrayList<>();
        alive.forEach(lease -> take(lease, fresh));
        live.add(fresh);
        live.remove(end(ended));
        live.remove(expired(now));
        if (!(alive.isEmpty() && ended.isEmpty())) {
            live.changed();
        }
        live.settle();
        live.stayAtMost(MOST_GHOSTS - ghosts.size());
        living.set(byId.size() - ghosts.size());
    }

    boolean ticking() {
        return !byId.isEmpty();
    }

    private void take(LeaseRecord lease, List<LeaseRow> fresh) {
        LeaseRow row = byId.get(lease.id());
        if (row == null) {
            LeaseRow added = new LeaseRow(lease);
            byId.put(lease.id(), added);
            fresh.add(added);
        } else {
            row.update(lease);
        }
    }

    /** Those that somebody looks at stay as ghosts; the others are returned, and go. */
    private List<LeaseRow> end(Collection<LeaseRecord> ended) {
        List<LeaseRow> gone = new ArrayList<>();
        Set<LeaseRow> watched = ended.isEmpty() ? Set.of() : live.visible();
        for (LeaseRecord lease : ended) {
            LeaseRow row = byId.get(lease.id());
            if (row == null || row.ghost()) {
                continue;
            }
            row.update(lease);
            if (watched.contains(row) || selected.contains(row)) {
                ghosts.add(row);
            } else {
                byId.remove(row.id());
                gone.add(row);
            }
        }
        return gone;
    }

    private Set<LeaseRow> expired(Instant now) {
        Set<LeaseRow> gone = new HashSet<>();
        while (!ghosts.isEmpty() && (ghosts.size() > MOST_GHOSTS || over(ghosts.getFirst(), now))) {
            LeaseRow row = ghosts.removeFirst();
            byId.remove(row.id());
            gone.add(row);
        }
        return gone;
    }

    private static boolean over(LeaseRow ghost, Instant now) {
        return ghost.lease()
                .finish()
                .map(end -> !end.at().plus(GHOST_STAYS).isAfter(now))
                .orElse(false);
    }

    private void refilter() {
        LeaseFilter words = new LeaseFilter(filter.get());
        boolean overdue = overdueOnly.get();
        boolean own = mineOnly.get();
        live.filter(
                row ->
                        (!overdue || row.lease().overdue())
                                && (!own || mine.test(row.lease()))
                                && words.test(row.lease()),
                filtered());
    }
}
