package leasehold.ui.model;

import java.time.Instant;

/**
 * How everything reads.
 *
 * @param texts the words
 * @param formats times, durations and numbers
 */
public record Words(Texts texts, Formats formats) {

    /**
     * Returns what is said of today, or of the day at which time stands still.
     *
     * @param then the text of another day, of which the day is a part
     */
    public String day(String today, String then) {
        return formats.pastDay().map(day -> texts.get(then, day)).orElseGet(() -> texts.get(today));
    }

    /** Returns a text of which a time is a part. */
    String at(String key, Instant time) {
        return texts.get(key, formats.clock(time));
    }
}
