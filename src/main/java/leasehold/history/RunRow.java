package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code run}, with what was live then.
 *
 * @param id its number in the file
 * @param controller the controller's name
 * @param started when it began
 * @param trimmed the number up to which entries are gone, save of what had not ended
 * @param end how it ended; empty while it goes on
 * @param held how many leases were held at its end, or are now
 * @param sessions how many sessions were open at its end, or are now
 */
record RunRow(
        long id,
        String controller,
        Instant started,
        long trimmed,
        Optional<Ended> end,
        long held,
        long sessions) {

    /** Selects all runs in the order in which they were stored; of those that go on also what is live. */
    static final String ALL =
            """
            SELECT r.*,
              (SELECT count(*) FROM live_lease l WHERE l.run = r.id AND l.state <> 'WAITING')
                AS liveLeases,
              (SELECT count(DISTINCT epoch) FROM live_session s WHERE s.run = r.id)
                AS liveSessions
            FROM run r ORDER BY r.id
            """;

    /**
     * The end of a run.
     *
     * @param ending how it ended
     * @param at when
     * @param last the number of its last entry
     */
    record Ended(Run.Ending ending, Instant at, long last) {}

    /** Reads a row of {@link #ALL}. */
    static RunRow of(ResultSet row) throws SQLException {
        Run run = Reading.run(row);
        return new RunRow(
                run.id(),
                run.controller(),
                run.started(),
                row.getLong("trimmed"),
                run.end().map(end -> new Ended(end.ending(), end.at(), end.number())),
                run.end().map(Run.End::held).orElse(row.getLong("liveLeases")),
                run.end().map(Run.End::sessions).orElse(row.getLong("liveSessions")));
    }
}
