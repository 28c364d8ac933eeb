package leasehold.ui.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import leasehold.history.EntryList;
import leasehold.history.Place;
import leasehold.history.StoredEntry;

/** Which events are selected, whether or not they were read. */
final class EventSelection {

    private final Optional<EventReader> reader;
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();

    EventSelection(Optional<EventReader> reader) {
        this.reader = reader;
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
        return EntryList.ofPlaces(rows.stream().map(EventRow::place).sorted().toList());
    }

    /**
     * Has the rows read that are selected now.
     *
     * @param then takes those that are there, in order
     */
    void read(Consumer<? super List<EventRow>> then) {
        List<EventRow> those = rows.stream().sorted(Comparator.comparing(EventRow::place)).toList();
        if (those.stream().allMatch(EventSelection::isKnown)) {
            then.accept(those);
        } else {
            reader.ifPresent(from -> read(from, those, then));
        }
    }

    private void read(
            EventReader from, List<EventRow> those, Consumer<? super List<EventRow>> then) {
        EntryList wanted = places();
        from.<List<StoredEntry>>askNow(
                pages -> pages.read(wanted, 0, wanted.size()),
                entries -> {
                    fill(those, entries.orElse(List.of()));
                    then.accept(those.stream().filter(EventSelection::isKnown).toList());
                });
    }

    private static void fill(List<EventRow> rows, List<StoredEntry> entries) {
        Map<Place, StoredEntry> known = new HashMap<>();
        entries.forEach(entry -> known.put(new Place(entry.run(), entry.entry().number()), entry));
        rows.forEach(
                row ->
                        Optional.ofNullable(known.get(row.place()))
                                .ifPresent(entry -> row.fill(new EventRecord(entry))));
    }

    private static boolean isKnown(EventRow row) {
        return row.known().isPresent();
    }
}
