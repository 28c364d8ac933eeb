package leasehold.backend.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionLostException;

/**
 * A backend whose session is a connection to a database. Immutable; connects through whichever
 * driver on the path takes the URL.
 *
 * <p>An opening that is no longer wanted, or takes longer than it may, is interrupted where it
 * waits for the server. It returns when the driver has let go: only then is it certain that no
 * session will come of it.
 */
public final class JdbcBackend implements SessionBackend {

    private final String url;
    private final String user;
    private final String password;
    private final Duration patience;
    private final Secrets secrets;

    /**
     * Creates a backend; connects to nothing yet.
     *
     * @param url what a driver on the path takes
     * @param user empty if the URL names the user
     * @param password empty if there is none, or the URL holds it
     * @param patience how long the server may take to answer a beat or a close
     */
    public JdbcBackend(String url, String user, String password, Duration patience) {
        this.url = Objects.requireNonNull(url, "url");
        this.user = Objects.requireNonNull(user, "user");
        this.password = Objects.requireNonNull(password, "password");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.secrets = new Secrets(password, url);
    }

    @Override
    public BackendSession open(OpenAttempt attempt) throws Exception {
        DriverCall<JdbcSession> call = DriverCall.start("jdbc-open", () -> connect(attempt));
        attempt.onAbort(call::interrupt);
        try {
            return call.await(attempt.remaining());
        } catch (TimeoutException e) {
            discard(call);
            throw late("the server did not answer", e);
        } catch (InterruptedException e) {
            discard(call);
            throw e;
        } catch (SQLException e) {
            if (call.interrupted()) {
                throw new InterruptedException("the opening was aborted");
            }
            throw failure(e);
        }
    }

    @Override
    public String mask(String text) {
        return secrets.mask(text);
    }

    @Override
    public String toString() {
        return mask(user.isEmpty() ? url : url + " as " + user);
    }

    Duration patience() {
        return patience;
    }

    int patienceSeconds() {
        return (int) Math.max(1, patience.toSeconds());
    }

    BackendException failure(SQLException failure) {
        return new BackendException(
                category(failure), SqlStates.code(failure), text(failure), failure);
    }

    SessionLostException loss(SQLException failure) {
        return new SessionLostException(SqlStates.code(failure), text(failure), failure);
    }

    BackendException late(String what, TimeoutException cause) {
        return new BackendException(FailureCategory.TIMEOUT, what + " in time", cause);
    }

    /** Frees a connection without a word to the server. */
    static boolean abort(Connection connection) throws SQLException {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException | LinkageError _) {
            connection.close(); // a driver that cannot abort
        }
        return true;
    }

    private JdbcSession connect(OpenAttempt attempt) throws SQLException, BackendException {
        Connection connection = driver().connect(url, login());
        if (connection == null) {
            throw noDriver();
        }
        try {
            return new JdbcSession(
                    this, attempt, connection, Identity.ask(connection, attempt, this::mask));
        } catch (SQLException | RuntimeException | Error e) {
            abort(connection);
            throw e;
        }
    }

    private Driver driver() throws BackendException {
        return Drivers.taking(url).orElseThrow(this::noDriver);
    }

    private BackendException noDriver() {
        return new BackendException(
                FailureCategory.PROTOCOL, mask("'%s' is not %s".formatted(url, Drivers.allowed())));
    }

    private Properties login() {
        Properties login = new Properties();
        if (!user.isEmpty()) {
            login.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            login.setProperty("password", password);
        }
        return login;
    }

    private FailureCategory category(SQLException failure) {
        FailureCategory category = SqlStates.category(failure, url);
        boolean unasked = password.isEmpty() && "08004".equals(failure.getSQLState());
        return unasked && url.startsWith("jdbc:postgresql:")
                ? FailureCategory.CREDENTIALS
                : category;
    }

    private String text(SQLException failure) {
        return mask(Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName()));
    }

    /** Gives up a call, and closes what it yields all the same. */
    private static void discard(DriverCall<JdbcSession> call) {
        call.interrupt();
        call.end().ifPresent(JdbcSession::discard);
    }
}
