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
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import leasehold.history.ExportRange;

/**
 * From when to when, as an operator types it: {@code 14:03}, {@code 14:03:07} or {@code
 * 14:03:07.412} of today, or a day before it, as {@code 2025-06-03} or {@code 2025-06-03 14:03}.
 */
public final class ExportTimes {

    private static final DateTimeFormatter DAY =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd[[' ']['T']H:mm[:ss[.SSS]]]")
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("H:mm[:ss[.SSS]]", Locale.ROOT);

    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final Words words;

    ExportTimes(Words words) {
        this.words = words;
    }

    /** Returns the earliest time; empty for all from the beginning. */
    public StringProperty from() {
        return from;
    }

    /** Returns the time before which it ends; empty for all to the end. */
    public StringProperty until() {
        return until;
    }

    /** Returns what is wrong with the times, as a sentence; empty if nothing. */
    public StringBinding wrong() {
        return Bindings.createStringBinding(this::flaw, from, until);
    }

    /** Returns the range; empty while a time is wrong. */
    Optional<ExportRange> range() {
        return flaw().isEmpty()
                ? Optional.of(new ExportRange(instant(from), instant(until)))
                : Optional.empty();
    }

    private String flaw() {
        for (StringProperty time : new StringProperty[] {from, until}) {
            if (!time.get().isBlank() && instant(time).isEmpty()) {
                return words.texts().get("export.time.wrong", time.get().strip());
            }
        }
        boolean backwards =
                instant(from)
                        .filter(begin -> instant(until).filter(begin::isAfter).isPresent())
                        .isPresent();
        return backwards ? words.texts().get("export.time.backwards", until.get(), from.get()) : "";
    }

    private Optional<Instant> instant(StringProperty time) {
        String typed = time.get().strip();
        try {
            return Optional.of(words.formats().instant(local(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDateTime local(String typed) {
        return typed.contains("-")
                ? LocalDateTime.parse(typed, DAY)
                : words.formats().today().atTime(LocalTime.parse(typed, HOUR));
    }
}
