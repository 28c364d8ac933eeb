package leasehold.monitor;

import java.io.IOException;
import java.time.Instant;
import leasehold.history.Entry;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.history.SessionSearch;
import leasehold.history.StoredEntry;
import leasehold.session.SessionEvent;

/**
 * How many sessions the former runs of a controller opened on a day, by its record. {@link
 * SessionMonitor#remember(PastOpenings)} counts them among those of a live target.
 *
 * @param from when the day began
 * @param opened how many sessions were opened since then
 * @param failed how many openings failed since then
 */
public record PastOpenings(Instant from, int opened, int failed) {

    /**
     * Counts the openings of former runs of a controller. What that costs depends on how many
     * sessions these runs had, not on how long the record is.
     *
     * @param from only what was opened, or failed, from then on
     * @throws IOException if the record cannot be read
     */
    public static PastOpenings former(HistoryReader reader, FormerRuns former, Instant from)
            throws IOException {
        SessionSearch search = new SessionSearch(reader);
        int opened = 0;
        int failed = 0;
        for (Run run : former.in(reader)) {
            if (endedSince(run, from)) {
                for (StoredEntry answer : search.answers(run, from)) {
                    opened += isOpened(answer) ? 1 : 0;
                    failed += isOpened(answer) ? 0 : 1;
                }
            }
        }
        return new PastOpenings(from, opened, failed);
    }

    private static boolean endedSince(Run run, Instant from) {
        return run.end().filter(end -> !end.at().isBefore(from)).isPresent();
    }

    private static boolean isOpened(StoredEntry answer) {
        return answer.entry() instanceof Entry.Happened happened
                && happened.event() instanceof SessionEvent.Opened;
    }
}
