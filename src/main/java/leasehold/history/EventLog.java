package leasehold.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries of the record, in memory. When full, every new entry drops the oldest one,
 * which is counted.
 *
 * <p>Every entry has a position: 0, 1, 2 … in the order of appending. Positions have no holes,
 * numbers of events do where events were missed; both increase.
 *
 * <p>Safe for use by several threads. Appending is O(appended), reading O(read); a reader holds up
 * the writer only while references are copied.
 */
public final class EventLog {

    /** How many entries are kept unless told otherwise. */
    public static final int NEWEST = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable Entry[] ring;
    private long appended;

    /** Creates a log of the newest {@value #NEWEST} entries. */
    public EventLog() {
        this(NEWEST);
    }

    /**
     * Creates a log.
     *
     * @param capacity how many entries are kept, from 1
     */
    public EventLog(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "capacity is %d; allowed is 1 and more".formatted(capacity));
        }
        ring = new @Nullable Entry[capacity];
    }

    /**
     * Part of a log.
     *
     * @param from the position of the first entry
     * @param entries the entries, oldest first
     */
    public record Page(long from, List<Entry> entries) {

        /** Checks and copies. */
        public Page {
            entries = List.copyOf(entries);
        }

        /** Returns the position after the last entry. */
        public long to() {
            return from + entries.size();
        }
    }

    /** Appends entries, whose numbers must be greater than all before. */
    public void append(List<? extends Entry> entries) {
        lock.lock();
        try {
            for (Entry entry : entries) {
                ring[slot(appended++)] = entry;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many entries were ever appended, which is the position of the next. */
    public long appended() {
        lock.lock();
        try {
            return appended;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many entries were dropped, which is the position of the oldest that is kept. */
    public long dropped() {
        lock.lock();
        try {
            return oldest();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many entries are kept. */
    public int size() {
        lock.lock();
        try {
            return (int) (appended - oldest());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns what is kept of the positions from {@code from}, included, to {@code to}, excluded.
     */
    public Page read(long from, long to) {
        lock.lock();
        try {
            return page(Math.max(from, oldest()), Math.min(to, appended));
        } finally {
            lock.unlock();
        }
    }

    /** Returns what is kept of the numbers from {@code first} to {@code last}, both included. */
    public Page numbers(long first, long last) {
        lock.lock();
        try {
            return page(
                    positionOf(first), last == Long.MAX_VALUE ? appended : positionOf(last + 1));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the newest entries that match, oldest first, at most {@code most}. Looks at all that
     * is kept.
     */
    public List<Entry> newest(Predicate<? super Entry> wanted, int most) {
        List<Entry> found = new ArrayList<>();
        List<Entry> all = read(0, Long.MAX_VALUE).entries();
        for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
            if (wanted.test(all.get(i))) {
                found.add(all.get(i));
            }
        }
        return found.reversed();
    }

    private Page page(long from, long to) {
        List<Entry> entries = new ArrayList<>((int) Math.max(0, to - from));
        for (long position = from; position < to; position++) {
            entries.add(at(position));
        }
        return new Page(from, entries);
    }

    private long positionOf(long number) {
        long low = oldest();
        long high = appended;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Entry at(long position) {
        Entry entry = ring[slot(position)];
        if (entry == null) {
            throw new IllegalStateException("no entry at position " + position);
        }
        return entry;
    }

    private long oldest() {
        return Math.max(0, appended - ring.length);
    }

    private int slot(long position) {
        return (int) (position % ring.length);
    }
}
