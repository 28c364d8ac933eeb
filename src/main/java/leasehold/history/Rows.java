package leasehold.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies rows from one store into another, with names hidden where that is wanted. */
final class Rows {

    private static final int BATCH = 512;
    private static final String ENTRY = "entry";
    private static final String POSITION =
            "SELECT position FROM entry WHERE run = ? AND number <= ? ORDER BY number DESC LIMIT 1";

    private final Connection from;
    private final Connection to;
    private final Optional<Pseudonyms> names;
    private final Steps steps;

    Rows(Connection from, Connection to, Optional<Pseudonyms> names, Steps steps) {
        this.from = from;
        this.to = to;
        this.names = names;
        this.steps = steps;
    }

    /** Copies what a query finds into a table of the same columns, in batches. */
    void copy(String table, String query, long... values)
            throws SQLException, InterruptedException {
        try (PreparedStatement select = from.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setLong(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                insert(table, columns(rows.getMetaData()), rows);
            }
        }
    }

    /** Writes what a controller was like after a number, if that is known. */
    void snapshot(long run, long number) throws SQLException {
        Optional<Snapshots.Stored> before = Snapshots.newest(from, run, number);
        if (before.isPresent()) {
            PastState state = StateSearch.at(from, run, number, before);
            Snapshots.Key place =
                    new Snapshots.Key(Optional.of(before.get().id()), run, position(run, number));
            Snapshots.write(
                    to,
                    place,
                    state,
                    (column, text) -> names.map(hide -> shown(hide, column, text)).orElse(text));
        }
    }

    private long position(long run, long number) throws SQLException {
        try (PreparedStatement query = from.prepareStatement(POSITION)) {
            query.setLong(1, run);
            query.setLong(2, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void insert(String table, List<String> columns, ResultSet rows)
            throws SQLException, InterruptedException {
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql =
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(table, String.join(", ", columns), places);
        try (PreparedStatement insert = to.prepareStatement(sql)) {
            int waiting = 0;
            while (rows.next()) {
                for (int i = 1; i <= columns.size(); i++) {
                    insert.setObject(i, shown(columns.get(i - 1), rows.getObject(i)));
                }
                insert.addBatch();
                waiting = waiting + 1 == BATCH ? flush(insert) : waiting + 1;
                if (table.equals(ENTRY)) {
                    steps.next();
                }
            }
            flush(insert);
        }
    }

    private static int flush(PreparedStatement insert) throws SQLException {
        insert.executeBatch();
        return 0;
    }

    private @Nullable Object shown(String column, @Nullable Object value) {
        return value instanceof String text && names.isPresent()
                ? shown(names.get(), column, text)
                : value;
    }

    private static String shown(Pseudonyms names, String column, String text) {
        return switch (column) {
            case "id" -> names.store();
            case "controller", "client", "source" -> names.inText(text);
            case "detail", "leases", "sessions" -> names.inDetail(text);
            default -> text;
        };
    }

    private static List<String> columns(ResultSetMetaData head) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= head.getColumnCount(); i++) {
            columns.add(head.getColumnName(i));
        }
        return columns;
    }
}
