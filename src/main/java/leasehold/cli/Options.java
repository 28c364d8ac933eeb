package leasehold.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.Setting;
import leasehold.backend.Settings;
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
     * Returns the path that a text says.
     *
     * @throws IllegalArgumentException if it says none
     */
    static Path path(String name, String text) {
        if (text.isBlank()) {
            throw noPath(name, text);
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw noPath(name, text);
        }
    }

    private static IllegalArgumentException noPath(String name, String text) {
        return new IllegalArgumentException(
                "%s is '%s'; allowed is the path of a file".formatted(name, text));
    }

    /**
     * Returns the checked value of an option that is described as a setting is.
     *
     * @throws IllegalArgumentException if it is not allowed
     */
    static Settings checked(String name, Setting setting, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed is %s".formatted(name, text, kind(setting.type())));
        }
        try {
            return Settings.of(List.of(setting), Map.of(setting.name(), text));
        } catch (InvalidSettingException e) {
            throw new IllegalArgumentException(asOption(e, name), e);
        }
    }

    private static String kind(Setting.Type type) {
        return switch (type) {
            case TEXT, SECRET, SWITCH, CHOICE -> "a word";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case DURATION -> "a time such as 5s";
        };
    }

    /** Returns what is wrong with a setting, in the words of the option that says it. */
    static String asOption(InvalidSettingException e, String name) {
        return String.valueOf(e.getMessage()).replace("setting '" + e.setting() + "'", name);
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
