package leasehold.monitor.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leasehold.history.Entry;
import leasehold.history.Run;
import leasehold.history.Scan;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Sharing;

/**
 * What a report tells of one controller. Immutable.
 *
 * @param head what is told about
 * @param sessions its sessions
 * @param causes what failed, most frequent first
 * @param held how many leases were held over time
 * @param lingers what other lingers would have meant; empty if nothing was granted
 */
record ReportFacts(
        Head head,
        Sessions sessions,
        List<FailureGroup> causes,
        HeldCurve held,
        List<Outcome> lingers) {

    /**
     * What is told about.
     *
     * @param controller the controller's name
     * @param extent from when to when there are entries, and how many
     * @param runs its runs in that time, oldest first
     * @param gaps what is missing between
     */
    record Head(String controller, Scan.Extent extent, List<Run> runs, Gaps gaps) {

        /** Returns the last run if it is known to go on, or to have ended, at the end of it all. */
        Run lastRun() {
            return runs.getLast();
        }

        long cutRuns() {
            return runs.stream()
                    .flatMap(run -> run.end().stream())
                    .filter(end -> end.ending() == Run.Ending.CUT)
                    .count();
        }
    }

    /**
     * What is missing.
     *
     * @param newest the newest gaps, oldest first
     * @param count how many there are
     * @param events how many events are missing
     */
    record Gaps(List<Entry.Missed> newest, long count, long events) {}

    /**
     * The newest sessions.
     *
     * @param newest them, newest first
     * @param more whether there are older ones, which are not told of
     */
    record Sessions(List<SessionRecord> newest, boolean more) {

        Optional<SessionRecord> last() {
            return newest.stream().findFirst();
        }

        Sharing sharing() {
            return Sharing.of(newest);
        }

        long failed() {
            return newest.stream()
                    .filter(session -> session.state() == SessionRecord.State.OPEN_FAILED)
                    .count();
        }
    }

    Instant first() {
        return head.extent().first();
    }

    Instant last() {
        return head.extent().last();
    }
}
