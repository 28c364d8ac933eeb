package leasehold.simulation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who comes when, visit by visit, in the order of coming; the first comes at once. Immutable, and
 * small: a visit takes 21 bytes.
 */
public final class Script {

    /** How many visits there may be. */
    public static final int MOST_VISITS = 10_000_000;

    private static final Visit.Ending[] ENDINGS = Visit.Ending.values();

    private final long[] begins;
    private final long[] lasts;
    private final int[] clients;
    private final byte[] endings;
    private final List<String> names;

    private Script(Builder made) {
        int[] order =
                IntStream.range(0, made.size)
                        .boxed()
                        .sorted(Comparator.comparingLong(i -> made.begins[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long start = made.size == 0 ? 0 : made.begins[order[0]];
        begins = IntStream.of(order).mapToLong(i -> made.begins[i] - start).toArray();
        lasts = IntStream.of(order).mapToLong(i -> made.lasts[i]).toArray();
        clients = IntStream.of(order).map(i -> made.clients[i]).toArray();
        endings = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            endings[i] = made.endings[order[i]];
        }
        names =
                made.places.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Returns how many visits there are. */
    public int size() {
        return begins.length;
    }

    /** Returns how many clients there are, by their names. */
    public int clients() {
        return names.size();
    }

    /** Returns the time from the first coming to the last leaving, if nobody waits. */
    public Duration length() {
        return Duration.ofNanos(
                IntStream.range(0, size()).mapToLong(i -> begins[i] + lasts[i]).max().orElse(0));
    }

    /**
     * Returns a visit.
     *
     * @param place from 0, in the order of coming
     */
    public Visit visit(int place) {
        return new Visit(
                Duration.ofNanos(begins[place]),
                names.get(clients[place]),
                Duration.ofNanos(lasts[place]),
                ENDINGS[endings[place]]);
    }

    /** Takes visits in any order, of which those that come at one time keep theirs. */
    public static final class Builder {

        private static final int FIRST_ROOM = 64;

        private final Map<String, Integer> places = new HashMap<>();
        private long[] begins = new long[FIRST_ROOM];
        private long[] lasts = new long[FIRST_ROOM];
        private int[] clients = new int[FIRST_ROOM];
        private byte[] endings = new byte[FIRST_ROOM];
        private int size;

        /**
         * Adds a visit.
         *
         * @param beginsNanos when it begins, on a clock of any origin
         * @param lastsNanos how long it lasts, from 0
         * @throws IllegalArgumentException if something is out of bounds
         */
        public Builder add(long beginsNanos, String client, long lastsNanos, Visit.Ending ending) {
            Check.count("visits", size + 1L, 0, MOST_VISITS);
            Check.time("lasts", Duration.ofNanos(lastsNanos), Duration.ZERO, Span.LONGEST);
            if (size == begins.length) {
                grow(Math.min(2 * size, MOST_VISITS));
            }
            int known = places.size();
            begins[size] = beginsNanos;
            lasts[size] = lastsNanos;
            clients[size] = places.computeIfAbsent(client, _ -> known);
            endings[size] = (byte) ending.ordinal();
            size++;
            return this;
        }

        /** Returns the script of what was added. */
        public Script build() {
            return new Script(this);
        }

        private void grow(int room) {
            begins = Arrays.copyOf(begins, room);
            lasts = Arrays.copyOf(lasts, room);
            clients = Arrays.copyOf(clients, room);
            endings = Arrays.copyOf(endings, room);
        }
    }
}
