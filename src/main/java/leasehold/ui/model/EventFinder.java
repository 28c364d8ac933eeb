package leasehold.ui.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import leasehold.history.EntryList;
import leasehold.history.EntryPages;
import leasehold.history.Place;
import leasehold.history.StoredEntry;

/**
 * Finds the events that a filter lets through, the newest first and then further and further back,
 * and in turn with that those that come meanwhile, however fast they come. On the thread of the
 * beat; what it reads, it reads elsewhere, a little at a time.
 */
final class EventFinder implements AutoCloseable {

    /** How many are found at most: a filter that lets more through shows the newest. */
    static final int MOST = 500_000;

    private static final int CHUNK = 1_024;
    private static final int FILLED = 256;
    private static final long SLICE_NANOS = 50_000_000;

    private final EventReader reader;
    private final Predicate<EventRecord> wanted;
    private final Consumer<List<StoredEntry>> found;
    private final EventScope scope;
    private final LongSupplier nanoTime;
    private EntryList latest = EntryList.EMPTY;
    private EntryList base = EntryList.EMPTY;
    private EntryList hits = EntryList.EMPTY;
    private Place from = new Place(0, 0);
    private Place to = from;
    private int round;
    private boolean begun;
    private boolean narrowing;
    private boolean asking;
    private boolean full;
    private boolean wentUp;
    private boolean closed;

    /**
     * What was looked through at once.
     *
     * @param upward whether it goes on towards what is newer
     * @param first the first index, included
     * @param last the last index, excluded
     * @param found what was found, in order
     */
    private record Slice(
            EntryList base, boolean upward, long first, long last, List<StoredEntry> found) {}

    /**
     * Creates a finder that has not begun to look.
     *
     * @param scope where it looks
     * @param wanted what is let through
     * @param found is told the latest of what was found whenever more was looked through
     */
    EventFinder(
            EventReader reader,
            EventScope scope,
            Predicate<EventRecord> wanted,
            Consumer<List<StoredEntry>> found) {
        this(reader, scope, wanted, found, System::nanoTime);
    }

    EventFinder(
            EventReader reader,
            EventScope scope,
            Predicate<EventRecord> wanted,
            Consumer<List<StoredEntry>> found,
            LongSupplier nanoTime) {
        this.reader = reader;
        this.scope = scope;
        this.wanted = wanted;
        this.found = found;
        this.nanoTime = nanoTime;
    }

    /** Returns what was found so far. */
    EntryList hits() {
        return hits;
    }

    /** Returns how much of where it looks was looked through, in percent. */
    int percent() {
        long looked = base.before(to) - base.before(from);
        if (!begun) {
            return 0;
        }
        return full || base.isEmpty() ? 100 : (int) (looked * 100 / base.size());
    }

    /** Begins, or goes on, with what there is now. */
    void follow(EntryList now) {
        latest = now;
        if (scope.equals(EventScope.ALL)) {
            lookIn(now);
        } else if (scope.equals(EventScope.NONE)) {
            narrowed(now, Optional.of(EntryList.EMPTY));
        } else if (!narrowing && !closed) {
            narrowing = true;
            reader.<EntryList>ask(pages -> scope.of(pages, now), some -> narrowed(now, some));
        }
    }

    private void narrowed(EntryList all, Optional<EntryList> some) {
        narrowing = false;
        if (closed) {
            return;
        }
        boolean first = !begun;
        some.ifPresent(this::lookIn);
        if (first && begun && base.isEmpty()) {
            found.accept(List.of());
        }
        if (some.isPresent() && !latest.equals(all)) {
            follow(latest);
        }
    }

    private void lookIn(EntryList now) {
        if (!begun) {
            begun = true;
            restart(now);
        } else if (!base.begins(now)) {
            hits = now.within(hits);
            check(base, now);
        }
        base = now;
        step();
    }

    private void restart(EntryList now) {
        round++;
        hits = EntryList.EMPTY;
        full = false;
        from = end(now);
        to = from;
    }

