package leasehold.backend.simulated;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The decisions about one attempt. Each question has a generator of its own, made of the seed, the
 * attempt and the question alone: no timing and no other setting changes what it answers.
 * Immutable.
 */
record Dice(long seed, long epoch, int attempt) {

    /** What is decided by chance. */
    enum Question {
        OPEN_TIME,
        OPEN_FAILURE,
        OPEN_HANG,
        OPEN_DEAF,
        LOSS,
        LOSS_TIME,
        CLOSE_TIME,
        CLOSE_FAILURE,
        CLOSE_HANG
    }

    /** Returns the generator for a question that is asked for the {@code turn}-th time. */
    RandomGenerator on(Question question, int turn) {
        long mixed = mix(mix(seed, epoch), attempt);
        return new SplittableRandom(mix(mix(mixed, question.name().hashCode()), turn));
    }

    RandomGenerator on(Question question) {
        return on(question, 0);
    }

    boolean happens(Question question, double chance) {
        return happens(question, 0, chance);
    }

    boolean happens(Question question, int turn, double chance) {
        return on(question, turn).nextDouble() < chance;
    }

    private static long mix(long seed, long value) {
        return new SplittableRandom(seed * 31 + value).nextLong();
    }
}
