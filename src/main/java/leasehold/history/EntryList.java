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
 * Stretches are kept in blocks of up to a thousand, which lists share: to add to a long list at
 * either end, or to take a part of it, makes two blocks at most and passes on the others.
 */
public final class EntryList {

    /** No entries. */
    public static final EntryList EMPTY = new EntryList(RunOrder.BY_NUMBER, List.of());

    private final RunOrder order;
    private final List<EntryBlock> blocks;
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

        Place end() {
            return new Place(run, last);
        }

        Place start() {
            return new Place(run, first);
        }

        boolean reaches(Stretch other) {
            return run == other.run && other.first <= last;
        }

        boolean liesIn(Stretch other) {
            return run == other.run && first >= other.first && last <= other.last;
        }

        boolean begins(Stretch other) {
            return start().equals(other.start()) && last <= other.last;
        }

        boolean precedes(Stretch next) {
            return run == next.run && last + 1 == next.first;
        }
    }

    /** Takes blocks, which come in order. */
    EntryList(RunOrder order, List<EntryBlock> blocks) {
        this.order = order;
        this.blocks = List.copyOf(blocks);
        starts = new long[blocks.size()];
        long index = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = index;
            index = sum(index, blocks.get(i).size());
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
        EntryListBuilder builder = new EntryListBuilder(order);
        stretches.forEach(builder::add);
        return builder.build();
    }

    /** Returns a list of places, which come in the order of the numbers of their runs. */
    public static EntryList ofPlaces(List<Place> places) {
        return ofPlaces(RunOrder.BY_NUMBER, places);
    }

    private static EntryList ofPlaces(RunOrder order, List<Place> places) {
        EntryListBuilder builder = new EntryListBuilder(order);
        places.forEach(place -> builder.add(single(place)));
        return builder.build();
    }

    /** Returns the list of all entries of some lists, each of which comes after the one before. */
    static EntryList joined(RunOrder order, Collection<EntryList> parts) {
        EntryListBuilder builder = new EntryListBuilder(order);
        parts.forEach(builder::add);
        return builder.build();
    }

    /** Returns the list of those of these entries whose places are given, in any order. */
    public EntryList only(Collection<Place> places) {
        List<Place> sorted = new ArrayList<>(places);
        sorted.removeIf(place -> indexOf(place) < 0);
        sorted.sort(order);
        return ofPlaces(order, sorted);
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

    /**
     * Returns the place at an index.
     *
     * @throws IndexOutOfBoundsException if it is negative, or not below the size
     */
    public Place at(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "index is %d; allowed is 0 to %d".formatted(index, size - 1));
        }
        int i = blockAt(index);
        return blocks.get(i).at(index - starts[i]);
    }

    /** Returns the index of a place; -1 if there is none. */
    public long indexOf(Place place) {
        int i = blockOf(place);
        long index = i < blocks.size() ? blocks.get(i).indexOf(place, order) : -1;
        return index < 0 ? -1 : starts[i] + index;
    }

    /** Returns how many entries stand before a place. */
    public long before(Place place) {
        int i = blockOf(place);
        return i < blocks.size() ? starts[i] + blocks.get(i).before(place, order) : size;
    }

    /** Returns the list of these entries and others, all of which come after them. */
    public EntryList then(EntryList others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        boolean known = others.runs().stream().allMatch(order::knows);
        return joined(known ? order : others.order, List.of(this, others));
    }

    /**
     * Returns the entries from one index, included, to another, excluded; of indices that are out
     * of range, those within it.
     */
    public EntryList slice(long from, long to) {
        if (from <= 0 && to >= size) {
            return this;
        }
        EntryListBuilder builder = new EntryListBuilder(order);
        for (int i = Math.max(0, blockAt(from)); i < blocks.size() && starts[i] < to; i++) {
            EntryBlock block = blocks.get(i);
            if (from <= starts[i] && to - starts[i] >= block.size()) {
                builder.add(block);
            } else {
                block.addTo(builder, Math.max(0, from - starts[i]), to - starts[i]);
            }
        }
        return builder.build();
    }

    /** Returns those entries that are of a run. */
    public EntryList ofRun(long run) {
        return slice(
                before(new Place(run, Long.MIN_VALUE)), before(new Place(run, Long.MAX_VALUE)));
    }

    /** Returns those entries that are in another list, too, in the order in which they are here. */
    public EntryList within(EntryList others) {
        EntryListBuilder both = new EntryListBuilder(order);
        StretchCursor theirs = new StretchCursor(others);
        for (EntryBlock block : blocks) {
            theirs.seek(block.first().start());
            if (theirs.isAt(block) || !theirs.isOver() && block.liesIn(theirs.get())) {
                both.add(block);
            } else {
                block.all().forEach(mine -> addCommon(both, mine, theirs));
            }
        }
        return both.build();
    }

    private static void addCommon(EntryListBuilder both, Stretch mine, StretchCursor theirs) {
        if (theirs.isOver() || theirs.get().run != mine.run || theirs.get().last < mine.first) {
            theirs.seek(mine.start());
        }
        while (!theirs.isOver() && mine.reaches(theirs.get())) {
            Stretch other = theirs.get();
            if (theirs.isAtBlockIn(mine)) {
                both.add(theirs.takeBlock());
            } else {
                long first = Math.max(mine.first, other.first);
                both.add(new Stretch(mine.run, first, Math.min(mine.last, other.last)));
                if (other.last > mine.last) {
                    return;
                }
                theirs.next();
            }
        }
    }

    /** Tells whether another list has all of these entries at its beginning. */
    public boolean begins(EntryList other) {
        if (size > other.size) {
            return false;
        }
        StretchCursor mine = new StretchCursor(this);
        StretchCursor theirs = new StretchCursor(other);
        mine.skipShared(theirs);
        while (!mine.isOver() && !theirs.isOver() && mine.get().equals(theirs.get())) {
            mine.next();
            theirs.next();
            mine.skipShared(theirs);
        }
        if (mine.isOver()) {
            return true;
        }
        Stretch last = mine.get();
        mine.next();
        return mine.isOver() && !theirs.isOver() && last.begins(theirs.get());
    }

    /** Returns the stretches. */
    List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        blocks.forEach(block -> all.addAll(block.all()));
        return all;
    }

    /** Returns the stretches from one index, included, to another, excluded. */
    List<Stretch> stretches(long from, long to) {
        return slice(from, to).stretches();
    }

    /** Returns the first place by the numbers of the runs; there must be one. */
    Place lowest() {
        return Collections.min(
                stretches().stream().map(Stretch::start).toList(), RunOrder.BY_NUMBER);
    }

    /** Returns the last place by the numbers of the runs; there must be one. */
    Place highest() {
        return Collections.max(stretches().stream().map(Stretch::end).toList(), RunOrder.BY_NUMBER);
    }

    /** Returns the runs, in order. */
    List<Long> runs() {
        return blocks.stream().flatMap(EntryBlock::runs).distinct().toList();
    }

    /** Returns the blocks. */
    List<EntryBlock> blocks() {
        return blocks;
    }

    /** Adds numbers of entries. */
    static long sum(long some, long more) {
        if (some + more < 0) {
            throw new IllegalArgumentException("there are too many entries to be counted");
        }
        return some + more;
    }

    private int blockAt(long index) {
        int found = Arrays.binarySearch(starts, index);
        return found < 0 ? -found - 2 : found;
    }

    /** Returns which block is the first that does not end before a place. */
    int blockOf(Place place) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(blocks.get(middle).last().end(), place) < 0) {
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

    /** However they are kept. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EntryList list && size == list.size && begins(list);
    }

    @Override
    public int hashCode() {
        return stretches().hashCode();
    }

    @Override
    public String toString() {
        return size + " entries: " + stretches();
    }
}
