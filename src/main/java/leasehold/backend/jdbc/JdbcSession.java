package leasehold.backend.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionLostException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is open. A loss is noticed by a beat, or by any call of a holder that fails
 * with it; the connection is then freed on this side.
 */
final class JdbcSession implements BackendSession {

    private final JdbcBackend backend;
    private final OpenAttempt attempt;
    private final Connection connection;
    private final Identity identity;
    private final SharedConnection shared;
    private final AtomicReference<@Nullable SessionLostException> lost = new AtomicReference<>();
    private volatile boolean closing;

    /** A beat that has not been answered; touched by {@code keepAlive} alone. */
    private volatile @Nullable DriverCall<Boolean> beat;

    JdbcSession(
            JdbcBackend backend, OpenAttempt attempt, Connection connection, Identity identity) {
        this.backend = backend;
        this.attempt = attempt;
        this.connection = connection;
        this.identity = identity;
        this.shared = new SharedConnection(connection, this::holderFailed);
    }

    @Override
    public String id() {
        return identity.id();
    }

    @Override
    public Map<String, String> attributes() {
        return identity.attributes();
    }

    /**
     * Returns the connection, whose {@code close} and {@code abort} do nothing. A holder on a
     * virtual thread that is interrupted while it waits for the server goes on waiting, with its
     * interrupt kept: by itself the interrupt would close the socket under all holders. {@code
     * Statement.cancel} ends the wait.
     */
    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return shared.as(type);
    }

    /**
     * Asks the server whether the session lives. A beat that is not answered in time has failed,
     * and the next one waits for the same answer: nothing is cut, so that a slow server loses no
     * session. While a holder's own call is waiting for the server nothing can be asked, and the
     * session counts as alive.
     */
    @Override
    public void keepAlive() throws Exception {
        SessionLostException known = lost.get();
        if (known != null) {
            throw known;
        }
        DriverCall<Boolean> asked = beat;
        if (asked == null) {
            if (shared.busy()) {
                return;
            }
            asked = DriverCall.start("jdbc-beat", this::answers);
            beat = asked;
        }
        answerOf(asked);
    }

    @Override
    public void close() throws Exception {
        closing = true;
        if (lost.get() != null) {
            return;
        }
        DriverCall<Boolean> asked = DriverCall.start("jdbc-close", this::disconnect);
        try {
            asked.await(backend.patience());
        } catch (TimeoutException e) {
            cut(asked);
            throw backend.late("the server did not confirm the disconnect", e);
        } catch (SQLException e) {
            cut(asked);
            throw backend.failure(e);
        } catch (Throwable e) {
            cut(asked); // interrupted, or a driver that throws what it likes
            throw e;
        }
    }

    @Override
    public void lost() {
        free();
    }

    @Override
    public String toString() {
        return "jdbc session " + identity.id();
    }

    /** Disconnects a session that nobody wanted any more when it came. */
    void discard() {
        closing = true;
        free().end();
    }

    private void answerOf(DriverCall<Boolean> asked) throws Exception {
        try {
            asked.await(backend.patience());
        } catch (TimeoutException e) {
            throw backend.late("the server did not answer", e);
        } catch (SQLException e) {
            if (isGone(e)) {
                SessionLostException loss = backend.loss(e);
                lose(loss);
                throw loss;
            }
            throw backend.failure(e);
        } finally {
            if (asked.isDone()) {
                beat = null;
            }
        }
    }

    private boolean answers() throws SQLException {
        try {
            identity.dialect().beat(connection, backend.patienceSeconds());
        } catch (SQLException e) {
            if (!SqlStates.isAnswer(e)) {
                throw e;
            }
        }
        return true;
    }

    private boolean disconnect() throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) backend.patience().toMillis());
        } catch (SQLException | RuntimeException | LinkageError _) {
            // a driver without network timeouts; the close has its deadline all the same
        }
        connection.close();
        return true;
    }

    private void holderFailed(SQLException failure) {
        if (closing || lost.get() != null || !isGone(failure)) {
            return;
        }
        SessionLostException loss = backend.loss(failure);
        if (lose(loss)) {
            attempt.reportLost(loss);
        }
    }

    private boolean isGone(SQLException failure) {
        return SqlStates.isLoss(failure) || isClosed();
    }

    private boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException _) {
            return true; // it cannot even tell
        }
    }

    /** Frees the connection on this side at the first loss; false for a later one. */
    private boolean lose(SessionLostException loss) {
        boolean first = lost.compareAndSet(null, loss);
        if (first) {
            free();
        }
        return first;
    }

    private void cut(DriverCall<Boolean> asked) {
        asked.interrupt();
        free();
    }

    private DriverCall<Boolean> free() {
        return DriverCall.start("jdbc-free", () -> JdbcBackend.abort(connection));
    }
}
