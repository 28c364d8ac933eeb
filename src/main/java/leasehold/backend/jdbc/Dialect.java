package leasehold.backend.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** How to ask a server for the id of the session's process. */
enum Dialect {
    POSTGRESQL("PostgreSQL", "SELECT pg_backend_pid()"),
    H2("H2", "SELECT SESSION_ID()"),
    MYSQL("MySQL", "SELECT CONNECTION_ID()"),
    MARIADB("MariaDB", "SELECT CONNECTION_ID()"),
    SQL_SERVER("Microsoft SQL Server", "SELECT @@SPID"),
    OTHER("", "");

    private static final String BEAT = "SELECT 1";

    private final String product;
    private final String process;

    Dialect(String product, String process) {
        this.product = product;
        this.process = process;
    }

    static Dialect of(String product) {
        for (Dialect dialect : values()) {
            if (dialect.product.equals(product)) {
                return dialect;
            }
        }
        return OTHER;
    }

    Optional<String> process(Connection connection) throws SQLException {
        if (this == OTHER) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(process)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    /**
     * Asks whether the session lives. A query, for its failure has an SQLState; {@code isValid}
     * only where nobody knows which query the server understands.
     *
     * @throws SQLException if it does not, or does not answer
     */
    void beat(Connection connection, int seconds) throws SQLException {
        if (this == OTHER) {
            if (!connection.isValid(seconds)) {
                throw new SQLException(
                        "the driver says that the connection is no longer valid", "08006");
            }
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEAT);
        }
    }
}
