package leasehold.backend.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL that asks the user {@code app} for a password, with few seats, and that can be
 * stopped.
 */
final class PostgresServer implements AutoCloseable {

    static final String USER = "app";
    static final String PASSWORD = "s3cr:t/wörd & 42%";
    static final int SEATS = 7;

    private static final String ASK_PASSWORD = "host all app all scram-sha-256\n";

    private final Path data;
    private EmbeddedPostgres server;

    private PostgresServer(Path folder) throws IOException {
        data = folder.resolve("data");
        server = builder().start();
    }

    static PostgresServer start(Path folder) throws IOException, SQLException {
        PostgresServer server = new PostgresServer(folder);
        server.run("CREATE ROLE app LOGIN PASSWORD '%s'".formatted(PASSWORD));
        Path access = server.data.resolve("pg_hba.conf");
        Files.writeString(access, ASK_PASSWORD + Files.readString(access));
        server.run("SELECT pg_reload_conf()");
        return server;
    }

    JdbcBackend backend() {
        return backend(USER, PASSWORD);
    }

    JdbcBackend backend(String user, String password) {
        return new JdbcBackend(url(), user, password, Duration.ofSeconds(5));
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
    }

    /** Returns how many sessions of the user there are. */
    int sessions() {
        return Integer.parseInt(ask("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app'"));
    }

    /** Kills the process of a session, as an administrator does. */
    void terminate(String process) {
        ask("SELECT pg_terminate_backend(%s)".formatted(process));
    }

    /** Returns how many sessions of the user wait for a lock. */
    int waiting() {
        return Integer.parseInt(
                ask(
                        "SELECT count(*) FROM pg_stat_activity"
                                + " WHERE usename = 'app' AND wait_event_type = 'Lock'"));
    }

    /** Returns a session of the administrator. */
    Connection admin() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = builder().setPort(server.getPort()).start();
    }

    /** Runs a statement as the administrator. */
    void run(String statement) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String ask(String query) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "10")
                .setServerConfig("superuser_reserved_connections", Integer.toString(10 - SEATS));
    }
}
