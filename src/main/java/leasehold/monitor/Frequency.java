package leasehold.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often something happened in each of the last minutes. Immutable.
 *
 * @param minute the newest minute, counted from the epoch
 * @param counts how often in each minute, the newest last; always {@value #MINUTES}
 */
public record Frequency(long minute, List<Integer> counts) {

    /** How many minutes are told apart. */
    public static final int MINUTES = 15;

    /** Never. */
    static final Frequency NEVER = new Frequency(0, Collections.nCopies(MINUTES, 0));

    private static final int SECONDS = 60;

    /** Copies. */
    public Frequency {
        counts = List.copyOf(counts);
    }

    /** Returns what it is as seen later: what is older than the last minutes is forgotten. */
    public Frequency at(Instant now) {
        long newest = now.getEpochSecond() / SECONDS;
        int passed = (int) Math.min(MINUTES, newest - minute);
        if (passed <= 0) {
            return this;
        }
        List<Integer> later = new ArrayList<>(counts.subList(passed, MINUTES));
        later.addAll(Collections.nCopies(passed, 0));
        return new Frequency(newest, later);
    }

    /** Returns what it is once it has happened again; what comes late counts as of now. */
    Frequency and(Instant at) {
        Frequency then = at(at);
        List<Integer> more = new ArrayList<>(then.counts);
        more.set(MINUTES - 1, more.getLast() + 1);
        return new Frequency(then.minute, more);
    }
}
