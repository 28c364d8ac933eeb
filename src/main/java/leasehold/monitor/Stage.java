package leasehold.monitor;

/** What was being done when something failed. */
public enum Stage {
    /** A session was being opened. */
    OPEN,
    /** A session was asked whether it lives. */
    KEEP_ALIVE,
    /** A session was being closed, or its opening aborted. */
    CLOSE,
    /** The server dropped a session. */
    LOSS,
    /** A request was refused for a reason of the controller's own. */
    REFUSE,
    /** The window itself failed. */
    WINDOW
}
