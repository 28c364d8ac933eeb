package leasehold.replay;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import leasehold.history.HistoryReader;
import leasehold.history.RequestSearch;
import leasehold.history.RequestSpan;
import leasehold.history.RequestSpan.Ending;
import leasehold.history.Run;
import leasehold.simulation.Script;
import leasehold.simulation.Visit;

/**
 * A run of a record, as a script for simulated clients. Immutable.
 *
 * <p>A lease that was held when the record ended is held so long and then released; so is one that
 * ended in a gap, until that. Who was refused asks again, and releases at once what it is granted.
 * That a lease was released twice is not in a record.
 */
public final class Recording {

    private final Run run;
    private final Script script;
    private final Map<Ending, Integer> counts;

    private Recording(Run run, Script script, Map<Ending, Integer> counts) {
        this.run = run;
        this.script = script;
        this.counts = counts;
    }

    /**
     * Reads the newest of some runs in which anybody asked for a lease; takes longer the more did.
     *
     * @param runs the runs of the record that are allowed, oldest first
     * @throws IOException if the record cannot be read
     * @throws IllegalArgumentException if nobody asked in any of them
     */
    public static Recording newest(HistoryReader reader, List<Run> runs) throws IOException {
        for (Run run : runs.reversed()) {
            Recording recording = of(reader, run);
            if (recording.script().size() > 0) {
                return recording;
            }
        }
        throw new IllegalArgumentException(
                "recording has no lease%s; allowed is one in which somebody asked for a lease"
                        .formatted(in(runs)));
    }

    private static Recording of(HistoryReader reader, Run run) throws IOException {
        Script.Builder script = new Script.Builder();
        Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
        new RequestSearch(reader)
                .each(
                        run,
                        span -> {
                            script.add(
                                    span.askedNanos(),
                                    span.client(),
                                    span.lastsNanos(),
                                    ending(span));
                            counts.merge(span.ending(), 1, Integer::sum);
                        });
        return new Recording(run, script.build(), counts);
    }

    private static Visit.Ending ending(RequestSpan span) {
        return switch (span.ending()) {
            case RELEASED, HELD, UNSEEN, REFUSED -> Visit.Ending.RELEASES;
            case LEFT -> Visit.Ending.LEAVES;
            case GAVE_UP, UNANSWERED -> Visit.Ending.GIVES_UP;
        };
    }

    private static String in(List<Run> runs) {
        if (runs.isEmpty()) {
            return "";
        }
        Run last = runs.getLast();
        return runs.size() == 1
                ? " in run %d of '%s'".formatted(last.id(), last.controller())
                : " in any of %d runs".formatted(runs.size());
    }

    /** Returns the run that it is of. */
    public Run run() {
        return run;
    }

    /** Returns who comes when. */
    public Script script() {
        return script;
    }

    /** Returns how many leases were still held when the record ended. */
    public int held() {
        return isCut() ? 0 : count(Ending.HELD);
    }

    /**
     * Returns how many ends are not known: in a gap of the record, or after it was cut; and how
     * many requests were not answered in it.
     */
    public int unknown() {
        return count(Ending.UNSEEN) + count(Ending.UNANSWERED) + (isCut() ? count(Ending.HELD) : 0);
    }

    /** Returns how many got nothing, so that nobody knows how long they wanted it. */
    public int refused() {
        return count(Ending.REFUSED);
    }

    private int count(Ending ending) {
        return counts.getOrDefault(ending, 0);
    }

    private boolean isCut() {
        return run.end().filter(end -> end.ending() == Run.Ending.CUT).isPresent();
    }
}
