package leasehold.history;

import java.util.ArrayList;
import java.util.List;
import leasehold.history.EntryList.Stretch;

/**
 * Puts a list of entries together, in order. Whole blocks are taken as they are, small ones that
 * come to stand beside each other become one. For one thread.
 */
final class EntryListBuilder {

    private final RunOrder order;
    private final List<EntryBlock> blocks = new ArrayList<>();
    private final List<Stretch> open = new ArrayList<>();

    /** Begins a list whose runs stand in an order. */
    EntryListBuilder(RunOrder order) {
        this.order = order;
    }

    /**
     * Adds a list.
     *
     * @throws IllegalArgumentException if it does not come after what was added before, or its runs
     *     stand in another order
     */
    void add(EntryList list) {
        if (list.order() != order) {
            check(list.runs());
        }
        if (open.isEmpty() && blocks.isEmpty()) {
            blocks.addAll(list.blocks());
        } else {
            list.blocks().forEach(this::add);
        }
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
     * Adds a block, whose runs stand in the order.
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
        return new EntryList(order, blocks);
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
        if (order.compare(last.end(), next.start()) >= 0) {
            throw new IllegalArgumentException("%s does not come after %s".formatted(next, last));
        }
        return last;
    }

    private void check(List<Long> runs) {
        for (int i = 1; i < runs.size(); i++) {
            long before = runs.get(i - 1);
            long next = runs.get(i);
            if (order.compare(new Place(before, 0), new Place(next, 0)) > 0) {
                throw new IllegalArgumentException(
                        "run %d does not come after run %d".formatted(next, before));
            }
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(new EntryBlock(open));
            open.clear();
        }
    }
}
