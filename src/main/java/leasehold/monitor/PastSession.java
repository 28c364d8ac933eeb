package leasehold.monitor;

import java.util.Objects;

/**
 * A session of a former run, as the record has it. Immutable.
 *
 * @param run the run it belongs to
 * @param position where the record says that it was opened
 * @param session what is known of it; one that the end of its run cut off is {@link
 *     SessionRecord.State#CUT}
 */
public record PastSession(long run, long position, SessionRecord session) {

    /** Checks that nothing is null. */
    public PastSession {
        Objects.requireNonNull(session, "session");
    }
}
