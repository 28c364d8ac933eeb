package leasehold.backend;

import java.util.List;
import java.util.Objects;

/**
 * Describes one setting of a backend.
 *
 * @param name the word by which it is given, such as {@code url}
 * @param type what kind of value it takes
 * @param initial its default as text; empty if there is none
 * @param required whether a value must be given when there is no default
 * @param help one sentence for a person
 * @param choices for {@link Type#CHOICE}, what is allowed; else empty
 * @param min for numbers and durations, the least that is allowed
 * @param max for numbers and durations, the most that is allowed
 */
public record Setting(
        String name,
        Type type,
        String initial,
        boolean required,
        String help,
        List<String> choices,
        double min,
        double max) {

    /** What kind of value a setting takes. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** Text that is never shown, stored or logged. */
        SECRET,
        /** A whole number. */
        INTEGER,
        /** A number. */
        DECIMAL,
        /** A time: {@code 250ms}, {@code 5s}, {@code 2m}, {@code 1h}; bounds are in seconds. */
        DURATION,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** One of the choices. */
        CHOICE
    }

    /** Checks that nothing is null. */
    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(initial, "initial");
        Objects.requireNonNull(help, "help");
        choices = List.copyOf(choices);
    }

    /** Describes a text that may be left empty. */
    public static Setting text(String name, String initial, String help) {
        return plain(name, Type.TEXT, initial, help);
    }

    /** Describes a secret without a default. */
    public static Setting secret(String name, String help) {
        return plain(name, Type.SECRET, "", help);
    }

    /** Describes a switch. */
    public static Setting onOff(String name, boolean initial, String help) {
        return plain(name, Type.SWITCH, Boolean.toString(initial), help);
    }

    /** Describes a whole number. */
    public static Setting integer(String name, long initial, long min, long max, String help) {
        return new Setting(
                name, Type.INTEGER, Long.toString(initial), false, help, List.of(), min, max);
    }

    /** Describes a number. */
    public static Setting decimal(
            String name, double initial, double min, double max, String help) {
        return new Setting(
                name, Type.DECIMAL, Double.toString(initial), false, help, List.of(), min, max);
    }

    /** Describes a time whose bounds are given in seconds. */
    public static Setting duration(
            String name, String initial, double min, double max, String help) {
        return new Setting(name, Type.DURATION, initial, false, help, List.of(), min, max);
    }

    /** Describes a choice of words. */
    public static Setting choice(String name, String initial, List<String> choices, String help) {
        return new Setting(name, Type.CHOICE, initial, false, help, choices, 0, 0);
    }

    /** Returns the same setting, for which a value must be given. */
    public Setting mandatory() {
        return new Setting(name, type, initial, true, help, choices, min, max);
    }

    /** Tells whether its value must never be shown, stored or logged. */
    public boolean secret() {
        return type == Type.SECRET;
    }

    private static Setting plain(String name, Type type, String initial, String help) {
        return new Setting(name, type, initial, false, help, List.of(), 0, 0);
    }
}
