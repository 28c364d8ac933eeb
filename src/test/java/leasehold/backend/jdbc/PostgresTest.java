package leasehold.backend.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.ProbeAttempt;
import leasehold.backend.SessionLostException;
import leasehold.backend.TimedCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;

/** The JDBC backend on a real PostgreSQL. */
class PostgresTest {

    private static final String KILLED = "57P01";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static PostgresServer server;

    private final ProbeAttempt attempt = ProbeAttempt.patient();
    private final List<BackendSession> open = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = PostgresServer.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (BackendSession session : open) {
            session.close();
        }
        await().atMost(PATIENCE).until(() -> server.sessions() == 0);
    }

    @Test
    void attributesSayWhoTheSessionIs() throws Exception {
        BackendSession session = open();
        assertThat(session.attributes())
                .containsEntry("process", session.id())
                .containsEntry("user", "app")
                .containsEntry("database", "postgres")
                .containsEntry("product", "PostgreSQL")
                .containsEntry("url", server.url())
                .hasEntrySatisfying("version", version -> assertThat(version).startsWith("14."));
        assertThat(query(session, "SELECT pg_backend_pid()")).isEqualTo(session.id());
    }

    @Test
    void wrongPasswordIsAFailureOfCredentials() {
        BackendException refusal = refusal(server.backend("app", "guess"));
        assertThat(refusal.category()).isEqualTo(FailureCategory.CREDENTIALS);
        assertThat(refusal.code()).contains("28P01");
        assertThat(refusal).hasMessageNotContaining("guess");
    }

    @Test
    void missingPasswordIsAFailureOfCredentials() {
        assertThat(refusal(server.backend("app", "")).category())
                .isEqualTo(FailureCategory.CREDENTIALS);
    }

    @Test
    void databaseThatDoesNotExistIsNotTriedAgain() {
        String url = server.url().replace("/postgres", "/absent");
        JdbcBackend backend = new JdbcBackend(url, "app", PostgresServer.PASSWORD, PATIENCE);
        assertThat(refusal(backend).category()).isEqualTo(FailureCategory.PROTOCOL);
    }

    @Test
    void noSeatLeftIsAFailureOfQuota() throws Exception {
        for (int seat = 0; seat < PostgresServer.SEATS; seat++) {
            open();
        }
        BackendException refusal = refusal(server.backend());
        assertThat(refusal.category()).isEqualTo(FailureCategory.QUOTA);
        assertThat(refusal.code()).contains("53300");
    }

    @Test
    void beatNoticesThatTheProcessWasKilled() throws Exception {
        BackendSession session = open();
        session.keepAlive();
        server.terminate(session.id());
        SessionLostException loss =
                catchThrowableOfType(SessionLostException.class, session::keepAlive);
        assertThat(loss.code()).contains(KILLED);
        assertThat(attempt.losses()).isEmpty();
    }

    @Test
    void holderNoticesThatTheProcessWasKilledAndItIsReportedOnce() throws Exception {
        BackendSession session = open();
        Connection connection = session.unwrap(Connection.class).orElseThrow();
        server.terminate(session.id());
        assertThatThrownBy(() -> query(connection, "SELECT 1")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> query(connection, "SELECT 1")).isInstanceOf(SQLException.class);
        assertThat(attempt.losses()).hasSize(1);
        assertThat(((SessionLostException) attempt.losses().getFirst()).code()).contains(KILLED);
        assertThatThrownBy(session::keepAlive).isSameAs(attempt.losses().getFirst());
        await().atMost(PATIENCE).until(connection::isClosed);
    }

    @Test
    void failureThatIsNoLossLeavesTheSession() throws Exception {
        BackendSession session = open();
        Connection connection = session.unwrap(Connection.class).orElseThrow();
        assertThatThrownBy(() -> query(connection, "SELECT nothing"))
                .isInstanceOf(SQLException.class);
        session.keepAlive();
        assertThat(attempt.losses()).isEmpty();
    }

    @Test
    void sessionInAFailedTransactionIsAlive() throws Exception {
        BackendSession session = open();
        Connection connection = session.unwrap(Connection.class).orElseThrow();
        connection.setAutoCommit(false);
        assertThatThrownBy(() -> query(connection, "SELECT nothing"))
                .isInstanceOf(SQLException.class);
        session.keepAlive();
    }

    @Test
    void beatWhileAHolderWaitsForTheServerAsksNothing() throws Exception {
        BackendSession session = open();
        Connection connection = session.unwrap(Connection.class).orElseThrow();
        server.run("CREATE TABLE IF NOT EXISTS gate (id int); GRANT SELECT ON gate TO app");
        Connection admin = server.admin();
        admin.setAutoCommit(false);
        execute(admin, "LOCK TABLE gate");
        TimedCall<String> held =
                TimedCall.start("a query", () -> query(connection, "SELECT count(*) FROM gate"));
        await().atMost(PATIENCE).until(() -> server.waiting() == 1);
        TimedCall.within(PATIENCE, "keepAlive", () -> beat(session));
        admin.close();
        assertThat(held.end(PATIENCE)).isEqualTo("0");
    }

    @Test
    void silentServerFailsTheBeatAndLosesNothing() throws Exception {
        BackendSession session =
                open(
                        new JdbcBackend(
                                server.url(),
                                "app",
                                PostgresServer.PASSWORD,
                                Duration.ofMillis(200)));
        signal("-STOP", session.id());
        try {
            assertTimesOut(session);
            assertTimesOut(session);
        } finally {
            signal("-CONT", session.id());
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> beat(session));
        assertThat(attempt.losses()).isEmpty();
    }

    @Test
    void closeDoesNotWaitForASilentServer() throws Exception {
        BackendSession session = open();
        signal("-STOP", session.id());
        try {
            TimedCall.within(PATIENCE, "close", () -> closed(session));
        } finally {
            signal("-CONT", session.id());
        }
    }

    @Test
    void serverThatIsDownIsUnreachableUntilItIsUp() throws Exception {
        BackendSession before = open();
        server.stop();
        try {
            assertThat(refusal(server.backend()).category()).isEqualTo(FailureCategory.UNREACHABLE);
            assertThatThrownBy(before::keepAlive).isInstanceOf(SessionLostException.class);
        } finally {
            server.startAgain();
        }
        open().keepAlive();
    }

    @Test
    void driversOwnInterfaceIsGivenWithoutAWayToClose() throws Exception {
        BackendSession session = open();
        PGConnection driver = session.unwrap(PGConnection.class).orElseThrow();
        assertThat(Integer.toString(driver.getBackendPID())).isEqualTo(session.id());
        assertThat(driver).isNotInstanceOf(Connection.class).isNotInstanceOf(AutoCloseable.class);
    }

    @Test
    void arrayThatWasMadeCanBeGivenBack() throws Exception {
        Connection connection = open().unwrap(Connection.class).orElseThrow();
        Array made = connection.createArrayOf("int4", new Object[] {1, 2});
        try (PreparedStatement statement = connection.prepareStatement("SELECT ?::text")) {
            statement.setArray(1, made);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("{1,2}");
            }
        }
    }

    @Test
    void arrayThatWasReadCanBeWritten() throws Exception {
        Connection connection = open().unwrap(Connection.class).orElseThrow();
        try (Statement statement = connection.createStatement();
                ResultSet read = statement.executeQuery("SELECT ARRAY['a', 'b']");
                PreparedStatement write = connection.prepareStatement("SELECT ?")) {
            read.next();
            write.setObject(1, read.getArray(1));
            try (ResultSet rows = write.executeQuery()) {
                rows.next();
                assertThat((Object[]) rows.getArray(1).getArray()).containsExactly("a", "b");
            }
        }
    }

    @Test
    void driversOwnExecutorCannotCloseTheSession() throws Exception {
        BackendSession session = open();
        session.unwrap(BaseConnection.class).ifPresent(driver -> driver.getQueryExecutor().abort());
        session.keepAlive();
        assertThat(attempt.losses()).isEmpty();
    }

    @Test
    void copyIsRefusedForAnInterruptWouldLoseTheSessionForAll() throws Exception {
        PGConnection driver = open().unwrap(PGConnection.class).orElseThrow();
        assertThatThrownBy(driver::getCopyAPI)
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessage("CopyManager of getCopyAPI cannot be used on a shared session");
    }

    private BackendSession open() throws Exception {
        return open(server.backend());
    }

    private BackendSession open(JdbcBackend backend) throws Exception {
        BackendSession session = backend.open(attempt);
        open.add(session);
        return session;
    }

    private static BackendException refusal(JdbcBackend backend) {
        BackendException refusal =
                catchThrowableOfType(
                        BackendException.class, () -> backend.open(ProbeAttempt.patient()));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static void assertTimesOut(BackendSession session) {
        assertThat(catchThrowableOfType(BackendException.class, session::keepAlive).category())
                .isEqualTo(FailureCategory.TIMEOUT);
    }

    private static boolean beat(BackendSession session) throws Exception {
        session.keepAlive();
        return true;
    }

    private static boolean closed(BackendSession session) throws Exception {
        session.close();
        return true;
    }

    private static String query(BackendSession session, String sql) throws SQLException {
        return query(session.unwrap(Connection.class).orElseThrow(), sql);
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void signal(String signal, String process) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, process).start().waitFor()).isZero();
    }
}
