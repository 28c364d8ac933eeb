package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import tools.jackson.core.JacksonException;

/** Reads rows of the tables. */
final class Reading {

    /** Jackson's word for a place that it does not know. */
    private static final String WHERE =
            " \\((start marker )?at \\[Source: .*|, from `StreamReadConstraints[^`]*`";

    private Reading() {}

    /** Reads a row of {@code run}. */
    static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("controller"),
                Times.instant(row.getLong("started")),
                end(row));
    }

    /** Reads a row of {@code entry}. */
    static StoredEntry entry(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        return new StoredEntry(position, row.getLong("run"), entry(position, row(row)));
    }

    /** Reads the leases of a row of {@code snapshot}. */
    static List<LeaseInfo> leases(ResultSet row) throws SQLException {
        try {
            return SnapshotLeases.of(row.getString("leases"));
        } catch (RuntimeException e) {
            throw new SQLException("the leases of a snapshot cannot be read: " + why(e), e);
        }
    }

    /** Returns why something of the record cannot be read, for a person. */
    static String why(RuntimeException e) {
        return e instanceof JacksonException json
                ? json.getOriginalMessage().replaceAll(WHERE, "")
                : String.valueOf(e.getMessage());
    }

    private static Entry entry(long position, Row row) throws SQLException {
        try {
            return RowReader.entry(row);
        } catch (RuntimeException e) {
            throw new SQLException(
                    "the entry at position %d has a detail that is none: %s"
                            .formatted(position, why(e)),
                    e);
        }
    }

    /** Reads when and where it happened from a row of {@code entry}. */
    static SessionEvent.Stamp stamp(ResultSet row) throws SQLException {
        return new SessionEvent.Stamp(
                row.getLong("number"),
                Times.instant(row.getLong("at")),
                row.getLong("nanos"),
                row.getLong("epoch"));
    }

    /** Reads of what kind a row of {@code entry} is. */
    static EventKind kind(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        long number = row.getLong("number");
        return EventKind.named(kind)
                .orElseThrow(
                        () ->
                                new SQLException(
                                        "event %d is of the kind '%s'; allowed is a kind of event"
                                                .formatted(number, kind)));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                Times.instant(row.getLong("at")),
                row.getLong("nanos"),
                row.getLong("epoch"),
                kind(row),
                row.getLong("lease"),
                row.getString("client"),
                took(row),
                row.getString("detail"));
    }

    private static OptionalLong took(ResultSet row) throws SQLException {
        long took = row.getLong("took");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(took);
    }

    private static <E extends Enum<E>> E word(String name, String word, Class<E> type)
            throws SQLException {
        try {
            return DetailReader.word(name, word, type);
        } catch (IllegalArgumentException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    private static Optional<Run.End> end(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        if (ending == null) {
            return Optional.empty();
        }
        Instant ended = Times.instant(row.getLong("ended"));
        return Optional.of(
                new Run.End(
                        word("ending", ending, Run.Ending.class),
                        ended,
                        row.getLong("last"),
                        row.getLong("held"),
                        row.getLong("sessions")));
    }
}
