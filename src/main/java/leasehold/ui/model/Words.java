package leasehold.ui.model;

import java.time.Instant;

/**
 * How everything reads.
 *
 * @param texts the words
 * @param formats times, durations and numbers
 */
public record Words(Texts texts, Formats formats) {

    /** Returns a text of which a time is a part. */
    String at(String key, Instant time) {
        return texts.get(key, formats.clock(time));
    }
}
