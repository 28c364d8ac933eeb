package leasehold.backend.simulated;

import leasehold.backend.FailureCategory;

/** What a simulated server says when it refuses. */
final class Failures {

    private Failures() {}

    static String sentence(FailureCategory category) {
        return switch (category) {
            case UNREACHABLE -> "connection refused";
            case TIMEOUT -> "the server did not answer in time";
            case UNKNOWN -> "the server answered with error 17";
            case CREDENTIALS -> "wrong user or password";
            case LICENCE -> "no licence seat is free";
            case QUOTA -> "too many sessions";
            case LOCKED_OUT -> "the account is locked";
            case RIGHTS -> "the account may not log in";
            case PROTOCOL -> "the server speaks another version of the protocol";
            case DRAINING -> "the server is being closed";
            case SHUTDOWN -> "the server is shutting down";
        };
    }
}
