package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

/** A lease on a real PostgreSQL, taken and given back in the window. */
class PostgresJourneyTest {

    @Test
    void leaseOnARealDatabaseIsTakenAndGivenBack() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                OpenWindow window = new OpenWindow(980, 700)) {
            acquire(window, server);
            assertThat(sessions(server)).isEqualTo(1);
            window.press("release-lease");
            awaitTitle(window, "Closed · orders");
            assertThat(sessions(server)).isZero();
        }
    }

    @Test
    void serverThatEndsTheSessionIsNoticedByItself() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                OpenWindow window = new OpenWindow(980, 700)) {
            acquire(window, server);
            endSessions(server);
            awaitTitle(window, "Lost · orders");
        }
    }

    private static void acquire(OpenWindow window, EmbeddedPostgres server) {
        window.click("#target-menu");
        window.click("#connect");
        window.click("#connect-name").write("orders");
        window.click("#connect-test");
        String url = "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
        window.click("#setting-url").write(url);
        window.click("#setting-user").write("postgres");
        window.press("connect-now");
        window.press("acquire-lease");
        awaitTitle(window, "Open 1 · orders");
    }

    private static void awaitTitle(OpenWindow window, String start) {
        window.awaitThat(() -> window.title().startsWith(start));
    }

    private static void endSessions(EmbeddedPostgres server) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type ="
                            + " 'client backend' AND pid <> pg_backend_pid()");
        }
    }

    private static int sessions(EmbeddedPostgres server) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client"
                                        + " backend' AND pid <> pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
