package leasehold.monitor.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leasehold.history.Entry;
import leasehold.history.EventKind;
import leasehold.history.ExportRange;
import leasehold.history.HeldSearch;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.history.Scan;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.monitor.LingerStudy;
import leasehold.monitor.PastFailures;
import leasehold.monitor.PastSession;
import leasehold.monitor.PastSessions;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.report.ReportFacts.Gaps;
import leasehold.monitor.report.ReportFacts.Head;
import leasehold.monitor.report.ReportFacts.Sessions;

/** Reads what a report tells. For one thread. */
final class FactsReader {

    /** So many sessions are told of. */
    static final int MOST_SESSIONS = 10_000;

    /** So many gaps are named. */
    static final int MOST_GAPS = 20;

    private final HistoryReader reader;
    private final ExportRange range;
    private final Passes passes;

    FactsReader(HistoryReader reader, ExportRange range, Passes passes) {
        this.reader = reader;
        this.range = range;
        this.passes = passes;
    }

    /** Returns the names of all controllers, in order. */
    List<String> controllers() throws IOException {
        return reader.runs().stream().map(Run::controller).distinct().sorted().toList();
    }

    /** Returns what there is of a controller; empty if it has nothing in the range. */
    Optional<ReportFacts> of(String controller) throws IOException, InterruptedException {
        Scan scan = new Scan(reader, controller, range);
        Optional<Scan.Extent> extent = scan.extent();
        if (extent.isEmpty()) {
            return Optional.empty();
        }
        List<Run> runs = runs(controller, extent.get());
        passes.begin(extent.get().count());
        return Optional.of(
                new ReportFacts(
                        new Head(controller, extent.get(), runs, passed(gaps(scan))),
                        passed(sessions(runs, extent.get())),
                        passed(PastFailures.in(reader, controller, range).groups()),
                        passed(held(runs, extent.get())),
                        passed(lingers(runs))));
    }

    private List<Run> runs(String controller, Scan.Extent extent) throws IOException {
        return reader.runs().stream()
                .filter(run -> run.controller().equals(controller))
                .filter(run -> !run.started().isAfter(extent.last()))
                .filter(run -> !endOf(run, extent.last()).isBefore(extent.first()))
                .toList();
    }

    private static Instant endOf(Run run, Instant otherwise) {
        return run.end().map(Run.End::at).orElse(otherwise);
    }

    private static Gaps gaps(Scan scan) throws IOException, InterruptedException {
        Deque<Entry.Missed> newest = new ArrayDeque<>();
        long[] sums = new long[2];
        scan.each(
                Set.of(EventKind.MONITOR_GAP),
                stored -> {
                    if (stored.entry() instanceof Entry.Missed gap) {
                        newest.add(gap);
                        sums[0]++;
                        sums[1] += gap.count();
                        if (newest.size() > MOST_GAPS) {
                            newest.remove();
                        }
                    }
                });
        return new Gaps(List.copyOf(newest), sums[0], sums[1]);
    }

    private Sessions sessions(List<Run> runs, Scan.Extent extent)
            throws IOException, InterruptedException {
        PastSessions past = new PastSessions(reader);
        List<SessionRecord> found = new ArrayList<>();
        for (Run run : runs.reversed()) {
            stopIfInterrupted();
            int room = MOST_SESSIONS + 1 - found.size();
            if (room > 0) {
                past.of(run, room).stream()
                        .map(PastSession::session)
                        .filter(session -> isIn(session, extent))
                        .forEach(found::add);
            }
        }
        boolean more = found.size() > MOST_SESSIONS;
        return new Sessions(more ? found.subList(0, MOST_SESSIONS) : found, more);
    }

    private static boolean isIn(SessionRecord session, Scan.Extent extent) {
        return !session.askedAt().isAfter(extent.last())
                && session.closedAt().filter(at -> at.isBefore(extent.first())).isEmpty();
    }

    private HeldCurve held(List<Run> runs, Scan.Extent extent)
            throws IOException, InterruptedException {
        HeldCurve curve = new HeldCurve(extent.first(), extent.last());
        HeldSearch search = new HeldSearch(reader);
        for (Run run : runs) {
            search.each(
                    run,
                    (at, held) -> {
                        passes.see();
                        if (!at.isAfter(extent.last())) {
                            curve.add(at, held);
                        }
                    });
            boolean over = run.end().filter(end -> !end.at().isAfter(extent.last())).isPresent();
            if (over && run != runs.getLast()) {
                curve.add(endOf(run, extent.last()), 0);
            }
        }
        return curve.end(extent.last());
    }

    private List<Outcome> lingers(List<Run> runs) throws IOException, InterruptedException {
        List<Outcome> curve = new LingerStudy(reader, passes::see).of(runs, range);
        return curve.getFirst().opens() == 0 ? List.of() : curve;
    }

    /** Ends a pass with what came of it. */
    private <T> T passed(T found) {
        passes.end();
        return found;
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
