package leasehold.cli;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and truths as JSON, indented by two spaces. */
final class Json {

    private static final String STEP = "  ";

    private Json() {}

    static String of(Object value) {
        return of(value, "\n");
    }

    private static String of(Object value, String line) {
        return switch (value) {
            case Map<?, ?> map ->
                    block(
                            "{}",
                            line,
                            map.entrySet().stream()
                                    .map(
                                            entry ->
                                                    quoted(String.valueOf(entry.getKey()))
                                                            + ": "
                                                            + of(entry.getValue(), line + STEP))
                                    .toList());
            case Collection<?> list ->
                    block("[]", line, list.stream().map(item -> of(item, line + STEP)).toList());
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> quoted(value.toString());
        };
    }

    private static String block(String brackets, String line, Collection<String> items) {
        if (items.isEmpty()) {
            return brackets;
        }
        return items.stream()
                .collect(
                        Collectors.joining(
                                "," + line + STEP,
                                brackets.charAt(0) + line + STEP,
                                line + brackets.charAt(1)));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> append(quoted, (char) c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char c) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append(c);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < ' ') {
                    quoted.append("\\u%04x".formatted((int) c));
                } else {
                    quoted.append(c);
                }
            }
        }
    }
}
