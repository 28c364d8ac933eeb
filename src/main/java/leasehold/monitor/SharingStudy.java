package leasehold.monitor;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.history.ExportRange;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.monitor.LingerAdvisor.Outcome;

/**
 * Tells from a record how the sessions of a controller were shared, over all its runs, and what
 * another linger would have meant. As its reader, for one thread at a time.
 */
public final class SharingStudy {

    /** How many sessions are looked at, the newest. */
    public static final int NEWEST = 10_000;

    private final PastSessions sessions;
    private final LingerStudy lingers;
    private final HistoryReader reader;

    /**
     * What the record says.
     *
     * @param sharing what clients gained by sharing
     * @param cut whether there were more sessions than {@link #NEWEST}, of which the older ones are
     *     left out; the curve is of all
     * @param curve what would have happened under each of {@link LingerAdvisor#LINGERS}
     */
    public record Found(Sharing sharing, boolean cut, List<Outcome> curve) {

        /** Copies. */
        public Found {
            curve = List.copyOf(curve);
        }
    }

    /** Tells what a reader reads. */
    public SharingStudy(HistoryReader reader) {
        this.reader = reader;
        sessions = new PastSessions(reader);
        lingers = new LingerStudy(reader);
    }

    /**
     * Studies a controller; reads all its leases since then, and keeps none of them.
     *
     * @param from sessions that were asked for, and leases that were granted, from then on
     * @throws InterruptedException if the thread was interrupted
     */
    public Found of(String controller, Instant from) throws IOException, InterruptedException {
        List<Run> runs =
                reader.runs().stream().filter(run -> run.controller().equals(controller)).toList();
        List<SessionRecord> newest = newest(runs, from);
        ExportRange since = new ExportRange(Optional.of(from), Optional.empty());
        return new Found(Sharing.of(newest), newest.size() == NEWEST, lingers.of(runs, since));
    }

    private List<SessionRecord> newest(List<Run> runs, Instant from) throws IOException {
        List<SessionRecord> newest = new ArrayList<>();
        for (Run run : runs.reversed()) {
            sessions.of(run, from, NEWEST - newest.size())
                    .forEach(past -> newest.add(past.session()));
        }
        return newest;
    }
}
