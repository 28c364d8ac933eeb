package leasehold.history;

import java.util.List;
import leasehold.history.EntryList.Stretch;

/** A place among the stretches of a list of entries, to go through them. For one thread. */
final class StretchCursor {

    private final EntryList list;
    private final List<EntryBlock> blocks;
    private int block;
    private int stretch;

    /** Stands before the first stretch. */
    StretchCursor(EntryList list) {
        this.list = list;
        blocks = list.blocks();
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

    /** Goes to the first stretch, of all, that does not end before a place. */
    void seek(Place place) {
        block = list.blockOf(place);
        stretch = isOver() ? 0 : blocks.get(block).stretchOf(place, list.order());
    }

    /** Tells whether a block begins here all of which lies in a stretch. */
    boolean isAtBlockIn(Stretch one) {
        return stretch == 0 && blocks.get(block).liesIn(one);
    }

    /** Returns the block that begins here, and goes to what comes after it. */
    EntryBlock takeBlock() {
        EntryBlock taken = blocks.get(block);
        nextBlock();
        return taken;
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
