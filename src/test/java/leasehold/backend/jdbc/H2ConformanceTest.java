package leasehold.backend.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import leasehold.backend.ConformanceSubject;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendConformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2ConformanceTest extends SessionBackendConformance implements ConformanceSubject {

    private static final String URL = "jdbc:h2:mem:conformance";
    private static final String PASSWORD = "correct horse";
    private static final Stalled SILENT = new Stalled();

    private static Connection keeper;

    @BeforeAll
    static void create() throws SQLException {
        keeper = DriverManager.getConnection(URL, "admin", PASSWORD);
    }

    @AfterAll
    static void drop() throws Exception {
        keeper.close();
        SILENT.close();
    }

    @Override
    protected ConformanceSubject subject() {
        return this;
    }

    @Override
    public SessionBackend backend() {
        return backend(URL + ";USER=admin;PASSWORD=" + PASSWORD, "");
    }

    @Override
    public List<String> secrets() {
        return List.of(PASSWORD);
    }

    @Override
    public Optional<SessionBackend> refused() {
        return Optional.of(backend(URL + ";PASSWORD=" + PASSWORD, "nobody"));
    }

    @Override
    public Optional<SessionBackend> stalled() {
        return Optional.of(backend("jdbc:h2:tcp://localhost:%d/x".formatted(SILENT.port()), "x"));
    }

    @Override
    public Optional<Class<?>> live() {
        return Optional.of(Connection.class);
    }

    @Override
    public OptionalInt held() {
        try (Statement statement = keeper.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
            rows.next();
            return OptionalInt.of(rows.getInt(1));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static SessionBackend backend(String url, String user) {
        return new JdbcBackend(url, user, "", Duration.ofSeconds(1));
    }
}
