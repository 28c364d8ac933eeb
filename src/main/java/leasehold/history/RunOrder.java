package leasehold.history;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order the runs of a controller stand, whatever the order in which they were stored, and
 * with them their entries. Immutable.
 *
 * <p>Of places whose run it does not know it says that they come first: what was trimmed away was
 * the oldest.
 */
public final class RunOrder implements Comparator<Place> {

    /** By the numbers of the runs, all of which it knows. */
    static final RunOrder BY_NUMBER = new RunOrder(Map.of(), true);

    private static final int UNKNOWN = -1;

    private final Map<Long, Integer> ranks;
    private final boolean byNumber;

    private RunOrder(Map<Long, Integer> ranks, boolean byNumber) {
        this.ranks = ranks;
        this.byNumber = byNumber;
    }

    /** Returns the order in which runs are named by their numbers. */
    static RunOrder of(List<Long> runs) {
        Map<Long, Integer> ranks = new HashMap<>();
        runs.forEach(run -> ranks.put(run, ranks.size()));
        return new RunOrder(ranks, false);
    }

    @Override
    public int compare(Place one, Place other) {
        if (one.run() == other.run()) {
            return Long.compare(one.number(), other.number());
        }
        int byRank = byNumber ? 0 : Integer.compare(rank(one), rank(other));
        return byRank == 0 ? Long.compare(one.run(), other.run()) : byRank;
    }

    /** Tells whether it says where a run stands. */
    boolean knows(long run) {
        return byNumber || ranks.containsKey(run);
    }

    private int rank(Place place) {
        return ranks.getOrDefault(place.run(), UNKNOWN);
    }
}
