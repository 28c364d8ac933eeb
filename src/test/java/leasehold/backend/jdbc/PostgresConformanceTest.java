package leasehold.backend.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import leasehold.backend.ConformanceSubject;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendConformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresConformanceTest extends SessionBackendConformance implements ConformanceSubject {

    private static final Stalled SILENT = new Stalled();

    private static PostgresServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = PostgresServer.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        SILENT.close();
    }

    @Override
    protected ConformanceSubject subject() {
        return this;
    }

    @Override
    public SessionBackend backend() {
        return server.backend();
    }

    @Override
    public List<String> secrets() {
        return List.of(PostgresServer.PASSWORD);
    }

    @Override
    public Optional<SessionBackend> refused() {
        return Optional.of(server.backend("nobody", PostgresServer.PASSWORD));
    }

    @Override
    public Optional<SessionBackend> stalled() {
        String url = "jdbc:postgresql://localhost:%d/postgres".formatted(SILENT.port());
        return Optional.of(
                new JdbcBackend(url, "app", PostgresServer.PASSWORD, Duration.ofSeconds(1)));
    }

    @Override
    public Optional<Class<?>> live() {
        return Optional.of(Connection.class);
    }

    @Override
    public OptionalInt held() {
        return OptionalInt.of(server.sessions());
    }
}
