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
 * @param recent how often it occurred in each of the last minutes
 * @param answers what each client got for it
 * @param retry what the controller does about the last of them by itself
 * @param standing how an operator stands to it
 */
public record FailureGroup(
        long id,
        Fingerprint fingerprint,
        Failure latest,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        Several<String> clients,
        Several<SessionOfRun> sessions,
        Frequency recent,
        Answers answers,
        Retry retry,
        Standing standing) {

    /** The id of the group that takes what comes after the last group was made. */
    public static final long OTHER = 0;

    /** How many answers are kept. */
    public static final int MOST_ANSWERS = 50;

    /** How long a muted cause must not occur for its next time to be news. */
    public static final Duration QUIET = Duration.ofMinutes(10);

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
     * A session of a run of the record.
     *
     * @param run the run; {@link #LIVE} for what is watched now
     * @param epoch its number
     */
    public record SessionOfRun(long run, long epoch) {

        /** What is watched now. */
        public static final long LIVE = 0;
    }

    /**
     * What each client got.
     *
     * @param newest the newest, the newest last; at most {@value #MOST_ANSWERS}
     * @param count how many there were in all
     */
    public record Answers(List<Answer> newest, long count) {

        /** Copies. */
        public Answers {
            newest = List.copyOf(newest);
        }
    }

    /**
     * What one client got.
     *
     * @param lease the id of its request
     * @param client its name
     * @param at when it was told
     * @param epoch the number of the session; 0 if none is to blame
     * @param got what
     */
    public record Answer(long lease, String client, Instant at, long epoch, Got got) {}

    /** What a client got for a failure. */
    public enum Got {
        /** It had waited, and got no lease. */
        NOTHING,
        /** It had a lease, which ended. */
        LEASE_LOST
    }

    /** What the controller does by itself after a failure. */
    public sealed interface Retry {

        /** Another attempt is made at that time. */
        record Again(Instant at) implements Retry {}

        /**
         * The failure answers every caller until then, or until an operator says <em>Try now</em>.
         */
        record Held(Instant until) implements Retry {}

        /** Nothing, before the next client comes. */
        record None() implements Retry {}
    }

    /** Returns what was being done. */
    public Stage stage() {
        return fingerprint.stage();
    }

    /** Tells whether it takes what came after the last group was made. */
    public boolean isOther() {
        return id == OTHER;
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

    /** Returns when the controller tries again by itself, if it does. */
    public Optional<Instant> nextTry() {
        return switch (retry) {
            case Retry.Again again -> Optional.of(again.at());
            case Retry.Held held -> Optional.of(held.until());
            case Retry.None _ -> Optional.empty();
        };
    }

    /** Tells whether a failure answers all callers at the given time. */
    public boolean isHeld(Instant now) {
        return retry instanceof Retry.Held held && held.until().isAfter(now);
    }

    /** Tells whether any of the last minutes saw it. */
    public boolean isRecent(Instant now) {
        return recent.at(now).counts().stream().anyMatch(count -> count > 0);
    }
}
