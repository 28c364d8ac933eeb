package leasehold.monitor;

import leasehold.backend.FailureCategory;

/** What to do next about a failure; a key, whose sentence stands in the window's texts. */
public enum Advice {
    /** Nothing: it is tried again by itself. See whether the server is up if it goes on. */
    WAIT_FOR_RETRY,
    /** Look at the message: nobody knows what it means, and it is tried again once. */
    LOOK_AT_MESSAGE,
    /** Correct the credentials, then <em>Try now</em>. */
    CORRECT_CREDENTIALS,
    /** Wait for a seat, or have one freed. */
    WAIT_FOR_SEAT,
    /** Have the account unlocked, or given the rights, then <em>Try now</em>. */
    ASK_ADMINISTRATOR,
    /** Report it: server and backend do not keep to what was agreed. */
    REPORT_DEFECT,
    /** Ask again after the session is closed. */
    ASK_AGAIN_AFTER_DRAIN,
    /** Nothing: the controller has ended. */
    NOTHING;

    /** Returns what to do about failures of a category. */
    public static Advice of(FailureCategory category) {
        return switch (category) {
            case UNREACHABLE, TIMEOUT -> WAIT_FOR_RETRY;
            case UNKNOWN -> LOOK_AT_MESSAGE;
            case CREDENTIALS -> CORRECT_CREDENTIALS;
            case LICENCE, QUOTA -> WAIT_FOR_SEAT;
            case LOCKED_OUT, RIGHTS -> ASK_ADMINISTRATOR;
            case PROTOCOL -> REPORT_DEFECT;
            case DRAINING -> ASK_AGAIN_AFTER_DRAIN;
            case SHUTDOWN -> NOTHING;
        };
    }
}
