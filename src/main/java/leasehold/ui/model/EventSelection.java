package leasehold.ui.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import leasehold.history.EntryList;
import leasehold.history.Place;
import leasehold.history.StoredEntry;

/** Which events are selected, whether or not they were read. */
final class EventSelection {

    private final Optional<EventReader> reader;
    private final Supplier<EntryList> all;
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    private Map<Place, EventRecord> read = Map.of();

    /**
     * Creates an empty selection.
     *
     * @param all tells which entries there are
     */
    EventSelection(Optional<EventReader> reader, Supplier<EntryList> all) {
        this.reader = reader;
        this.all = all;
        rows.addListener((ListChangeListener<EventRow>) _ -> read = Map.of());
    }

    /** Returns what is selected. */
    ObservableList<EventRow> rows() {
        return rows;
    }

    /** Returns what stands in the row that is selected, if it is one. */
    Optional<EventRecord> single() {
        return rows.size() == 1 ? rows.getFirst().known() : Optional.empty();
    }

    /** Returns which entries are selected. */
    EntryList places() {
        return all.get().only(rows.stream().map(EventRow::place).toList());
    }

    /**
     * Has the rows read that are selected now, and those above them.
     *
     * @param shown among which entries they are shown
     * @param known tells what is known of an entry already
     * @param then takes those that are there, in order
     */
    void read(
            EntryList shown,
            Function<Place, Optional<EventRecord>> known,
            Consumer<? super List<EventRow>> then) {
        Comparator<EventRow> inOrder = Comparator.comparing(EventRow::place, all.get().order());
        List<EventRow> those = rows.stream().sorted(inOrder).toList();
        Set<Place> lacking =
                those.stream()
                        .map(EventRow::place)
                        .flatMap(place -> Stream.concat(above(shown, place), Stream.of(place)))
                        .collect(Collectors.toSet());
        if (lacking.stream().allMatch(place -> known.apply(place).isPresent())) {
            then.accept(those);
        } else {
            reader.ifPresent(from -> read(from, lacking, those, then));
        }
    }

    /** Returns what was read of an entry when what is selected was read. */
    Optional<EventRecord> known(Place place) {
        return Optional.ofNullable(read.get(place));
    }

    private void read(
            EventReader from,
            Set<Place> lacking,
            List<EventRow> those,
            Consumer<? super List<EventRow>> then) {
        EntryList wanted = all.get().only(lacking);
        from.<List<StoredEntry>>askNow(
                pages -> pages.read(wanted, 0, wanted.size()),
                entries -> {
                    entries.ifPresent(this::took);
                    those.forEach(row -> known(row.place()).ifPresent(row::fill));
                    then.accept(those.stream().filter(row -> row.known().isPresent()).toList());
                });
    }

    private void took(List<StoredEntry> entries) {
        Map<Place, EventRecord> found = new HashMap<>();
        entries.stream().map(EventRecord::new).forEach(one -> found.put(one.place(), one));
        read = found;
    }

    private static Stream<Place> above(EntryList shown, Place place) {
        long index = shown.indexOf(place);
        return index < 1 ? Stream.empty() : Stream.of(shown.at(index - 1));
    }
}
