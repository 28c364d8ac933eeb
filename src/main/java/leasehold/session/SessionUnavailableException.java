package leasehold.session;

/** The session could not be had. Bears the failure, masked, and never its throwable (rule 30). */
public final class SessionUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** Creates the exception for a failure. */
    public SessionUnavailableException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    /** Returns why. */
    public Failure failure() {
        return failure;
    }
}
