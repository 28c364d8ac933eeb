package leasehold.history;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import leasehold.history.EntryList.Stretch;

/**
 * Some stretches in order: a part of an {@link EntryList}, which lists that have it in common
 * share. In which order its runs stand, the list knows. Immutable.
 */
final class EntryBlock {

    /** So many stretches are in a block at most. */
    static final int MOST = 1_024;

    private final Stretch[] stretches;
    private final long[] starts;
    private final long size;

    /** Takes stretches in order, at least one. */
    EntryBlock(List<Stretch> inOrder) {
        stretches = inOrder.toArray(Stretch[]::new);
        starts = new long[stretches.length];
        long index = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = index;
            index = EntryList.sum(index, stretches[i].size());
        }
        size = index;
    }

    /** Returns how many entries there are. */
    long size() {
        return size;
    }

    /** Returns how many stretches there are. */
    int count() {
        return stretches.length;
    }

    Stretch get(int i) {
        return stretches[i];
    }

    Stretch first() {
        return stretches[0];
    }

    Stretch last() {
        return stretches[stretches.length - 1];
    }

    List<Stretch> all() {
        return List.of(stretches);
    }

    /** Returns the runs, in order. */
    Stream<Long> runs() {
        return first().run() == last().run()
                ? Stream.of(first().run())
                : Arrays.stream(stretches).map(Stretch::run).distinct();
    }

    /** Returns the place at an index, counted from the beginning of the block. */
    Place at(long index) {
        int i = stretchAt(index);
        return new Place(stretches[i].run(), stretches[i].first() + index - starts[i]);
    }

    /** Returns the index of a place; -1 if it is not there. */
    long indexOf(Place place, RunOrder order) {
        int i = stretchOf(place, order);
        return i < stretches.length && order.compare(stretches[i].start(), place) <= 0
                ? starts[i] + place.number() - stretches[i].first()
                : -1;
    }

    /** Returns how many entries stand before a place. */
    long before(Place place, RunOrder order) {
        int i = stretchOf(place, order);
        if (i == stretches.length) {
            return size;
        }
        Stretch stretch = stretches[i];
        return order.compare(stretch.start(), place) <= 0
                ? starts[i] + place.number() - stretch.first()
                : starts[i];
    }

    /** Tells whether all of it lies in one stretch. */
    boolean liesIn(Stretch stretch) {
        return first().liesIn(stretch) && last().liesIn(stretch);
    }

    /** Has the stretches from one index, included, to another, excluded, added. */
    void addTo(EntryListBuilder builder, long from, long to) {
        for (int i = stretchAt(from); i < stretches.length && starts[i] < to; i++) {
            Stretch stretch = stretches[i];
            long first = stretch.first() + Math.max(0, from - starts[i]);
            long last = Math.min(stretch.last(), stretch.first() + to - starts[i] - 1);
            if (first <= last) {
                builder.add(new Stretch(stretch.run(), first, last));
            }
        }
    }

    /** Returns which stretch is the first that does not end before a place. */
    int stretchOf(Place place, RunOrder order) {
        int low = 0;
        int high = stretches.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(stretches[middle].end(), place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int stretchAt(long index) {
        int found = Arrays.binarySearch(starts, index);
        return found < 0 ? -found - 2 : found;
    }
}
