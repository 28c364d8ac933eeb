package leasehold.history;

import java.util.ArrayList;
import java.util.List;
import leasehold.history.EntryList.Stretch;

/**
 * Puts a list of entries together, in order. Whole blocks are taken as they are, small ones that
 * come to stand beside each other become one. For one thread.
 */
final class EntryListBuilder {

    private final List<EntryBlock> blocks;
    private final List<Stretch> open = new ArrayList<>();

    EntryListBuilder() {
        this(List.of());
    }

    /** Goes on after some blocks. */
    EntryListBuilder(List<EntryBlock> before) {
        blocks = new ArrayList<>(before);
    }

    /**
     * Adds a stretch.
     *
     * @throws IllegalArgumentException if it does not come after what was added before
     */
    void add(Stretch next) {
        if (open.isEmpty() && isNear(next, 1)) {
            open.addAll(blocks.removeLast().all());
        }
        Stretch last = last(next);
        if (!open.isEmpty() && last.precedes(next)) {
            open.removeLast();
            open.add(new Stretch(next.run(), last.first(), next.last()));
        } else {
            if (open.size() == EntryBlock.MOST) {
                close();
            }
            open.add(next);
        }
    }

    /**
     * Adds a block.
     *
     * @throws IllegalArgumentException if it does not come after what was added before
     */
    void add(EntryBlock block) {
        boolean joins = !open.isEmpty() && last(block.first()).precedes(block.first());
        boolean fits = !open.isEmpty() && open.size() + block.count() <= EntryBlock.MOST;
        if (joins || fits || open.isEmpty() && isNear(block.first(), block.count())) {
            block.all().forEach(this::add);
        } else {
            var _ = last(block.first());
            close();
            blocks.add(block);
        }
    }

    EntryList build() {
        close();
        return new EntryList(blocks);
    }

    /** Tells whether what comes next belongs into the last block. */
    private boolean isNear(Stretch next, int count) {
        return !blocks.isEmpty()
                && (blocks.getLast().last().precedes(next)
                        || blocks.getLast().count() + count <= EntryBlock.MOST);
    }

    /** Returns the last stretch, which the next must come after; the next if there is none. */
    private Stretch last(Stretch next) {
        if (open.isEmpty() && blocks.isEmpty()) {
            return next;
        }
        Stretch last = open.isEmpty() ? blocks.getLast().last() : open.getLast();
        if (last.end().compareTo(next.start()) >= 0) {
            throw new IllegalArgumentException("%s does not come after %s".formatted(next, last));
        }
        return last;
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(new EntryBlock(open));
            open.clear();
        }
    }
}
