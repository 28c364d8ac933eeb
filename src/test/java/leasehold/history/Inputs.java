package leasehold.history;

import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * How many inputs a test tries that makes them up: few in a build, as many as {@code
 * -Dfuzz.inputs=100000} says by hand, in parts with {@code -Dfuzz.after=50000}. Which they are
 * follows from their seeds, which are counted up from the same one, so that a failure comes again.
 */
public final class Inputs {

    private static final long FIRST = 20250603;

    private Inputs() {}

    /** Returns the seeds. */
    public static LongStream seeds(int usual) {
        long first = FIRST + Integer.getInteger("fuzz.after", 0);
        return LongStream.range(first, first + Integer.getInteger("fuzz.inputs", usual));
    }

    /** Tells whether an input is one of those that every build tries. */
    static boolean isUsual(long seed, int usual) {
        return seed < FIRST + usual;
    }

    /** Tells how many inputs were tried, and what became of them. */
    public static void tell(String what, long tried, String outcome) {
        System.out.printf("%s: %,d inputs tried, %s%n", what, tried, outcome);
    }

    /** Returns a source of chance for a seed; those of neighbours do not resemble each other. */
    public static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Returns the least length, up to one that fails, at which something fails. */
    static long shortest(long failing, LongPredicate fails) {
        return LongStream.range(0, failing).filter(fails).findFirst().orElse(failing);
    }
}
