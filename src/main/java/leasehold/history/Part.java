package leasehold.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a run is in a recording of a part: the entries from the first to the last number that
 * lies in the range of time, so that none is missing between them, and before them those that say
 * what still lives. A run that goes on after the range ends there as closed.
 *
 * @param run the run
 * @param first the first number
 * @param last the last number
 * @param late whether the run has entries before the first
 * @param cut whether it has entries after the last
 */
record Part(long run, long first, long last, boolean late, boolean cut) {

    private static final String PARTS =
            """
            SELECT r.id, min(e.number) AS first, max(e.number) AS last,
              (SELECT min(number) FROM entry WHERE run = r.id) AS oldest,
              (SELECT max(number) FROM entry WHERE run = r.id) AS newest
            FROM run r JOIN entry e ON e.run = r.id
            WHERE e.at >= ? AND e.at < ? AND r.controller = coalesce(?, r.controller)
            GROUP BY r.id
            """;
    private static final String ENTRIES =
            """
            SELECT * FROM entry e WHERE run = ? AND number BETWEEN ? AND ?
              AND (number >= ? OR position IN (SELECT position FROM live_lease WHERE run = e.run)
                OR position IN (SELECT position FROM live_session WHERE run = e.run))
            ORDER BY number
            """;

    private static final String AT = "SELECT at FROM entry WHERE run = ? AND number = ?";
    private static final String END =
            "UPDATE run SET ending = 'CLOSED', held = ?, sessions = ?, ended = ?, last = ? WHERE id = ?";
    private static final String TRIMMED = "UPDATE run SET trimmed = max(trimmed, ?) WHERE id = ?";

    /** Returns the parts of all runs that have entries in what is ordered. */
    static List<Part> of(Connection store, ExportOrder order) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (PreparedStatement query = store.prepareStatement(PARTS)) {
            query.setLong(1, order.range().fromNanos());
            query.setLong(2, order.range().untilNanos());
            query.setString(3, order.controller().orElse(null));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long first = row.getLong("first");
                    long last = row.getLong("last");
                    parts.add(
                            new Part(
                                    row.getLong("id"),
                                    first,
                                    last,
                                    row.getLong("oldest") < first,
                                    row.getLong("newest") > last));
                }
            }
        }
        return parts;
    }

    /** Copies it. */
    void copy(Rows rows) throws SQLException, InterruptedException {
        rows.copy("run", "SELECT * FROM run WHERE id = ?", run);
        rows.copy("entry", ENTRIES, run, cut ? first : Long.MIN_VALUE, last, first);
        String near = "SELECT * FROM snapshot WHERE run = ? AND number BETWEEN ? AND ?";
        rows.copy("snapshot", near, run, late ? first : Long.MIN_VALUE, last);
        if (late) {
            rows.snapshot(run, first - 1);
        }
        if (!cut) {
            rows.copy("live_lease", "SELECT * FROM live_lease WHERE run = ?", run);
            rows.copy("live_session", "SELECT * FROM live_session WHERE run = ?", run);
        }
    }

    /** Says in the copy how much of the run it has. */
    void amend(Connection store, Connection copy) throws SQLException {
        if (late) {
            update(copy, TRIMMED, first - 1, run);
        }
        if (cut) {
            PastState state = StateSearch.at(store, run, last);
            long sessions = state.sessions().size() + state.strays().size();
            update(copy, END, state.held().size(), sessions, endedAt(store), last, run);
        }
    }

    private long endedAt(Connection store) throws SQLException {
        try (PreparedStatement query = store.prepareStatement(AT)) {
            query.setLong(1, run);
            query.setLong(2, last);
            try (ResultSet row = query.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    private static void update(Connection copy, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = copy.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
