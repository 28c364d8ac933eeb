package leasehold.ui.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import leasehold.monitor.Durations;
import leasehold.monitor.Moments;

/** How times, durations and numbers read. Pure, save for what time it is. */
public final class Formats {

    /** Stands where there is nothing to say. */
    public static final String MISSING = "–";

    private static final int ABBREVIATION = 3;
    private static final Pattern UPPER = Pattern.compile("[A-Z]");
    private static final DateTimeFormatter TODAY = pattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter CLOCK = pattern("HH:mm:ss");
    private static final DateTimeFormatter OTHER_DAY = pattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter OFFSET = pattern("xxx");
    private static final double KILO = 1_000;
    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");
    private static final int MINUTE = 60;

    private final Clock clock;
    private final Clock wall;

    /** Creates formats for a clock and its zone. */
    public Formats(Clock clock) {
        this(clock, clock);
    }

    private Formats(Clock clock, Clock wall) {
        this.clock = clock;
        this.wall = wall;
    }

    /**
     * Returns the same by another clock, which may stand still; a date is left out as it is here.
     */
    Formats by(Clock other) {
        return new Formats(other, wall);
    }

    /** Returns the same where time stands still. */
    Formats at(Instant still) {
        return by(Clock.fixed(still, clock.getZone()));
    }

    /** Returns the clock and its zone. */
    Clock clock() {
        return clock;
    }

    /** Returns what time it is. */
    public Instant now() {
        return clock.instant();
    }

    /** Returns what time it is on the wall, be it that time stands still here. */
    Instant wall() {
        return wall.instant();
    }

    /** Returns {@code 14:03:07.412} today, {@code 2025-06-03 14:03:07} on other days. */
    public String time(Instant at) {
        return isOnTheWall(at) ? TODAY.format(local(at)) : OTHER_DAY.format(local(at));
    }

    /** Returns what {@link #time(Instant)} does, or the dash. */
    public String time(Optional<Instant> at) {
        return at.map(this::time).orElse(MISSING);
    }

    /** Returns {@code 14:03:07} today, {@code 2025-06-03 14:03:07} on other days. */
    public String clock(Instant at) {
        return isOnTheWall(at) ? CLOCK.format(local(at)) : OTHER_DAY.format(local(at));
    }

    /** Returns the time by ISO 8601, with the offset, and in UTC. */
    public String exact(Instant at) {
        ZonedDateTime here = local(at);
        // As many digits after the second as the instant itself has, so that the two agree.
        String shifted = here.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
        return shifted.substring(0, shifted.length() - 1) + here.getOffset() + "\n" + at;
    }

    private boolean isOnTheWall(Instant at) {
        return local(at).toLocalDate().equals(local(wall()).toLocalDate());
    }

    /** Tells whether something was today. */
    public boolean isToday(Instant at) {
        return local(at).toLocalDate().equals(today());
    }

    /** Returns {@code 2025-06-03} where time stands still on another day than the wall's. */
    Optional<String> pastDay() {
        return isOnTheWall(now()) ? Optional.empty() : Optional.of(today().toString());
    }

    /** Returns which day it is. */
    LocalDate today() {
        return local(now()).toLocalDate();
    }

    /** Returns when a time of the zone is. */
    Instant instant(LocalDateTime local) {
        return local.atZone(clock.getZone()).toInstant();
    }

    /** Returns the zone as {@code UTC+02:00}. */
    public String zone() {
        return "UTC" + OFFSET.format(local(now()));
    }

    /** Returns how long something has gone on: in tenths of a second from the beginning. */
    public String since(Instant at) {
        Duration time = Duration.between(at, now());
        if (time.isNegative()) {
            return Durations.tenths(0);
        }
        return time.toSeconds() < 1 ? Durations.tenths(time.toMillis()) : duration(time);
    }

    /** Returns how long it is until something, at least nothing. */
    public String until(Instant at) {
        return wait(Duration.between(now(), at));
    }

    /**
     * Returns {@code 812 ms}, {@code 4.2 s}, {@code 3 m 07 s}, {@code 2 h 03 m} or {@code 5 d 2 h}.
     */
    public static String duration(Duration time) {
        return Durations.text(time);
    }

    /** Returns a duration given in nanoseconds, or the dash for none. */
    public static String nanos(long nanos) {
        return nanos == 0 ? MISSING : duration(Duration.ofNanos(nanos));
    }

    /** Returns which part of another time a time is; 0 if that is no time. */
    public static double part(Duration time, Duration of) {
        return of.isZero() ? 0 : Durations.nanos(time) / Durations.nanos(of);
    }

    /** Returns a time to wait in whole seconds, rounded up, for a countdown: {@code 4 s}. */
    public static String wait(Duration time) {
        long seconds = Math.max(0, time.plusMillis(999).toSeconds());
        return seconds < MINUTE ? seconds + " s" : duration(Duration.ofSeconds(seconds));
    }

    /** Returns a size in bytes, in three digits or so. */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= KILO && unit < UNITS.size() - 1) {
            size /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS.get(unit));
    }

    /** Returns a number with its thousands apart: {@code 1,204}. */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Returns the text, or the dash for none. */
    public static String text(String text) {
        return text.isBlank() ? MISSING : text;
    }

    /**
     * Returns the name of a setting as words: {@code keepAliveTimeout} is {@code Keep alive
     * timeout}. One of three letters, as {@code url}, is an abbreviation.
     */
    public static String title(String name) {
        if (name.length() <= ABBREVIATION) {
            return name.toUpperCase(Locale.ENGLISH);
        }
        String words = UPPER.matcher(name).replaceAll(" $0").toLowerCase(Locale.ENGLISH);
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    private ZonedDateTime local(Instant at) {
        ZoneId zone = clock.getZone();
        return Moments.local(at, zone);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
