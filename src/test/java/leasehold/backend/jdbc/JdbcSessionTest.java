package leasehold.backend.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import leasehold.backend.ProbeAttempt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session makes of a driver that throws what it should not. */
class JdbcSessionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Throwable> faults = new ConcurrentHashMap<>();
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private Connection real;
    private JdbcSession session;

    @BeforeEach
    void connect() throws SQLException {
        real = DriverManager.getConnection("jdbc:h2:mem:");
        Connection faulty =
                (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, method, arguments) -> call(method, arguments));
        ProbeAttempt attempt = ProbeAttempt.patient();
        session =
                new JdbcSession(
                        new JdbcBackend("jdbc:h2:mem:", "", "", PATIENCE),
                        attempt,
                        faulty,
                        Identity.ask(faulty, attempt, UnaryOperator.identity()));
    }

    @AfterEach
    void disconnect() throws SQLException {
        real.close();
    }

    @Test
    void beatAfterOneThatThrewTheUnexpectedAsksAnew() {
        faults.put("isValid", new IllegalStateException("a fault of the driver"));
        faults.put("createStatement", new IllegalStateException("a fault of the driver"));
        assertThatThrownBy(session::keepAlive).isInstanceOf(IllegalStateException.class);
        faults.clear();
        assertThatNoException().isThrownBy(session::keepAlive);
    }

    @Test
    void driverWithoutNetworkTimeoutsIsClosed() throws Exception {
        faults.put("setNetworkTimeout", new AbstractMethodError("setNetworkTimeout"));
        session.close();
        assertThat(real.isClosed()).isTrue();
    }

    @Test
    void connectionWhoseCloseThrowsTheUnexpectedIsCut() {
        faults.put("close", new IllegalStateException("a fault of the driver"));
        assertThatThrownBy(session::close).isInstanceOf(IllegalStateException.class);
        await().atMost(PATIENCE).until(() -> called.contains("abort"));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        called.add(method.getName());
        Throwable fault = faults.get(method.getName());
        if (fault != null) {
            throw fault;
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
