package leasehold.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which entries there are, oldest first, without what stands in them: a list of places whose length
 * costs nothing, as numbers that follow each other are kept as one stretch. Immutable.
 *
 * <p>Places and indices are found in O(log stretches). A record without gaps is one stretch a run.
 * Stretches are kept in blocks of up to a thousand, which lists share: to add to a long list at
 * either end, or to take a part of it, makes two blocks at most and passes on the others.
 */
public final class EntryList {

    /** No entries. */
    public static final EntryList EMPTY = new EntryList(List.of());

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

        boolean begins(Stretch other) {
            return start().equals(other.start()) && last <= other.last;
        }

        boolean precedes(Stretch next) {
            return run == next.run && last + 1 == next.first;
        }
    }

    /** Takes blocks, which come in order. */
    EntryList(List<EntryBlock> blocks) {
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
     * Returns a list of stretches.
     *
     * @param stretches in order, none touching another's numbers
     */
    public static EntryList of(List<Stretch> stretches) {
        EntryListBuilder builder = new EntryListBuilder();
        stretches.forEach(builder::add);
        return builder.build();
    }

    /** Returns a list of places, which come in order. */
    public static EntryList ofPlaces(List<Place> places) {
        EntryListBuilder builder = new EntryListBuilder();
        places.forEach(place -> builder.add(single(place)));
        return builder.build();
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
        int i = blockAt(index);
        return blocks.get(i).at(index - starts[i]);
    }

    /** Returns the index of a place; -1 if there is none. */
    public long indexOf(Place place) {
        int i = blockOf(place);
        long index = i < blocks.size() ? blocks.get(i).indexOf(place) : -1;
        return index < 0 ? -1 : starts[i] + index;
    }

    /** Returns how many entries stand before a place. */
    public long before(Place place) {
        int i = blockOf(place);
        return i < blocks.size() ? starts[i] + blocks.get(i).before(place) : size;
    }

    /** Returns the list of these entries and others, all of which come after them. */
    public EntryList then(EntryList others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        EntryListBuilder builder = new EntryListBuilder(blocks);
        others.blocks.forEach(builder::add);
        return builder.build();
    }

    /** Returns the entries from one index, included, to another, excluded. */
    public EntryList slice(long from, long to) {
        if (from <= 0 && to >= size) {
            return this;
        }
        EntryListBuilder builder = new EntryListBuilder();
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

    /** Returns those entries that are in another list, too. */
    public EntryList within(EntryList others) {
        EntryListBuilder both = new EntryListBuilder();
        StretchCursor theirs = new StretchCursor(others.blocks);
        for (EntryBlock block : blocks) {
            theirs.seek(block.first().start());
            if (theirs.isAt(block) || !theirs.isOver() && block.liesIn(theirs.get())) {
                both.add(block);
            } else {
                addCommon(both, block, theirs);
            }
        }
        return both.build();
    }

    private static void addCommon(EntryListBuilder both, EntryBlock block, StretchCursor theirs) {
        int i = 0;
        while (i < block.count() && !theirs.isOver()) {
            Stretch mine = block.get(i);
            Stretch other = theirs.get();
            long first = Math.max(mine.first, other.first);
            long last = Math.min(mine.last, other.last);
            if (mine.run == other.run && first <= last) {
                both.add(new Stretch(mine.run, first, last));
            }
            if (mine.end().compareTo(other.end()) <= 0) {
                i++;
            } else {
                theirs.next();
            }
        }
    }

    /** Tells whether another list has all of these entries at its beginning. */
    public boolean begins(EntryList other) {
        if (size > other.size) {
            return false;
        }
        StretchCursor mine = new StretchCursor(blocks);
        StretchCursor theirs = new StretchCursor(other.blocks);
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
    private int blockOf(Place place) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).last().end().compareTo(place) < 0) {
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
