package leasehold.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.Failure;

/**
 * All failures of one cause, at one moment. Immutable.
 *
 * @param id its number, from 1 in the order of appearance; {@link #OTHER} for the rest
 * @param fingerprint what its failures have in common
 * @param latest the last of them
 * @param count how many there were
 * @param firstSeen when the first was
 * @param lastSeen when the last was
 * @param clients whom they met
 * @param sessions which sessions they met
 * @param answers what waiting clients got for it, the newest last; at most {@value #MOST_ANSWERS}
 * @param retry what the controller does about the last of them by itself
 * @param seen whether an operator has looked at it since it first appeared
 */
public record FailureGroup(
        long id,
        Fingerprint fingerprint,
        Failure latest,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        Several<String> clients,
        Several<Long> sessions,
        List<Answer> answers,
        Retry retry,
        boolean seen) {

    /** The id of the group that takes what comes after the last group was made. */
    public static final long OTHER = 0;

    /** How many answers are kept. */
    public static final int MOST_ANSWERS = 50;

    /**
     * Distinct values, of which only the first are kept.
     *
     * @param first those kept, in the order of appearance
     * @param count how many were distinct as far as that can be known
     * @param more whether there may have been more than {@code count}
     */
    public record Several<T>(List<T> first, int count, boolean more) {

        /** Copies. */
        public Several {
            first = List.copyOf(first);
        }
    }

    /**
     * What one waiting client got.
     *
     * @param lease the id of its request
     * @param client its name
     * @param at when it was answered
     * @param epoch the number of the session that was not opened; 0 if none is to blame
     */
    public record Answer(long lease, String client, Instant at, long epoch) {}

    /** What the controller does by itself after a failure. */
    public sealed interface Retry {

        /** Another attempt is made after a wait. */
        record Again(Duration after) implements Retry {}

        /**
         * The failure answers every caller until then, or until an operator says <em>Try now</em>.
         */
        record Held(Instant until) implements Retry {}

        /** Nothing, before the next client comes. */
        record None() implements Retry {}
    }

    /** Copies. */
    public FailureGroup {
        answers = List.copyOf(answers);
    }

    /** Returns what was being done. */
    public Stage stage() {
        return fingerprint.stage();
    }

    /** Returns why the last of them came about. */
    public FailureCategory category() {
        return latest.category();
    }

    /** Returns what to do next. */
    public Advice advice() {
        return Advice.of(latest.category());
    }

    /** Returns the code of the server's own, such as an SQLState. */
    public Optional<String> code() {
        return latest.code();
    }
}
