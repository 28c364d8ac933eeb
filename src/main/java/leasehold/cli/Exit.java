package leasehold.cli;

/** The codes with which a command exits. */
final class Exit {

    /** It is done, and no threshold was crossed. */
    static final int DONE = 0;

    /** A threshold was crossed. */
    static final int FAILED = 1;

    /** The command is not one; nothing was done. */
    static final int WRONG = 2;

    /** It could not be done. */
    static final int UNABLE = 3;

    private Exit() {}
}
