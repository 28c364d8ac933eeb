package leasehold.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The tables of a store, by version. Script n turns a file of version n - 1 into one of version n;
 * scripts that were ever released are never changed.
 */
final class Schema {

    /** Tells a store from any other SQLite file: "LEAS". */
    static final int APPLICATION_ID = 0x4C454153;

    private static final List<String> RELEASED =
            Stream.of("1.sql", "2.sql", "3.sql", "4.sql", "5.sql").map(Schema::resource).toList();

    /** To make them takes longer than to open a record. */
    private static final Map<List<String>, Map<String, String>> TABLES = new ConcurrentHashMap<>();

    private final List<String> scripts;

    /** The released one, of which the last version is the present. */
    Schema() {
        this(RELEASED);
    }

    /** The released one as it was up to a version, from 1. */
    static Schema released(int version) {
        return new Schema(new Schema().scripts.subList(0, version));
    }

    Schema(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** Returns the version that this program writes. */
    int version() {
        return scripts.size();
    }

    /** Returns the tables of a version from 1, by their names: how each is made. */
    Map<String, String> tables(int version) throws SQLException {
        List<String> until = scripts.subList(0, version);
        Map<String, String> known = TABLES.get(until);
        if (known == null) {
            known = made(until);
            TABLES.put(List.copyOf(until), known);
        }
        return known;
    }

    private static Map<String, String> made(List<String> scripts) throws SQLException {
        try (Connection memory = Connections.memory()) {
            new Schema(scripts).migrate(memory);
            return Map.copyOf(tables(memory));
        }
    }

    /** Returns the tables of an open file. */
    static Map<String, String> tables(Connection connection) throws SQLException {
        return made(connection, "table");
    }

    /** Returns the names of what an open file does of itself when it is written to. */
    static Set<String> triggers(Connection connection) throws SQLException {
        return made(connection, "trigger").keySet();
    }

    private static Map<String, String> made(Connection connection, String what)
            throws SQLException {
        String sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, what);
            try (ResultSet rows = query.executeQuery()) {
                Map<String, String> made = new TreeMap<>();
                while (rows.next()) {
                    made.put(rows.getString(1), rows.getString(2).replaceAll("\\s+", " "));
                }
                return made;
            }
        }
    }

    /** Returns the version of an open file; 0 if it is new. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    /**
     * Brings an open file to the present version, one version a transaction, so that it is whole
     * whenever the program ends.
     */
    void migrate(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (int from = version(connection); from < version(); from++) {
                step(statement, scripts.get(from), from + 1);
            }
        }
    }

    private static void step(Statement statement, String script, int to) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        try {
            for (String one : statements(script)) {
                statement.execute(one);
            }
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + to);
            statement.execute("COMMIT");
        } catch (SQLException e) {
            statement.execute("ROLLBACK");
            throw e;
        }
    }

    private static List<String> statements(String script) {
        return List.of(script.split(";\\s*(\\R|$)")).stream().filter(Schema::says).toList();
    }

    private static boolean says(String statement) {
        return statement.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("--"));
    }

    private static String resource(String name) {
        String path = "/leasehold/history/" + name;
        try (InputStream in = Schema.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
