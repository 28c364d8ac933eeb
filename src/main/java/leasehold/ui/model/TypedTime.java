package leasehold.ui.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as an operator types it: {@code 14:03}, {@code 14:03:07} or {@code 14:03:07.412} of today,
 * or a day before it, as {@code 2025-06-03}, {@code 2025-06-03 14:03} or {@code 2025-06-03T14:03}.
 */
final class TypedTime {

    private static final DateTimeFormatter DAY =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd[[' ']['T']H:mm[:ss[.SSS]]]")
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("H:mm[:ss[.SSS]]", Locale.ROOT);

    private TypedTime() {}

    /** Returns which time is meant; empty if it is none. */
    static Optional<Instant> of(String typed, Formats formats) {
        try {
            LocalDateTime local =
                    typed.contains("-")
                            ? LocalDateTime.parse(typed, DAY)
                            : formats.today().atTime(LocalTime.parse(typed, HOUR));
            return Optional.of(formats.instant(local));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
