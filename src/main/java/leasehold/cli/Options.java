package leasehold.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options as picocli describes them. All values are texts: what they mean is checked later. */
final class Options {

    static final String JSON = "--json";

    private Options() {}

    /** Describes an option that is given at most once, with a value. */
    static OptionSpec one(String name, String label, String help) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel("<" + label + ">")
                .description(Texts.escaped(help))
                .build();
    }

    /** Describes an option that may be given many times, with a value each. */
    static OptionSpec many(String name, String label, String help) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("<" + label + ">")
                .description(Texts.escaped(help))
                .build();
    }

    /** Describes an option without a value. */
    static OptionSpec flag(String name, String help) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(Texts.escaped(help))
                .build();
    }

    static Optional<String> value(ParseResult said, String name) {
        return Optional.ofNullable(said.<String>matchedOptionValue(name, null));
    }

    static List<String> values(ParseResult said, String name) {
        return said.matchedOptionValue(name, List.of());
    }

    /**
     * Returns the time that a text says.
     *
     * @throws IllegalArgumentException if it says none
     */
    static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed is a time such as 2026-03-01T12:00:00Z"
                            .formatted(name, text),
                    e);
        }
    }

    /**
     * Refuses options that say the same thing.
     *
     * @throws IllegalArgumentException if more than one of them is given
     */
    static void atMostOne(ParseResult said, List<String> names) {
        List<String> given = names.stream().filter(said::hasMatchedOption).toList();
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "%s are given; allowed is one of %s"
                            .formatted(String.join(" and ", given), String.join(", ", names)));
        }
    }
}
