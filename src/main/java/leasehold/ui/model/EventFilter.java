package leasehold.ui.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import leasehold.history.EventKind;

/**
 * Which events are shown: those in which every word is found. A word may be {@code client:bill*},
 * {@code kind:lease.*}, {@code session:17}, {@code lease:42} or {@code run:3}; without a field it
 * is looked for in kind, ids and names, and in what failed and who acted. A gap is always shown,
 * for what was missed may match.
 */
final class EventFilter implements Predicate<EventRecord> {

    private final List<Predicate<EventRecord>> words;

    EventFilter(String text) {
        words =
                Arrays.stream(text.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(EventFilter::word)
                        .toList();
    }

    @Override
    public boolean test(EventRecord row) {
        if (row.gap()) {
            return true;
        }
        for (Predicate<EventRecord> word : words) {
            if (!word.test(row)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<EventRecord> word(String word) {
        int colon = word.indexOf(':');
        String value = word.substring(colon + 1);
        return switch (colon < 0 ? "" : word.substring(0, colon)) {
            case "client" -> client(value);
            case "kind" -> kind(value);
            case "session" -> number(value, "#", EventRecord::epoch);
            case "lease" -> number(value, "L-", EventRecord::lease);
            case "run" -> number(value, "", EventRecord::run);
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

    private static Predicate<EventRecord> number(
            String value, String mark, ToLongFunction<EventRecord> of) {
        boolean marked = value.regionMatches(true, 0, mark, 0, mark.length());
        String digits = marked ? value.substring(mark.length()) : value;
        if (!digits.matches("[1-9]\\d{0,17}")) {
            return _ -> false;
        }
        long wanted = Long.parseLong(digits);
        return row -> of.applyAsLong(row) == wanted;
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
