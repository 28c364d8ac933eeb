package leasehold.session;

/** How much of a caller's stack is kept with its lease (rule 15). */
public enum CaptureLevel {
    /** Nothing. */
    OFF,
    /**
     * The first frame of the caller's own code: outside java, javax, jdk, leasehold and the
     * packages named foreign. Where there is none, the first of leasehold's own that is not the
     * controller's.
     */
    SITE,
    /** The whole stack. */
    STACK
}
