package leasehold.backend;

import java.util.Map;
import java.util.Optional;

/**
 * One open session on a server.
 *
 * <p>{@link #keepAlive} and {@link #close} never overlap, save a close after an interrupted beat
 * outlived the policy's abort timeout (rule 13). {@link #unwrap} is called by holders, from any
 * thread, and must not block. After a loss nothing is sent to the session any more (rule 12): it is
 * told {@link #lost} instead of {@code close}.
 */
public interface BackendSession {

    /**
     * Returns the server's name for the session, such as the id of its process. Read once, after
     * opening.
     */
    String id();

    /**
     * Returns what is worth knowing about the session, without secrets. Read once, after opening.
     */
    Map<String, String> attributes();

    /**
     * Asks the server whether the session lives.
     *
     * @throws SessionLostException if it is known to be gone
     * @throws Exception if this beat failed, which is a loss only when beats fail for the policy's
     *     {@code lossAfter}
     */
    default void keepAlive() throws Exception {}

    /**
     * Disconnects. Called once, and again only when an operator retries a close that failed.
     *
     * @throws Exception if the server may still hold the session; it is then listed as a stray
     *     (rule 20)
     */
    void close() throws Exception;

    /**
     * Told once when the session is lost, whether the backend reported that, a beat did, or beats
     * failed for too long: frees what is held on this side, and sends the server nothing. Runs on a
     * thread of its own, and may overlap a beat that hangs.
     */
    default void lost() {}

    /**
     * Returns the live object behind the session if it is of the given type. What is returned must
     * not let a holder close the session (rule 10).
     */
    default <T> Optional<T> unwrap(Class<T> type) {
        return Optional.empty();
    }
}
