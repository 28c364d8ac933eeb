package leasehold.ui.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import leasehold.history.EventKind;

/**
 * Which events are shown: those in which every word is found. A word may be {@code client:bill*},
 * {@code kind:lease.*}, {@code session:17}, {@code lease:42}, {@code run:3}, {@code since:14:03} or
 * {@code until:2025-06-03T14:03:07.412}, which is itself excluded; without a field it is looked for
 * in kind, ids and names, and in what failed and who acted. A gap is shown wherever it is looked
 * for, as what was missed may match.
 */
final class EventFilter implements Predicate<EventRecord> {

    private final Formats formats;
    private final List<Predicate<EventRecord>> words;
    private final boolean failures;
    private final boolean operator;
    private EventScope scope = EventScope.ALL;
    private Optional<Wrong> wrong = Optional.empty();

    /**
     * A word by which nothing can be found.
     *
     * @param key of the text that says what is allowed
     * @param field what it is of
     * @param value what it is
     */
    record Wrong(String key, String field, String value) {}

    /**
     * Reads the words.
     *
     * @param failures whether only those are shown in which something failed
     * @param operator whether only those are shown that an operator brought about
     * @param formats tell which day it is, of which a time alone is
     */
    EventFilter(String text, boolean failures, boolean operator, Formats formats) {
        this.failures = failures;
        this.operator = operator;
        this.formats = formats;
        words =
                Arrays.stream(text.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(this::word)
                        .toList();
    }

    /** Returns the first word that means nothing; empty if there is none. */
    Optional<Wrong> wrong() {
        return wrong;
    }

    /** Returns where there may be any that are shown: nowhere if a word means nothing. */
    EventScope scope() {
        return wrong.isPresent() ? EventScope.NONE : scope;
    }

    @Override
    public boolean test(EventRecord row) {
        if (row.gap()) {
            return true;
        }
        if (failures && !row.failed() || operator && !row.acted()) {
            return false;
        }
        for (Predicate<EventRecord> word : words) {
            if (!word.test(row)) {
                return false;
            }
        }
        return true;
    }

    private Predicate<EventRecord> word(String word) {
        int colon = word.indexOf(':');
        String value = word.substring(colon + 1);
        return switch (colon < 0 ? "" : word.substring(0, colon)) {
            case "client" -> client(value);
            case "kind" -> kind(value);
            case "session" -> session(value);
            case "lease" -> lease(value);
            case "since" -> since(value);
            case "until" -> until(value);
            case "run" -> run(value);
            default -> anywhere(word);
        };
    }

    private static Predicate<EventRecord> client(String value) {
        Predicate<String> wanted = new Remembered<>(new Glob(value));
        return row -> wanted.test(row.client());
    }

    private static Predicate<EventRecord> kind(String value) {
        Set<EventKind> wanted = kinds(new Glob(value));
        return row -> wanted.contains(row.kind());
    }

    private Predicate<EventRecord> session(String value) {
        return is(number("session", value, "#"), EventRecord::epoch);
    }

    private Predicate<EventRecord> lease(String value) {
        OptionalLong wanted = number("lease", value, "L-");
        wanted.ifPresent(id -> scope = scope.ofLease(id));
        return is(wanted, EventRecord::lease);
    }

    private Predicate<EventRecord> run(String value) {
        OptionalLong wanted = number("run", value, "");
        wanted.ifPresent(id -> scope = scope.ofRun(id));
        return is(wanted, EventRecord::run);
    }

    private Predicate<EventRecord> since(String value) {
        Optional<Instant> time = time("since", value);
        time.ifPresent(from -> scope = scope.since(from));
        return row -> time.filter(from -> !row.at().isBefore(from)).isPresent();
    }

    private Predicate<EventRecord> until(String value) {
        Optional<Instant> time = time("until", value);
        time.ifPresent(to -> scope = scope.until(to));
        return row -> time.filter(to -> row.at().isBefore(to)).isPresent();
    }

    private Optional<Instant> time(String field, String value) {
        Optional<Instant> time = TypedTime.of(value, formats);
        if (time.isEmpty()) {
            wrong = wrong.or(() -> Optional.of(new Wrong("events.wrong.time", field, value)));
        }
        return time;
    }

    private OptionalLong number(String field, String value, String mark) {
        OptionalLong number = parse(value, mark);
        if (number.isEmpty()) {
            wrong = wrong.or(() -> Optional.of(new Wrong("events.wrong.number", field, value)));
        }
        return number;
    }

    private static Predicate<EventRecord> is(OptionalLong wanted, ToLongFunction<EventRecord> of) {
        return row -> wanted.isPresent() && of.applyAsLong(row) == wanted.getAsLong();
    }

    private static OptionalLong parse(String value, String mark) {
        boolean marked = value.regionMatches(true, 0, mark, 0, mark.length());
        String digits = marked ? value.substring(mark.length()) : value;
        return digits.matches("[1-9]\\d{0,17}")
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }

    private static Predicate<EventRecord> anywhere(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Set<EventKind> kinds = kinds(kind -> holds(kind, lower));
        Predicate<EventRecord> names = new EventNames(text -> holds(text, lower));
        Predicate<EventRecord> ids = ids(lower);
        return row -> kinds.contains(row.kind()) || ids.test(row) || names.test(row);
    }

    private static Predicate<EventRecord> ids(String lower) {
        boolean ofLease = lower.matches("(l?-)?\\d*|l");
        boolean ofSession = lower.matches("#?\\d*");
        return row ->
                (ofLease && row.lease() > 0 && holds("L-" + row.lease(), lower))
                        || (ofSession && row.epoch() > 0 && holds("#" + row.epoch(), lower));
    }

    private static boolean holds(String text, String lower) {
        return text.toLowerCase(Locale.ROOT).contains(lower);
    }

    private static Set<EventKind> kinds(Predicate<String> wanted) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            if (wanted.test(kind.text())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
