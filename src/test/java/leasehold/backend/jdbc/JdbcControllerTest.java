package leasehold.backend.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.ProbeAttempt;
import leasehold.session.Failure;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseRequest;
import leasehold.session.Recorder;
import leasehold.session.RetryPolicy;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionEvent;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionUnavailableException;
import leasehold.session.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller, in real time, over a real PostgreSQL. After every test the password is looked for
 * in all that was said: events, snapshots, failures, logs and {@code toString} (rule 30).
 */
class JdbcControllerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String WRONG = "wr0ng: gu/ess";
    private static final SessionPolicy POLICY =
            SessionPolicy.builder().retry(RetryPolicy.none()).build();

    private static PostgresServer server;

    private final LogCapture log = new LogCapture();
    private final Recorder recorder = new Recorder();
    private final List<Object> said = new ArrayList<>();
    private ServerSessionController controller;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = PostgresServer.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void passwordIsNowhere() throws Exception {
        said.addAll(recorder.snapshots());
        said.addAll(controller.leases());
        said.add(controller.snapshot());
        said.add(controller);
        said.add(
                controller.shutdown(Duration.ZERO).toCompletableFuture().get(10, TimeUnit.SECONDS));
        log.close();
        said.addAll(recorder.events());
        said.add(log.text());
        assertThat(said)
                .extracting(Texts::of)
                .allSatisfy(
                        text -> assertThat(text).doesNotContain(PostgresServer.PASSWORD, WRONG));
        assertThat(log.text()).as("the log has been looked at").contains("Connection");
        await().atMost(PATIENCE).until(() -> server.sessions() == 0);
    }

    /** Rules 2 and 8: a crowd with a wrong password locks nobody out. */
    @Test
    void wrongPasswordIsTriedOnceForTenCallers() throws Exception {
        control(server.backend("app", WRONG), POLICY);
        List<CompletableFuture<Optional<SessionLease>>> asked =
                IntStream.range(0, 10).mapToObj(n -> ask("client-" + n)).toList();
        for (CompletableFuture<Optional<SessionLease>> answer : asked) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(ask("late").get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(refusal().category()).isEqualTo(FailureCategory.CREDENTIALS);
        await().atMost(PATIENCE)
                .until(() -> !recorder.events(SessionEvent.OpenFailed.class).isEmpty());
        List<SessionEvent.AttemptFailed> attempts =
                recorder.events(SessionEvent.AttemptFailed.class);
        assertThat(attempts).hasSize(1);
        assertThat(attempts.getFirst().failure().code()).contains("28P01");
    }

    @Test
    void noSeatLeftIsAnEmptyResultWithQuota() throws Exception {
        List<BackendSession> others = new ArrayList<>();
        try {
            for (int seat = 0; seat < PostgresServer.SEATS; seat++) {
                others.add(server.backend().open(ProbeAttempt.patient()));
            }
            control(server.backend(), POLICY);
            assertThat(ask("one too many").get(10, TimeUnit.SECONDS)).isEmpty();
            assertThat(refusal().category()).isEqualTo(FailureCategory.QUOTA);
        } finally {
            for (BackendSession other : others) {
                other.close();
            }
        }
        await().atMost(PATIENCE).until(() -> server.sessions() == 0);
        assertThat(ask("later").get(10, TimeUnit.SECONDS)).isPresent();
    }

    /** Rules 12 and 13: noticed by a beat. */
    @Test
    void killedProcessEndsThreeLeasesAsLost() throws Exception {
        control(server.backend(), POLICY.toBuilder().keepAlive(Duration.ofMillis(50)).build());
        List<SessionLease> held = hold(3);
        server.terminate(process(held));
        assertLost(held);
        assertThat(ask("next").get(10, TimeUnit.SECONDS).orElseThrow().epoch()).isEqualTo(2);
    }

    /** Rule 10: an interrupted virtual thread would close the socket under all. */
    @Test
    void interruptOfAHolderLeavesTheSessionToTheOthers() throws Exception {
        control(server.backend(), POLICY);
        List<SessionLease> held = hold(2);
        server.run("CREATE TABLE IF NOT EXISTS busy (id int); GRANT SELECT ON busy TO app");
        Connection connection = held.getFirst().unwrap(Connection.class);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (Connection admin = server.admin();
                Statement lock = admin.createStatement()) {
            admin.setAutoCommit(false);
            lock.execute("LOCK TABLE busy");
            Thread holder =
                    Thread.startVirtualThread(() -> interrupted.complete(countBusy(connection)));
            await().atMost(Duration.ofSeconds(10)).until(() -> server.waiting() == 1);
            holder.interrupt();
        }
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        select(held.getLast().unwrap(Connection.class));
        assertThat(held).allMatch(SessionLease::isActive);
    }

    /** Returns whether the thread is interrupted after its query. */
    private static boolean countBusy(Connection connection) {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM busy")) {
            return rows.next() && Thread.currentThread().isInterrupted();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Rule 12: noticed by a holder, with no beat at all. */
    @Test
    void holderWhoMeetsTheLossEndsTheLeasesOfAll() throws Exception {
        control(server.backend(), POLICY);
        List<SessionLease> held = hold(3);
        server.terminate(process(held));
        Connection connection = held.getLast().unwrap(Connection.class);
        assertThatThrownBy(() -> select(connection)).isInstanceOf(SQLException.class);
        assertLost(held);
    }

    @Test
    void serverStoppedAndStartedAgainOpensForTheNextRequest() throws Exception {
        control(server.backend(), POLICY);
        server.stop();
        try {
            assertThat(ask("early").get(10, TimeUnit.SECONDS)).isEmpty();
            assertThat(refusal().category()).isEqualTo(FailureCategory.UNREACHABLE);
        } finally {
            server.startAgain();
        }
        SessionLease lease = ask("patient").get(10, TimeUnit.SECONDS).orElseThrow();
        select(lease.unwrap(Connection.class));
        lease.close();
    }

    /** Rule 10. */
    @Test
    void holderWhoClosesTheConnectionClosesNothing() throws Exception {
        control(server.backend(), POLICY);
        List<SessionLease> held = hold(2);
        held.getFirst().unwrap(Connection.class).close();
        select(held.getLast().unwrap(Connection.class));
        assertThat(server.sessions()).isOne();
    }

    /** Rule 4: the driver waits for a server that says nothing. */
    @Test
    void cancelledRequestLeavesNoCallBehind() throws Exception {
        try (Stalled silent = new Stalled()) {
            String url = "jdbc:postgresql://localhost:%d/postgres".formatted(silent.port());
            control(new JdbcBackend(url, "app", PostgresServer.PASSWORD, PATIENCE), POLICY);
            CompletableFuture<Optional<SessionLease>> asked = ask("impatient");
            await().atMost(PATIENCE)
                    .until(() -> !recorder.events(SessionEvent.Opening.class).isEmpty());
            asked.cancel(true);
            await().atMost(PATIENCE)
                    .until(() -> !recorder.events(SessionEvent.Closed.class).isEmpty());
            assertThat(controller.snapshot().strays()).isEmpty();
        }
    }

    private void control(JdbcBackend backend, SessionPolicy policy) {
        controller = ServerSessionController.over(backend).name("postgres").policy(policy).build();
        controller.subscribe(recorder);
        said.add(backend);
    }

    private CompletableFuture<Optional<SessionLease>> ask(String client) {
        return controller.tryOpenSessionAsync(LeaseRequest.of(client));
    }

    private List<SessionLease> hold(int leases) throws Exception {
        List<SessionLease> held = new ArrayList<>();
        for (int n = 0; n < leases; n++) {
            held.add(ask("holder-" + n).get(10, TimeUnit.SECONDS).orElseThrow());
        }
        said.addAll(held);
        held.forEach(lease -> said.add(lease.attributes()));
        return held;
    }

    private Failure refusal() {
        SessionUnavailableException refusal =
                catchThrowableOfType(
                        SessionUnavailableException.class,
                        () -> controller.openSession(LeaseRequest.of("why")));
        said.add(refusal);
        said.add(refusal.failure());
        return refusal.failure();
    }

    private void assertLost(List<SessionLease> leases) throws Exception {
        for (SessionLease lease : leases) {
            LeaseEnd end = lease.ended().toCompletableFuture().get(10, TimeUnit.SECONDS);
            said.add(end);
            assertThat(end.kind()).isEqualTo(LeaseEnd.Kind.LOST);
            assertThat(end.cause().orElseThrow().code()).contains("57P01");
        }
    }

    private static String process(List<SessionLease> held) {
        return held.getFirst().attributes().get("process");
    }

    private static void select(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }
}
