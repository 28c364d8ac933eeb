package leasehold.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is counted of a run; a number each, under a name that thresholds and programs use. */
enum Quantity {
    /** Sessions opened. */
    OPENS,
    /** Openings that failed, with all their attempts. */
    FAILED_OPENS,
    /** Attempts that failed. */
    FAILED_ATTEMPTS,
    /** Sessions that the server dropped. */
    LOST_SESSIONS,
    /** Closes that failed or outlived their timeout. */
    FAILED_CLOSES,
    /** Leases granted: as many as the next seven together. */
    GRANTED,
    /** Given back by their holders. */
    RELEASED,
    /** Granted at the instant their askers had given up. */
    UNCLAIMED,
    /** Taken away. */
    REVOKED,
    /** Ended by the clock. */
    EXPIRED,
    /** Collected without release, and reclaimed. */
    ABANDONED,
    /** Ended with their session. */
    LOST,
    /** Still held when the last client had gone. */
    HELD,
    /** Requests that got nothing. */
    REFUSED,
    /** Requests ended by their askers. */
    GAVE_UP,
    /** The most leases at a time. */
    PEAK,
    /** Clients that came while all were busy, and went again. */
    MISSED,
    /** How long clients waited, all together. */
    WAIT_TOTAL_MILLIS,
    /** How long the one waited that waited longest. */
    WAIT_MAX_MILLIS,
    /** How long a session was open, all together. */
    OPEN_MILLIS,
    /** How long the run took. */
    TOOK_MILLIS,
    /** Events that were not seen, so that the counts of openings and requests are too low. */
    UNSEEN;

    private static final String MILLIS = "_MILLIS";

    /** Returns the name by which it is known, such as {@code failedOpens}. */
    String word() {
        String words =
                Stream.of(name().split("_", -1))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** Tells whether it is a time, in milliseconds. */
    boolean isTime() {
        return name().endsWith(MILLIS);
    }

    static Optional<Quantity> named(String word) {
        return Stream.of(values()).filter(quantity -> quantity.word().equals(word)).findFirst();
    }

    /** Returns all names, for a sentence. */
    static String words() {
        return Stream.of(values()).map(Quantity::word).collect(Collectors.joining(", "));
    }
}
