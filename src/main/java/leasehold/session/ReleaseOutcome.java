package leasehold.session;

/** What became of the session when a lease was released (rule 16). */
public enum ReleaseOutcome {
    /** Other leases keep it open. */
    KEPT,
    /** It was the last lease; the session is kept for a while in case a client comes. */
    LINGERING,
    /** It was the last lease, and the session is disconnected. */
    DISCONNECTED,
    /** It was the last lease, and disconnecting failed or outlived its timeout. */
    DISCONNECT_FAILED,
    /** The lease had ended before: revoked, expired, abandoned, lost or unclaimed. */
    ALREADY_ENDED
}
