package leasehold.backend;

import org.jspecify.annotations.Nullable;

/**
 * Says that the server has dropped the session: from {@link BackendSession#keepAlive}, a loss at
 * once (rule 13).
 */
public class SessionLostException extends BackendException {

    private static final long serialVersionUID = 1L;

    /** Creates a loss with the reason that is known. */
    public SessionLostException(String message, @Nullable Throwable cause) {
        this(null, message, cause);
    }

    /** Creates a loss that also bears the server's own code for it, such as an SQLState. */
    public SessionLostException(@Nullable String code, String message, @Nullable Throwable cause) {
        super(FailureCategory.UNREACHABLE, code, message, cause);
    }
}
