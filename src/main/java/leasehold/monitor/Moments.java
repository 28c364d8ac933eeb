package leasehold.monitor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Reckons with times of a record that somebody else wrote: they may be any that there are. */
public final class Moments {

    private static final Instant FIRST = LocalDateTime.MIN.plusDays(1).toInstant(ZoneOffset.UTC);
    private static final Instant LAST = LocalDateTime.MAX.minusDays(1).toInstant(ZoneOffset.UTC);

    private Moments() {}

    /** Returns a time as a zone has it; the nearest that it has, if it has none so remote. */
    public static ZonedDateTime local(Instant at, ZoneId zone) {
        Instant near = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
        return near.atZone(zone);
    }

    /** Returns a time so much later; the first or the last that there is, if it lies beyond. */
    static Instant after(Instant at, Duration time) {
        try {
            return at.plus(time);
        } catch (DateTimeException | ArithmeticException e) {
            return time.isNegative() ? Instant.MIN : Instant.MAX;
        }
    }
}
