package leasehold.session;

/** The states of a controller. */
public enum SessionState {
    /** There is no current session. */
    CLOSED,
    /** A session is being opened; callers wait. */
    OPENING,
    /** The session is open and held. */
    OPEN,
    /** The session is open, nobody holds it, and it is kept for a while. */
    LINGERING,
    /** The session is being closed, or an opening that nobody wants any more is being aborted. */
    CLOSING,
    /** The controller has ended. Final. */
    SHUT_DOWN
}
