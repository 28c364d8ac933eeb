package leasehold.monitor;

import java.time.Duration;

/** How durations read, in the window, in reports and on the command line. */
public final class Durations {

    private static final long MILLI = 1_000_000;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Durations() {}

    /**
     * Returns {@code 812 ms}, {@code 4.2 s}, {@code 3 m 07 s}, {@code 2 h 03 m} or {@code 5 d 2 h};
     * less than nothing is nothing.
     */
    public static String text(Duration time) {
        if (time.compareTo(Duration.ofNanos(MILLI)) < 0) {
            return "<1 ms";
        }
        long seconds = time.toSeconds();
        if (seconds == 0) {
            return time.toMillis() + " ms";
        }
        return seconds < MINUTE ? tenths(time.toMillis()) : fromMinutes(seconds);
    }

    /** Returns the same for a time that somebody chose: {@code 0 s}, {@code 5 s}, {@code 2 m}. */
    public static String chosen(Duration time) {
        return time.isZero() ? "0 s" : text(time).replaceAll("\\.0(?= s)| 00 [sm]$| 0 h$", "");
    }

    /** Returns milliseconds in tenths of a second: {@code 0.4 s}. */
    public static String tenths(long millis) {
        return "%d.%d s".formatted(millis / 1_000, millis / 100 % 10);
    }

    /** Returns nanoseconds, of any duration: those of some three months are exact. */
    public static double nanos(Duration time) {
        return time.getSeconds() * 1e9 + time.getNano();
    }

    private static String fromMinutes(long seconds) {
        if (seconds < HOUR) {
            return "%d m %02d s".formatted(seconds / MINUTE, seconds % MINUTE);
        }
        if (seconds < DAY) {
            return "%d h %02d m".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
        }
        return "%d d %d h".formatted(seconds / DAY, seconds % DAY / HOUR);
    }
}
