package leasehold.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Which entries there are, oldest first, without what stands in them: a list of places whose length
 * costs nothing, as numbers that follow each other are kept as one stretch. Its runs stand in their
 * {@link RunOrder}. Immutable.
 *
 * <p>Places and indices are found in O(log stretches). A record without gaps is one stretch a run.
 */
public final class EntryList {

    /** No entries. */
    public static final EntryList EMPTY = new EntryList(RunOrder.BY_NUMBER, List.of());

    private final RunOrder order;
    private final List<Stretch> stretches;
    private final long[] starts;
    private final long size;

    /**
     * Entries of one run whose numbers follow each other.
     *
     * @param run the run
     * @param first the first number
     * @param last the last number, included
     */
    public record Stretch(long run, long first, long last) {

        /** Checks the range. */
        public Stretch {
            if (first > last) {
                throw new IllegalArgumentException(
                        "the stretch %d to %d is empty".formatted(first, last));
            }
            if (last - first < 0 || last - first == Long.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "the stretch %d to %d is too long to be counted".formatted(first, last));
            }
        }

        long size() {
            return last - first + 1;
        }

        private Place end() {
            return new Place(run, last);
        }

        private Place start() {
            return new Place(run, first);
        }

        private boolean reaches(Stretch other) {
            return run == other.run && other.first <= last;
        }

