package leasehold.monitor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import leasehold.history.ExportRange;
import leasehold.history.HistoryReader;
import leasehold.history.LeaseSearch;
import leasehold.history.Run;
import leasehold.monitor.LingerAdvisor.Outcome;

/**
 * Tells from a record what other lingers would have meant for the leases that were granted in some
 * time, each run with its own clients; keeps none of the leases. As its reader, for one thread at a
 * time.
 */
public final class LingerStudy {

    private final LeaseSearch leases;
    private final Runnable step;

    /** Tells what a reader reads. */
    public LingerStudy(HistoryReader reader) {
        this(reader, () -> {});
    }

    /**
     * Tells what a reader reads.
     *
     * @param step told of every lease
     */
    public LingerStudy(HistoryReader reader, Runnable step) {
        leases = new LeaseSearch(reader);
        this.step = step;
    }

    /**
     * Returns what would have happened under each of {@link LingerAdvisor#LINGERS}, over all runs
     * together.
     *
     * @param range when the leases were granted
     * @throws InterruptedException if the thread was interrupted
     */
    public List<Outcome> of(List<Run> runs, ExportRange range)
            throws IOException, InterruptedException {
        List<Outcome> all = outcomes(replays(Duration.ZERO, Duration.ZERO));
        for (Run run : runs) {
            List<LingerReplay> replays = replays(leases.opening(run), leases.closing(run));
            leases.spans(
                    run,
                    range,
                    use -> {
                        step.run();
                        replays.forEach(replay -> replay.take(use));
                    });
            all = sum(all, outcomes(replays));
        }
        return all;
    }

    private static List<LingerReplay> replays(Duration opening, Duration closing) {
        return LingerAdvisor.LINGERS.stream()
                .map(linger -> new LingerReplay(linger, opening, closing))
                .toList();
    }

    private static List<Outcome> outcomes(List<LingerReplay> replays) {
        return replays.stream().map(LingerReplay::outcome).toList();
    }

    private static List<Outcome> sum(List<Outcome> some, List<Outcome> more) {
        List<Outcome> sums = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            sums.add(some.get(i).plus(more.get(i)));
        }
        return sums;
    }
}
