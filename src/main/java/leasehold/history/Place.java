package leasehold.history;

import java.util.Comparator;

/**
 * Where an entry stands among those of its controller: ordered by run, then by number. It stays the
 * same however much is trimmed.
 *
 * @param run the run, as {@link Run#id}
 * @param number as {@link Entry#number}
 */
public record Place(long run, long number) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::run).thenComparingLong(Place::number);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
