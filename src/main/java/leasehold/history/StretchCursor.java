package leasehold.history;

import java.util.List;
import leasehold.history.EntryList.Stretch;

/** A place among the stretches of a list of entries, to go through them. For one thread. */
final class StretchCursor {

    private final List<EntryBlock> blocks;
    private int block;
    private int stretch;

    /** Stands before the first stretch. */
    StretchCursor(List<EntryBlock> blocks) {
        this.blocks = blocks;
    }

    boolean isOver() {
        return block == blocks.size();
    }

    Stretch get() {
        return blocks.get(block).get(stretch);
    }

    void next() {
        stretch++;
        if (stretch == blocks.get(block).count()) {
            nextBlock();
        }
    }

    /** Goes to the first stretch, from here on, that does not end before a place. */
    void seek(Place place) {
        while (!isOver() && blocks.get(block).last().end().compareTo(place) < 0) {
            nextBlock();
        }
        if (!isOver()) {
            stretch = Math.max(stretch, blocks.get(block).stretchOf(place));
        }
    }

    /** Tells whether a block begins here. */
    boolean isAt(EntryBlock one) {
        return !isOver() && stretch == 0 && blocks.get(block) == one;
    }

    /** Goes on together with another as far as both have the same blocks. */
    void skipShared(StretchCursor other) {
        while (!isOver() && stretch == 0 && other.isAt(blocks.get(block))) {
            nextBlock();
            other.nextBlock();
        }
    }

    private void nextBlock() {
        block++;
        stretch = 0;
    }
}
