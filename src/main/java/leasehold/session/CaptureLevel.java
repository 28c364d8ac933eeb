package leasehold.session;

/** How much of a caller's stack is kept with its lease. */
public enum CaptureLevel {
    /** Nothing. */
    OFF,
    /** The first frame of the caller's own code. */
    SITE,
    /** The whole stack. */
    STACK
}
