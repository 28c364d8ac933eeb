package leasehold.monitor;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import leasehold.session.Failure;
import leasehold.session.Holder;

/**
 * What failures of one cause have in common. Immutable.
 *
 * @param stage what was being done
 * @param type the class of what was thrown; empty if nothing was
 * @param site the first frame of the failing code's own, as {@code Login.send:88}; empty if there
 *     is none
 * @param text the message with everything masked that differs from one time to the next
 */
public record Fingerprint(Stage stage, String type, String site, String text) {

    private static final List<String> FOREIGN =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "leasehold.");

    /** In this order: what a later mask would break up is taken by an earlier one. */
    private enum Mask {
        TIME(
                "\\b\\d{4}-\\d\\d-\\d\\d(?:[T"
                        + " ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b"),
        CLOCK("\\b\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d+)?\\b", "<time>"),
        UUID("\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b", "<id>"),
        URL_HOST("(?<=://)[^/\\s:?#]+(?::\\d+)?", "<host>"),
        ADDRESS_4("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b", "<host>"),
        ADDRESS_6(
                "\\[?(?<![\\w:])(?:\\p{XDigit}{0,4}:){2,7}\\p{XDigit}{0,4}(?![\\w:])\\]?(?::\\d+)?",
                "<host>"),
        HOST_PORT("\\b[A-Za-z][\\w-]*(?:\\.[\\w-]+)*:\\d{1,5}\\b", "<host>"),
        DOMAIN(
                "\\b(?:[\\w-]+\\.)+(?:com|org|net|io|dev|local|lan|internal|intranet|example|test)\\b",
                "<host>"),
        NUMBERED_HOST("\\b[A-Za-z][A-Za-z-]*-\\d+(?:\\.[\\w-]+)*\\b", "<host>"),
        HEX("\\b(?:0x\\p{XDigit}+|(?=\\p{XDigit}*\\d)\\p{XDigit}{8,})\\b", "<id>"),
        WORD_WITH_DIGITS("\\b(?=\\w*\\d)(?=\\w*[A-Za-z])\\w{12,}\\b", "<id>"),
        NUMBER("\\b\\d+(?:[.,]\\d+)*(?=(?:ns|µs|ms|s|m|h|d|B|kB|MB|GB|%)?(?!\\w))", "<n>"),
        LAST_DIGITS("(?<=[a-z]{2})\\d+\\b", "<n>");

        private final Pattern pattern;
        private final String word;

        Mask(String pattern) {
            this(pattern, "<time>");
        }

        Mask(String pattern, String word) {
            this.pattern = Pattern.compile(pattern);
            this.word = word;
        }

        String apply(String text) {
            return pattern.matcher(text).replaceAll(word);
        }
    }

    /** Checks that nothing is null. */
    public Fingerprint {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(text, "text");
    }

    /** Returns the fingerprint of a failure. */
    public static Fingerprint of(Stage stage, Failure failure) {
        return new Fingerprint(
                stage, failure.type(), site(failure.frames()), masked(failure.text()));
    }

    /**
     * Returns a text with its times, hosts, ids and numbers replaced by {@code <time>}, {@code
     * <host>} and so on.
     */
    public static String masked(String text) {
        String masked = text;
        for (Mask mask : Mask.values()) {
            masked = mask.apply(masked);
        }
        return masked;
    }

    private static String site(List<StackTraceElement> frames) {
        Stream<StackTraceElement> own =
                frames.stream().filter(frame -> isOwn(frame.getClassName()));
        return own.findFirst().map(Holder::brief).orElse("");
    }

    /** Tells whether a class is of the failing code's own, and not of a library or of ours. */
    public static boolean isOwn(String type) {
        return FOREIGN.stream().noneMatch(type::startsWith);
    }
}
