package leasehold.backend;

/** Why a session could not be had, and so what to do next (rule 1). */
public enum FailureCategory {
    /** The server cannot be reached; tried again. */
    UNREACHABLE(Integer.MAX_VALUE, false),
    /** The server did not answer in time; tried again. */
    TIMEOUT(Integer.MAX_VALUE, false),
    /** Nobody knows; tried again once. */
    UNKNOWN(1, false),
    /**
     * The server refused the credentials; ask the user. Held, so that no loop locks a user out
     * (rule 8).
     */
    CREDENTIALS(0, true),
    /** No licence seat is free; wait for one. */
    LICENCE(0, false),
    /** A limit on sessions or leases is reached; wait for a seat. */
    QUOTA(0, false),
    /** The account is locked; never tried again, and held. */
    LOCKED_OUT(0, true),
    /** The account lacks the rights; never tried again, and held. */
    RIGHTS(0, true),
    /** The server, or the backend, does not keep to what was agreed; never tried again. */
    PROTOCOL(0, false),
    /** The session is being closed and takes nobody new. */
    DRAINING(0, false),
    /** The controller is shutting down or shut down. */
    SHUTDOWN(0, false);

    private final int retries;
    private final boolean held;

    FailureCategory(int retries, boolean held) {
        this.retries = retries;
        this.held = held;
    }

    /**
     * Returns how often an opening may fail this way and still be tried again, whatever the policy
     * allows.
     */
    public int retries() {
        return retries;
    }

    /**
     * Tells whether a failure of this kind answers every caller for the policy's {@code
     * failureHold} (rule 8).
     */
    public boolean held() {
        return held;
    }
}
