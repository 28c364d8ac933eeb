package leasehold.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that an outcome should keep, said as what it should not be: {@code failedOpens>0}.
 *
 * @param text as it was written
 * @param quantity what is compared
 * @param sign how
 * @param number with what
 */
record Threshold(String text, Quantity quantity, String sign, double number) {

    private static final Pattern PARTS =
            Pattern.compile("\\s*([A-Za-z]+)\\s*(<=|>=|==|!=|<|>)\\s*(\\d+(?:\\.\\d+)?)\\s*");

    /**
     * Reads a threshold.
     *
     * @throws IllegalArgumentException if it is none, with what is allowed
     */
    static Threshold of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "--fail-if is '%s'; allowed is a name, one of < <= > >= == !=, and a number"
                            .formatted(text));
        }
        Quantity quantity =
                Quantity.named(parts.group(1))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "--fail-if names '%s' in '%s'; allowed is %s"
                                                        .formatted(
                                                                parts.group(1),
                                                                text,
                                                                Quantity.words())));
        return new Threshold(
                text.strip(), quantity, parts.group(2), Double.parseDouble(parts.group(3)));
    }

    /** Tells whether an outcome is what it should not be. */
    boolean isCrossed(Outcome outcome) {
        int order = Double.compare(outcome.of(quantity), number);
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
        };
    }
}
