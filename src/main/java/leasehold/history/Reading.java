package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import leasehold.session.SessionEvent;

/** Reads rows of the tables. */
final class Reading {

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
        return new StoredEntry(
                row.getLong("position"), row.getLong("run"), RowReader.entry(row(row)));
    }

    /** Reads when and where it happened from a row of {@code entry}. */
    static SessionEvent.Stamp stamp(ResultSet row) throws SQLException {
        return new SessionEvent.Stamp(
                row.getLong("number"),
                Times.instant(row.getLong("at")),
                row.getLong("nanos"),
                row.getLong("epoch"));
    }

    private static Row row(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Row(
                row.getLong("number"),
                Times.instant(row.getLong("at")),
                row.getLong("nanos"),
                row.getLong("epoch"),
                EventKind.named(kind).orElseThrow(() -> new SQLException("no kind " + kind)),
                row.getLong("lease"),
                row.getString("client"),
                took(row),
                row.getString("detail"));
    }

    private static OptionalLong took(ResultSet row) throws SQLException {
        long took = row.getLong("took");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(took);
    }

    private static Optional<Run.End> end(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        if (ending == null) {
            return Optional.empty();
        }
        Instant ended = Times.instant(row.getLong("ended"));
        return Optional.of(
                new Run.End(
                        Run.Ending.valueOf(ending),
                        ended,
                        row.getLong("last"),
                        row.getLong("held"),
                        row.getLong("sessions")));
    }
}
