package leasehold.session;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A failure as it stands in events: never the throwable itself, and every text masked by the
 * backend (rule 30).
 *
 * @param category what to do next
 * @param type the class of what was thrown; empty if nothing was
 * @param text its message, masked; of a throwable's at most 1,000 characters, then {@code …}
 * @param code the server's own code, such as an SQLState
 * @param causes its causes from the nearest, at most 8, as {@code type: text}, masked
 * @param frames its stack from where it was thrown, at most 100 frames
 */
public record Failure(
        FailureCategory category,
        String type,
        String text,
        Optional<String> code,
        List<String> causes,
        List<StackTraceElement> frames)
        implements Serializable {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 100;

    /** Checks that nothing is null. */
    public Failure {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(code, "code");
        causes = List.copyOf(causes);
        frames = List.copyOf(frames);
    }

    /** Returns a failure that the controller itself found. */
    public static Failure of(FailureCategory category, String text) {
        return new Failure(category, "", text, Optional.empty(), List.of(), List.of());
    }

    /**
     * Returns the failure that a throwable stands for, UNKNOWN unless it is a {@link
     * BackendException}. Never throws, whatever the throwable or the mask does.
     */
    public static Failure of(Throwable thrown, UnaryOperator<String> mask) {
        return new Failure(
                category(thrown),
                thrown.getClass().getName(),
                text(thrown, mask),
                code(thrown).map(code -> masked(code, mask)),
                causes(thrown, mask),
                frames(thrown));
    }

    /**
     * Returns {@code text} masked, then cut to 1,000 characters; a word in its place if the mask
     * fails. Never throws.
     */
    public static String masked(String text, UnaryOperator<String> mask) {
        try {
            String masked = mask.apply(text);
            if (masked == null) {
                return "(withheld: the backend's mask gave nothing)";
            }
            return masked.length() <= LONGEST_TEXT
                    ? masked
                    : masked.substring(0, LONGEST_TEXT) + "…";
        } catch (Throwable e) {
            LOG.warn("the mask of a backend failed with {}", e.getClass().getName());
            return "(withheld: the backend's mask failed)";
        }
    }

    private Object writeReplace() {
        return new Written(category, type, text, code.orElse(null), causes, frames);
    }

    /** What is written in its place, for an {@code Optional} cannot be. */
    private record Written(
            FailureCategory category,
            String type,
            String text,
            @Nullable String code,
            List<String> causes,
            List<StackTraceElement> frames)
            implements Serializable {

        private Object readResolve() {
            return new Failure(category, type, text, Optional.ofNullable(code), causes, frames);
        }
    }

    @Override
    public String toString() {
        return type.isEmpty() ? category + ": " + text : category + ": " + type + ": " + text;
    }

    private static FailureCategory category(Throwable thrown) {
        FailureCategory said =
                thrown instanceof BackendException known ? said(known::category) : null;
        return Objects.requireNonNullElse(said, FailureCategory.UNKNOWN);
    }

    private static Optional<String> code(Throwable thrown) {
        Optional<String> said = thrown instanceof BackendException known ? said(known::code) : null;
        return said == null ? Optional.empty() : said;
    }

    private static String text(Throwable thrown, UnaryOperator<String> mask) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : masked(message, mask);
        } catch (Throwable e) {
            return "(its message failed with " + e.getClass().getName() + ")";
        }
    }

    private static List<String> causes(Throwable thrown, UnaryOperator<String> mask) {
        List<String> causes = new ArrayList<>();
        Throwable cause = said(thrown::getCause);
        while (cause != null && causes.size() < MOST_CAUSES) {
            causes.add(cause.getClass().getName() + ": " + text(cause, mask));
            cause = said(cause::getCause);
        }
        return causes;
    }

    private static List<StackTraceElement> frames(Throwable thrown) {
        List<StackTraceElement> frames = said(() -> List.of(thrown.getStackTrace()));
        return frames == null ? List.of() : frames.subList(0, Math.min(frames.size(), MOST_FRAMES));
    }

    /** Returns what a throwable says of itself; nothing if it throws. */
    private static <T> @Nullable T said(Supplier<? extends @Nullable T> question) {
        try {
            return question.get();
        } catch (Throwable e) {
            return null;
        }
    }
}