    /**
     * If a run has come between those that were looked through, as by an import, all is again; and
     * if runs stand in another order, as when one ends that began on a clock that was set back.
     */
    private void check(EntryList before, EntryList now) {
        EntryList known = before.slice(before.before(from), before.before(to));
        EntryList there = now.slice(now.before(from), now.before(to));
        boolean turned = now.order().compare(from, to) > 0;
        if (turned
                || there.within(known).size() < there.size()
                || !there.within(hits).equals(hits)) {
            restart(now);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void step() {
        long high = base.before(to);
        long low = full ? 0 : base.before(from);
        boolean newer = high < base.size();
        boolean older = low > 0;
        if (asking || closed || !newer && !older) {
            return;
        }
        asking = true;
        EntryList all = base;
        int asked = round;
        boolean up = newer && !(older && wentUp);
        reader.<Slice>ask(
                pages -> up ? upward(pages, all, high) : downward(pages, all, low),
                looked -> took(asked, looked));
    }

    /** What could not be looked through is tried again when there is news. */
    private void took(int asked, Optional<Slice> looked) {
        asking = false;
        if (closed || asked != round) {
            step();
        } else {
            looked.ifPresent(this::add);
        }
    }

    private void add(Slice slice) {
        EntryList more = slice.base().only(slice.found().stream().map(EventFinder::place).toList());
        EntryList still = slice.base() == base ? more : base.within(more);
        wentUp = slice.upward();
        if (join(wentUp ? hits : still, wentUp ? still : hits)) {
            extend(slice);
        } else {
            restart(base);
        }
        full |= hits.size() > MOST;
        hits = hits.slice(Math.max(0, hits.size() - MOST), hits.size());
        List<StoredEntry> all = slice.found();
        found.accept(all.subList(Math.max(0, all.size() - FILLED), all.size()));
        step();
    }

    /** Returns whether it could: the runs may stand in another order than when they were read. */
    private boolean join(EntryList older, EntryList newer) {
        boolean apart =
                older.isEmpty()
                        || newer.isEmpty()
                        || base.order().compare(older.at(older.size() - 1), newer.at(0)) < 0;
        if (apart) {
            hits = older.then(newer);
        }
        return apart;
    }

    private void extend(Slice slice) {
        if (slice.upward()) {
            to = after(slice.base().at(slice.last() - 1));
        } else {
            from = slice.base().at(slice.first());
        }
        if (!slice.base().begins(base)) {
            check(slice.base(), base);
        }
    }

    private Slice upward(EntryPages pages, EntryList all, long first) throws IOException {
        List<StoredEntry> hit = new ArrayList<>();
        long until = nanoTime.getAsLong() + SLICE_NANOS;
        long next = first;
        while (next < all.size() && (next == first || nanoTime.getAsLong() < until)) {
            long end = Math.min(next + CHUNK, all.size());
            look(pages, all, next, end, hit);
            next = end;
        }
        return new Slice(all, true, first, next, hit);
    }

    private Slice downward(EntryPages pages, EntryList all, long last) throws IOException {
        List<StoredEntry> hit = new ArrayList<>();
        long until = nanoTime.getAsLong() + SLICE_NANOS;
        long next = last;
        while (next > 0 && (next == last || nanoTime.getAsLong() < until)) {
            long begin = Math.max(0, next - CHUNK);
            List<StoredEntry> older = new ArrayList<>();
            look(pages, all, begin, next, older);
            older.addAll(hit);
            hit = older;
            next = begin;
        }
        return new Slice(all, false, next, last, hit);
    }

    private void look(EntryPages pages, EntryList all, long first, long last, List<StoredEntry> hit)
            throws IOException {
        for (StoredEntry entry : pages.read(all, first, last)) {
            if (wanted.test(new EventRecord(entry))) {
                hit.add(entry);
            }
        }
    }

    private static Place place(StoredEntry entry) {
        return new Place(entry.run(), entry.entry().number());
    }

    private static Place end(EntryList list) {
        return list.isEmpty() ? new Place(0, 0) : after(list.at(list.size() - 1));
    }

    private static Place after(Place place) {
        return new Place(place.run(), place.number() + 1);
    }
}
