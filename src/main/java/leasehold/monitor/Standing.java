package leasehold.monitor;

/** How an operator stands to the failures of one cause. */
public enum Standing {
    /** Nobody has looked at it. */
    NEW,
    /** An operator has looked at it. */
    SEEN,
    /** An operator does not want to be told of it, as long as it goes on. */
    MUTED,
    /** It was muted, had been quiet for {@link FailureGroup#QUIET}, and has occurred again. */
    RETURNED;

    /** Tells whether an operator should be told. */
    public boolean isNews() {
        return this == NEW || this == RETURNED;
    }
}
