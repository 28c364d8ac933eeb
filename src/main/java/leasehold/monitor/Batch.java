package leasehold.monitor;

import java.time.Duration;
import java.util.List;

/**
 * What has changed since the last drain. Immutable.
 *
 * @param leases leases and waiting requests that are new or have changed, each once, with what it
 *     is now
 * @param ended those in the view that have ended, each with its end; one that came and went in
 *     between is in neither list
 * @param sessions sessions that are new or have changed, oldest first; each once
 * @param goneSessions numbers of sessions in the view that are no longer kept
 * @param failures groups of failures that are new or have changed
 * @param card the facts of the session card
 * @param counters what was counted
 * @param more how many changes of leases and sessions wait for the next drain, because of the
 *     budget
 * @param lag how long ago the oldest of these changes happened; zero if there is none
 */
public record Batch(
        List<LeaseRecord> leases,
        List<LeaseRecord> ended,
        List<SessionRecord> sessions,
        List<Long> goneSessions,
        List<FailureGroup> failures,
        Card card,
        Counters counters,
        int more,
        Duration lag) {}
