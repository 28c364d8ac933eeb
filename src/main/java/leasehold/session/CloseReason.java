package leasehold.session;

/** Why a session was closed. */
public enum CloseReason {
    /** Its last lease was released. */
    LAST_RELEASE,
    /** Nobody came while it lingered. */
    LINGER_ENDED,
    /** An operator closed it, or revoked its last lease. */
    OPERATOR,
    /** Its last lease expired. */
    EXPIRED,
    /** Its last lease was abandoned and reclaimed. */
    ABANDONED,
    /** It was past its maximum age, and its last lease ended. */
    MAX_AGE,
    /** The server dropped it. */
    LOST,
    /** Its opening was aborted: nobody waited for it any more, or it could not be described. */
    ABORTED,
    /** Its opening took longer than the policy allows. */
    OPEN_TIMEOUT,
    /** The controller shut down. */
    SHUTDOWN
}
