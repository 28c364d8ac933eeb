package leasehold.history;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Which entries of a range are exported. Immutable. */
public sealed interface ExportSelection {

    /** All of them. */
    ExportSelection EVERYTHING = new Everything();

    /** All of them. */
    record Everything() implements ExportSelection {

        @Override
        public boolean has(ExportRow row) {
            return true;
        }

        @Override
        public String condition() {
            return "";
        }
    }

    /**
     * Those that stand at some positions of the record.
     *
     * @param positions as {@link StoredEntry#position}
     */
    record Positions(Set<Long> positions) implements ExportSelection {

        /** Copies. */
        public Positions {
            positions = Set.copyOf(positions);
        }

        @Override
        public boolean has(ExportRow row) {
            return positions.contains(row.position());
        }

        @Override
        public String condition() {
            return " AND e.position " + between(positions);
        }
    }

    /** Those that stand at some places. */
    record Places(EntryList places) implements ExportSelection {

        @Override
        public boolean has(ExportRow row) {
            return places.indexOf(new Place(row.run(), row.number())) >= 0;
        }

        @Override
        public String condition() {
            return places.isEmpty()
                    ? " AND FALSE"
                    : " AND (e.run, e.number) BETWEEN (%d, %d) AND (%d, %d)"
                            .formatted(
                                    places.lowest().run(),
                                    places.lowest().number(),
                                    places.highest().run(),
                                    places.highest().number());
        }
    }

    /**
     * Those of some leases of one run.
     *
     * @param run the run, as {@link Run#id}
     * @param leases their ids
     */
    record Leases(long run, Set<Long> leases) implements ExportSelection {

        /** Copies. */
        public Leases {
            leases = Set.copyOf(leases);
        }

        @Override
        public boolean has(ExportRow row) {
            return row.run() == run && leases.contains(row.lease());
        }

        @Override
        public String condition() {
            return " AND e.lease <> 0 AND e.lease " + between(leases) + " AND e.run = " + run;
        }
    }

    /**
     * Those of some sessions and their leases.
     *
     * @param sessions their numbers, by their run, as {@link Run#id}
     */
    record Sessions(Map<Long, Set<Long>> sessions) implements ExportSelection {

        /** Copies. */
        public Sessions {
            sessions = Map.copyOf(sessions);
        }

        @Override
        public boolean has(ExportRow row) {
            return sessions.getOrDefault(row.run(), Set.of()).contains(row.epoch());
        }

        @Override
        public String condition() {
            return " AND e.epoch <> 0 AND e.run " + between(sessions.keySet());
        }
    }

    /**
     * Those that have all of what is asked for.
     *
     * @param lease of this lease
     * @param session of this session and its leases, by its number
     * @param kinds of one of these kinds; empty for all
     * @param client of this client
     */
    record Matching(
            OptionalLong lease, OptionalLong session, Set<EventKind> kinds, Optional<String> client)
            implements ExportSelection {

        /** Copies. */
        public Matching {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public boolean has(ExportRow row) {
            return client.isEmpty() || client.get().equals(row.client());
        }

        @Override
        public String condition() {
            StringBuilder sql = new StringBuilder();
            lease.ifPresent(id -> sql.append(" AND e.lease <> 0 AND e.lease = ").append(id));
            session.ifPresent(epoch -> sql.append(" AND e.epoch = ").append(epoch));
            return sql + ofKinds(kinds);
        }
    }

    /** Tells whether an entry that meets {@link #condition} is one of them. */
    boolean has(ExportRow row);

    /** Returns what is asked of the database, so that it need not read all; made of no text. */
    String condition();

    /** Returns what is asked where only some kinds are wanted; nothing where none is named. */
    static String ofKinds(Set<EventKind> kinds) {
        return kinds.isEmpty()
                ? ""
                : kinds.stream()
                        .map(kind -> "'" + kind.text() + "'")
                        .sorted()
                        .collect(Collectors.joining(", ", " AND e.kind IN (", ")"));
    }

    private static String between(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? "IS NULL"
                : "BETWEEN %d AND %d".formatted(Collections.min(numbers), Collections.max(numbers));
    }
}
