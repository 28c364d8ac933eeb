package leasehold.monitor.report;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import leasehold.monitor.Durations;
import leasehold.monitor.Moments;

/** The words of a report, and how it writes times. */
final class ReportTexts {

    /** Stands where there is nothing to say. */
    static final String MISSING = "–";

    private static final String BUNDLE = "leasehold.monitor.report.texts";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ResourceBundle bundle =
            ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, ReportTexts.class.getModule());
    private final ZoneId zone;

    ReportTexts(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns a text with its places filled. */
    String get(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(values);
    }

    /** Returns the word for a constant. */
    String of(Enum<?> constant) {
        return get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** Returns {@code 2025-06-03 14:03:07}. */
    String time(Instant at) {
        return time(at, TIME);
    }

    String time(Optional<Instant> at) {
        return at.map(this::time).orElse(MISSING);
    }

    /** Returns a time in a shape of its own, for an axis. */
    String time(Instant at, DateTimeFormatter as) {
        return as.format(Moments.local(at, zone));
    }

    /** Returns how the zone reads at a time: {@code UTC+02:00}. */
    String zone(Instant at) {
        return "UTC"
                + DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(Moments.local(at, zone));
    }

    String duration(Optional<Duration> time) {
        return time.map(Durations::text).orElse(MISSING);
    }

    /** Returns a number with its thousands apart. */
    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String orMissing(String text) {
        return text.isBlank() ? MISSING : text;
    }
}
