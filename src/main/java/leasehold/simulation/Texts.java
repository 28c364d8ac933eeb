package leasehold.simulation;

import java.math.BigDecimal;
import java.time.Duration;

/** Writes numbers and times as settings take them. */
final class Texts {

    private Texts() {}

    /** Returns {@code 2}, {@code 0.5}. */
    static String of(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    /** Returns {@code 8s}, {@code 250ms}; whole seconds where it can. */
    static String of(Duration time) {
        return time.toMillis() % 1_000 == 0 && time.getNano() == 0
                ? time.toSeconds() + "s"
                : plain(BigDecimal.valueOf(time.toNanos(), 6)) + "ms";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
