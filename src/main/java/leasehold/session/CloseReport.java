package leasehold.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of closing a session.
 *
 * @param epoch the number of the session; 0 if none was open
 * @param revoked the ids of the leases that were taken away
 * @param took how long it took
 * @param failure why the server may still hold the session, which is then listed as a stray; or why
 *     a stray's close was not tried
 */
public record CloseReport(
        long epoch, List<Long> revoked, Duration took, Optional<Failure> failure) {

    /** Checks and copies. */
    public CloseReport {
        revoked = List.copyOf(revoked);
    }
}
