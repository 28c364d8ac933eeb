package leasehold.figures.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plain batched inserts of the columns of an entry, all of which are at hand: nothing is encoded,
 * nothing handed over, nothing kept of what is live.
 */
final class PlainInserts {

    private static final int BATCH = 512;
    private static final int COMMIT = 8_192;
    private static final String TABLE =
            """
            CREATE TABLE entry (position BIGINT PRIMARY KEY, run BIGINT NOT NULL,
              number BIGINT NOT NULL, at BIGINT NOT NULL, nanos BIGINT NOT NULL,
              epoch BIGINT NOT NULL, kind VARCHAR NOT NULL, lease BIGINT NOT NULL,
              client VARCHAR NOT NULL, took BIGINT, detail VARCHAR NOT NULL)
            """;
    private static final List<String> INDEXES =
            List.of(
                    "CREATE UNIQUE INDEX entry_number ON entry (run, number)",
                    "CREATE INDEX entry_at ON entry (at)",
                    "CREATE INDEX entry_lease ON entry (lease, run)");
    private static final String GRANTED =
            "{\"purpose\":\"nightly\",\"holder\":{\"user\":\"svc-billing\",\"host\":\"app-01\","
                    + "\"pid\":4711,\"thread\":\"pool-3-thread-17\",\"site\":"
                    + "[\"com.example.orders.OrderSync\",\"run\",\"OrderSync.java\",88]}}";

    private PlainInserts() {}

    /** Into SQLite as the store has it: WAL, synchronous NORMAL, the same cache. */
    static Stores.Filled sqlite(Path file, boolean indexed, double seconds)
            throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                for (String pragma :
                        List.of(
                                "journal_mode = WAL",
                                "synchronous = NORMAL",
                                "temp_store = MEMORY",
                                "cache_size = -16384",
                                "wal_autocheckpoint = 4000")) {
                    statement.execute("PRAGMA " + pragma);
                }
                String table = TABLE.replace("BIGINT", "INTEGER").replace("VARCHAR", "TEXT");
                statement.execute(table);
            }
            return fill(connection, file, indexed, seconds);
        }
    }

    /** Into a file of H2 as it comes. */
    static Stores.Filled h2(Path file, boolean indexed, double seconds)
            throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
            return fill(
                    connection,
                    file.resolveSibling(file.getFileName() + ".mv.db"),
                    indexed,
                    seconds);
        }
    }

    private static Stores.Filled fill(
            Connection connection, Path file, boolean indexed, double seconds)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (String index : indexed ? INDEXES : List.<String>of()) {
                statement.execute(index);
            }
        }
        connection.setAutoCommit(false);
        long began = System.nanoTime();
        long until = began + Math.round(seconds * 1e9);
        long events = 0;
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            while (System.nanoTime() < until) {
                for (int i = 0; i < COMMIT; i += BATCH) {
                    for (int row = 0; row < BATCH; row++) {
                        row(insert, ++events);
                    }
                    insert.executeBatch();
                }
                connection.commit();
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        return new Stores.Filled(events, took, Files.size(file));
    }

    private static void row(PreparedStatement insert, long number) throws SQLException {
        boolean grant = number % 2 == 1;
        insert.setLong(1, number);
        insert.setLong(2, 1);
        insert.setLong(3, number);
        insert.setLong(4, 1_740_000_000_000_000_000L + number * 10_000);
        insert.setLong(5, number * 10_000);
        insert.setLong(6, 17);
        insert.setString(7, grant ? "lease.granted" : "lease.released");
        insert.setLong(8, grant ? number : number - 1);
        insert.setString(9, "billing-sync");
        insert.setLong(10, grant ? 0 : 118_000);
        insert.setString(11, grant ? GRANTED : "{}");
        insert.addBatch();
    }

    /** Removes a database and what lies beside it. */
    static void delete(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path one : files.toList()) {
                if (one.getFileName().toString().startsWith(file.getFileName().toString())) {
                    Files.delete(one);
                }
            }
        }
    }
}
