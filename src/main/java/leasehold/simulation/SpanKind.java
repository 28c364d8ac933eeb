package leasehold.simulation;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of {@link Span}. */
public enum SpanKind implements Kind {
    /** Always the same. */
    FIXED("Time"),
    /** Any between two bounds. */
    UNIFORM("Time", "Most"),
    /** Mostly short. */
    EXPONENTIAL("Time"),
    /** Mostly near the median. */
    LOG_NORMAL("Time", "Spread"),
    /** Until it is ended from outside. */
    NEVER;

    private final List<String> endings;

    SpanKind(String... endings) {
        this.endings = List.of(endings);
    }

    @Override
    public List<String> fields(String chooser) {
        return endings.stream().map(chooser::concat).toList();
    }

    /** Returns those that end by themselves. */
    public static List<SpanKind> ending() {
        return Stream.of(values()).filter(kind -> kind != NEVER).toList();
    }
}
