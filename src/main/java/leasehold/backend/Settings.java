package leasehold.backend;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checked values of a provider's settings: every one is known, given where it must be, and
 * within its bounds. Immutable; its {@code toString} shows names only, for a value may hold a
 * secret.
 */
public final class Settings {

    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h)?");

    private final Map<String, Setting> described = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private Settings(List<Setting> settings) {
        settings.forEach(setting -> described.put(setting.name(), setting));
    }

    /**
     * Checks values against their descriptions.
     *
     * @throws InvalidSettingException for the first that is unknown, missing or not allowed
     */
    public static Settings of(List<Setting> settings, Map<String, String> given) {
        Settings checked = new Settings(settings);
        for (String name : given.keySet()) {
            if (!checked.described.containsKey(name)) {
                List<String> known = settings.stream().map(Setting::name).toList();
                throw new InvalidSettingException(
                        name,
                        "setting '%s' is unknown; known are %s"
                                .formatted(
                                        InvalidSettingException.shown(name),
                                        String.join(", ", known)));
            }
        }
        settings.forEach(
                setting ->
                        checked.take(
                                setting, given.getOrDefault(setting.name(), setting.initial())));
        return checked;
    }

    /**
     * Returns a text, a secret or a choice; empty if none was given and there is no default.
     *
     * @throws IllegalArgumentException if no such setting is described; so do the others
     */
    public String text(String name) {
        return values.getOrDefault(described(name).name(), "");
    }

    /** Returns whether a switch is on. */
    public boolean on(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * Returns a whole number.
     *
     * @throws NumberFormatException if none was given and there is no default; so do those below
     */
    public long integer(String name) {
        return Long.parseLong(text(name));
    }

    /** Returns a number. */
    public double decimal(String name) {
        return Double.parseDouble(text(name));
    }

    /** Returns a time. */
    public Duration duration(String name) {
        return Duration.ofNanos(Math.round(seconds(described(name), text(name)) * 1e9));
    }

    @Override
    public String toString() {
        return "settings " + String.join(", ", new TreeSet<>(described.keySet()));
    }

    private Setting described(String name) {
        Setting setting = described.get(name);
        if (setting == null) {
            throw new IllegalArgumentException("no setting '" + name + "' is described");
        }
        return setting;
    }

    private void take(Setting setting, String given) {
        String value = setting.secret() ? given : given.strip();
        if (value.isEmpty()) {
            if (setting.required()) {
                throw new InvalidSettingException(
                        setting.name(),
                        "setting '%s' is missing: %s".formatted(setting.name(), setting.help()));
            }
            value = setting.initial();
        }
        if (!value.isEmpty()) {
            check(setting, value);
        }
        values.put(setting.name(), value);
    }

    private static void check(Setting setting, String value) {
        switch (setting.type()) {
            case TEXT, SECRET -> {}
            case SWITCH -> oneOf(setting, value, List.of("true", "false"));
            case CHOICE -> oneOf(setting, value, setting.choices());
            case INTEGER -> within(setting, value, integer(setting, value));
            case DECIMAL -> within(setting, value, number(setting, value));
            case DURATION -> within(setting, value, seconds(setting, value));
        }
    }

    private static void oneOf(Setting setting, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw refused(setting, value, String.join(", ", allowed));
        }
    }

    private static void within(Setting setting, String value, double number) {
        if (!(number >= setting.min() && number <= setting.max())) {
            throw refused(setting, value, bounds(setting));
        }
    }

    private static double integer(Setting setting, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw refused(setting, value, "a whole number, " + bounds(setting));
        }
    }

    private static double number(Setting setting, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw refused(setting, value, "a number, " + bounds(setting));
        }
    }

    private static double seconds(Setting setting, String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw refused(setting, value, "a time such as 250ms, 5s, 2m or 1h, " + bounds(setting));
        }
        double factor =
                switch (Objects.requireNonNullElse(matcher.group(2), "s")) {
                    case "ms" -> 0.001;
                    case "m" -> 60;
                    case "h" -> 3600;
                    default -> 1;
                };
        return Double.parseDouble(matcher.group(1)) * factor;
    }

    private static String bounds(Setting setting) {
        String unit = setting.type() == Setting.Type.DURATION ? " s" : "";
        return "from %s to %s%s".formatted(plain(setting.min()), plain(setting.max()), unit);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static InvalidSettingException refused(Setting setting, String value, String allowed) {
        return InvalidSettingException.of(setting.name(), value, allowed);
    }
}
