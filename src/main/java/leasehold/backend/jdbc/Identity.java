package leasehold.backend.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import leasehold.backend.OpenAttempt;
import org.jspecify.annotations.Nullable;

/**
 * Who a connection is on its server.
 *
 * @param id the id of the session's process, or of the attempt where the server has none
 * @param attributes what is worth knowing, masked
 */
record Identity(String id, Map<String, String> attributes, Dialect dialect) {

    static Identity ask(Connection connection, OpenAttempt attempt, UnaryOperator<String> mask)
            throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        Dialect dialect = Dialect.of(about.getDatabaseProductName());
        String process = dialect.process(connection).orElse("");
        Map<String, String> attributes = new LinkedHashMap<>();
        put(attributes, "process", process);
        put(attributes, "user", about.getUserName());
        put(attributes, "database", connection.getCatalog());
        put(attributes, "product", about.getDatabaseProductName());
        put(attributes, "version", about.getDatabaseProductVersion());
        put(attributes, "url", about.getURL());
        attributes.replaceAll((_, value) -> mask.apply(value));
        String id = process.isEmpty() ? attempt.epoch() + "." + attempt.attempt() : process;
        return new Identity(id, Collections.unmodifiableMap(attributes), dialect);
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