        private boolean precedes(Stretch next) {
            return run == next.run && last + 1 == next.first;
        }
    }

    private EntryList(RunOrder order, List<Stretch> stretches) {
        this.order = order;
        this.stretches = stretches;
        starts = new long[stretches.size()];
        long index = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = index;
            index += stretches.get(i).size();
            if (index < 0) {
                throw new IllegalArgumentException("there are too many entries to be counted");
            }
        }
        size = index;
    }

    /**
     * Returns a list of stretches, of runs in the order of their numbers.
     *
     * @param stretches in order, none touching another's numbers
     */
    public static EntryList of(List<Stretch> stretches) {
        return of(RunOrder.BY_NUMBER, stretches);
    }

    /** Returns the same of runs in another order. */
    static EntryList of(RunOrder order, List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        for (Stretch next : stretches) {
            if (!merged.isEmpty() && order.compare(merged.getLast().end(), next.start()) >= 0) {
                throw new IllegalArgumentException(
                        "%s does not come after %s".formatted(next, merged.getLast()));
            }
            if (!merged.isEmpty() && merged.getLast().precedes(next)) {
                Stretch last = merged.removeLast();
                merged.add(new Stretch(last.run, last.first, next.last));
            } else {
                merged.add(next);
            }
        }
        return new EntryList(order, List.copyOf(merged));
    }

    /** Returns a list of places, which come in the order of the numbers of their runs. */
    public static EntryList ofPlaces(List<Place> places) {
        return of(places.stream().map(EntryList::single).toList());
    }

    /** Returns the list of those of these entries whose places are given, in any order. */
    public EntryList only(Collection<Place> places) {
        List<Place> sorted = new ArrayList<>(places);
        sorted.removeIf(place -> indexOf(place) < 0);
        sorted.sort(order);
        return of(order, sorted.stream().map(EntryList::single).toList());
    }

    /** Returns in which order their runs stand. */
    public RunOrder order() {
        return order;
    }

    /** Returns how many entries there are. */
    public long size() {
        return size;
    }

    /** Tells whether there are none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns the place at an index. */
    public Place at(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "index is %d; allowed is 0 to %d".formatted(index, size - 1));
        }
        int found = Arrays.binarySearch(starts, index);
        int i = found < 0 ? -found - 2 : found;
        Stretch stretch = stretches.get(i);
        return new Place(stretch.run, stretch.first + index - starts[i]);
    }

    /** Returns the index of a place; -1 if there is none. */
    public long indexOf(Place place) {
        int i = stretchOf(place);
        return i < stretches.size() && order.compare(stretches.get(i).start(), place) <= 0
                ? starts[i] + place.number() - stretches.get(i).first
                : -1;
    }

    /** Returns how many entries stand before a place. */
    public long before(Place place) {
        int i = stretchOf(place);
        if (i == stretches.size()) {
            return size;
        }
        Stretch stretch = stretches.get(i);
        return order.compare(stretch.start(), place) <= 0
                ? starts[i] + place.number() - stretch.first
                : starts[i];
    }

    /** Returns the list of these entries and others, all of which come after them. */
    public EntryList then(EntryList others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        List<Stretch> all = new ArrayList<>(stretches.size() + others.stretches.size());
        all.addAll(stretches);
        all.addAll(others.stretches);
        boolean known = others.stretches.stream().allMatch(next -> order.knows(next.run));
        return of(known ? order : others.order, all);
    }

    /** Returns the entries from one index, included, to another, excluded. */
    public EntryList slice(long from, long to) {
        return from == 0 && to == size ? this : new EntryList(order, stretches(from, to));
    }

    /** Returns those entries that are of a run. */
    public EntryList ofRun(long run) {
        return slice(
                before(new Place(run, Long.MIN_VALUE)), before(new Place(run, Long.MAX_VALUE)));
    }

    /** Returns those entries that are in another list, too, in the order in which they are here. */
    public EntryList within(EntryList others) {
        List<Stretch> both = new ArrayList<>();
        int j = 0;
        for (Stretch mine : stretches) {
            if (j == others.stretches.size() || others.stretches.get(j).run != mine.run) {
                j = others.stretchOf(mine.start());
            }
            while (j < others.stretches.size() && mine.reaches(others.stretches.get(j))) {
                Stretch other = others.stretches.get(j);
                if (other.last >= mine.first) {
                    long first = Math.max(mine.first, other.first);
                    both.add(new Stretch(mine.run, first, Math.min(mine.last, other.last)));
                }
                if (other.last > mine.last) {
                    break;
                }
                j++;
            }
        }
        return new EntryList(order, List.copyOf(both));
    }

    /** Tells whether another list has all of these entries at its beginning. */
    public boolean begins(EntryList other) {
        int last = stretches.size() - 1;
        if (last < 0) {
            return true;
        }
        if (size > other.size || !stretches.subList(0, last).equals(other.head(last))) {
            return false;
        }
        Stretch mine = stretches.get(last);
        Stretch their = other.stretches.get(last);
        return mine.start().equals(their.start()) && mine.last <= their.last;
    }

    /** Returns the stretches from one index, included, to another, excluded. */
    List<Stretch> stretches(long from, long to) {
        List<Stretch> found = new ArrayList<>();
        int known = Arrays.binarySearch(starts, from);
        int i = Math.max(0, known < 0 ? -known - 2 : known);
        for (; i < stretches.size() && starts[i] < to; i++) {
            Stretch stretch = stretches.get(i);
            long first = stretch.first + Math.max(0, from - starts[i]);
            long last = Math.min(stretch.last, stretch.first + to - starts[i] - 1);
            if (first <= last) {
                found.add(new Stretch(stretch.run, first, last));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Returns the first place by the numbers of the runs; there must be one. */
    Place lowest() {
        return Collections.min(stretches.stream().map(Stretch::start).toList(), RunOrder.BY_NUMBER);
    }

    /** Returns the last place by the numbers of the runs; there must be one. */
    Place highest() {
        return Collections.max(stretches.stream().map(Stretch::end).toList(), RunOrder.BY_NUMBER);
    }

    private List<Stretch> head(int count) {
        return stretches.subList(0, Math.min(count, stretches.size()));
    }

    /** Returns which stretch is the first that does not end before a place. */
    private int stretchOf(Place place) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(stretches.get(middle).end(), place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Stretch single(Place place) {
        return new Stretch(place.run(), place.number(), place.number());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryList list && stretches.equals(list.stretches);
    }

    @Override
    public int hashCode() {
        return stretches.hashCode();
    }

    @Override
    public String toString() {
        return size + " entries: " + stretches;
    }
}
