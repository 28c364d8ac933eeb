package leasehold.simulation;

import java.time.Duration;

/** Refuses what is out of bounds, with its name, its value and what is allowed. */
final class Check {

    private Check() {}

    static void count(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw refused(name, value, least, most);
        }
    }

    static void number(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw refused(name, value, Texts.of(least), Texts.of(most));
        }
    }

    static void time(String name, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw refused(name, time, least, most);
        }
    }

    private static IllegalArgumentException refused(
            String name, Object value, Object least, Object most) {
        return new IllegalArgumentException(
                "%s is %s; allowed is %s to %s".formatted(name, value, least, most));
    }
}
