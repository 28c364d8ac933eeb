package leasehold.ui.model;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import leasehold.history.EntryList;
import leasehold.history.ExportSelection;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.ExportModel.What;

/**
 * What can be exported of a target, as it is shown and selected when this is created. Of leases and
 * sessions all their events are.
 */
final class ExportSource {

    /** Stands for the run that goes on, whose number only the record knows. */
    private static final long PRESENT = Link.PRESENT;

    private final String name;
    private final Texts texts;
    private final Topic topic;
    private final Pick shown;
    private final Pick selected;

    /**
     * Some things.
     *
     * @param ids their ids by their run; none of events
     * @param events which events; none of other things
     */
    private record Pick(Topic topic, Map<Long, Set<Long>> ids, EntryList events) {

        /** A cause has many events, of which none is picked. */
        static final Pick NONE = new Pick(Topic.FAILURES, Map.of(), EntryList.EMPTY);

        static Pick of(EntryList events) {
            return new Pick(Topic.EVENTS, Map.of(), events);
        }

        static <R> Pick of(
                Topic topic,
                Collection<? extends R> rows,
                Function<? super R, Long> run,
                Function<? super R, Long> id) {
            return new Pick(
                    topic,
                    rows.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            run, Collectors.mapping(id, Collectors.toSet()))),
                    EntryList.EMPTY);
        }

        long size() {
            return events.size() + ids.values().stream().mapToInt(Set::size).sum();
        }
    }

    ExportSource(TargetModel target) {
        name = target.name();
        texts = target.words().texts();
        topic = target.details().topic().get();
        shown =
                switch (topic) {
                    case LEASES -> leases(target.leases().rows());
                    case SESSIONS -> sessions(target.sessions().rows());
                    case EVENTS -> Pick.of(target.events().shown());
                    case FAILURES -> Pick.NONE;
                };
        selected =
                switch (topic) {
                    case LEASES -> leases(target.leases().selected());
                    case SESSIONS -> sessions(target.sessions().selected().get().stream().toList());
                    case EVENTS -> Pick.of(target.events().chosen());
                    case FAILURES -> Pick.NONE;
                };
    }

    /** Returns what is most likely wanted. */
    What usual() {
        return topic == Topic.EVENTS && whyNot(What.SHOWN).isEmpty() ? What.SHOWN : What.ALL;
    }

    String words(What what) {
        return switch (what) {
            case SHOWN -> texts.get("export.shown", words(shown));
            case SELECTED -> texts.get("export.selected", words(selected));
            case TIME -> texts.get("export.time");
            case ALL -> texts.get("export.all", name);
        };
    }

    String whyNot(What what) {
        return switch (what) {
            case SHOWN -> whyNot(shown, "export.nothingShown");
            case SELECTED -> whyNot(selected, "export.nothingSelected");
            case TIME, ALL -> "";
        };
    }

    /** Returns what that is in the record. */
    ExportSelection selection(What what, HistoryReader reader) throws IOException {
        return switch (what) {
            case SHOWN -> selection(shown, reader);
            case SELECTED -> selection(selected, reader);
            case TIME, ALL -> ExportSelection.EVERYTHING;
        };
    }

    private ExportSelection selection(Pick pick, HistoryReader reader) throws IOException {
        Set<Long> present = pick.ids().getOrDefault(PRESENT, Set.of());
        long run = present(reader);
        return switch (pick.topic()) {
            case LEASES, FAILURES -> new ExportSelection.Leases(run, present);
            case EVENTS -> new ExportSelection.Places(pick.events());
            case SESSIONS -> {
                Map<Long, Set<Long>> byRun = new HashMap<>(pick.ids());
                byRun.remove(PRESENT);
                byRun.put(run, new HashSet<>(present));
                yield new ExportSelection.Sessions(byRun);
            }
        };
    }

    private long present(HistoryReader reader) throws IOException {
        return reader.runs().stream()
                .filter(run -> run.controller().equals(name))
                .mapToLong(Run::id)
                .max()
                .orElseThrow(() -> new IOException(texts.get("export.notRecorded", name)));
    }

    private String words(Pick pick) {
        return switch (pick.topic()) {
            case LEASES -> texts.get("export.eventsOf", texts.get("leases.count", pick.size()));
            case SESSIONS -> texts.get("export.eventsOf", texts.get("sessions.count", pick.size()));
            case EVENTS -> texts.get("events.count", pick.size());
            case FAILURES -> texts.get("export.causes");
        };
    }

    private String whyNot(Pick pick, String key) {
        String why = topic == Topic.FAILURES ? "export.noEvents" : key;
        return pick.size() == 0 ? texts.get(why) : "";
    }

    private static Pick leases(Collection<LeaseRow> rows) {
        return Pick.of(Topic.LEASES, rows, _ -> PRESENT, row -> row.lease().id());
    }

    private static Pick sessions(Collection<SessionRow> rows) {
        return Pick.of(Topic.SESSIONS, rows, SessionRow::run, SessionRow::epoch);
    }
}
