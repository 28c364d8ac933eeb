package leasehold.backend.ambient;

import java.util.Map;
import java.util.Objects;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;

/**
 * A backend for code that runs inside a session it does not own. Opening and closing touch nothing
 * and take no time; leases are counted and listed all the same. Immutable.
 */
public final class AmbientBackend implements SessionBackend {

    private final AmbientSession session;

    /**
     * Creates a backend for a session that exists.
     *
     * @param id the server's name for the session
     * @param attributes what is worth knowing about it, without secrets
     */
    public AmbientBackend(String id, Map<String, String> attributes) {
        session = new AmbientSession(Objects.requireNonNull(id, "id"), Map.copyOf(attributes));
    }

    @Override
    public BackendSession open(OpenAttempt attempt) {
        return session;
    }

    @Override
    public String toString() {
        return session.toString();
    }

    private record AmbientSession(String id, Map<String, String> attributes)
            implements BackendSession {

        /** Does nothing: whoever opened the session closes it. */
        @Override
        public void close() {}

        @Override
        public String toString() {
            return "ambient session " + id;
        }
    }
}
