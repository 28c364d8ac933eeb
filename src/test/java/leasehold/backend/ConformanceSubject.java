package leasehold.backend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A backend as the conformance kit sees it, with what it takes to bring it into each situation.
 * What a backend cannot be brought into is left empty; the checks that need it are skipped.
 */
public interface ConformanceSubject {

    /** Returns a backend whose server can be reached. */
    SessionBackend backend();

    /** Returns the secrets that were given to every backend of this subject. */
    default List<String> secrets() {
        return List.of();
    }

    /** Returns a backend whose server refuses the session. */
    default Optional<SessionBackend> refused() {
        return Optional.empty();
    }

    /** Returns a backend whose server takes the call and does not answer. */
    default Optional<SessionBackend> stalled() {
        return Optional.empty();
    }

    /** Returns the type of the live object that sessions give to their holders. */
    default Optional<Class<?>> live() {
        return Optional.empty();
    }

    /** Returns how many sessions the server of {@link #backend()} holds now. */
    default OptionalInt held() {
        return OptionalInt.empty();
    }

    /** Returns how long a call may take that ought to return. */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }
}
