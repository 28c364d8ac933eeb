package leasehold.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import leasehold.backend.Setting;

/** How a setting is described to a person. */
final class SettingText {

    private SettingText() {}

    /** Returns what it is, what is allowed and what is so if it is not given. */
    static String of(Setting setting, Texts texts) {
        List<String> parts =
                Stream.of(setting.help(), allowed(setting, texts), initial(setting, texts))
                        .filter(part -> !part.isEmpty())
                        .toList();
        return String.join(" ", parts);
    }

    /** Returns the kind of value that stands for it in a synopsis. */
    static String label(Setting setting, Texts texts) {
        return texts.get("setting." + setting.type().name().toLowerCase(Locale.ROOT));
    }

    private static String allowed(Setting setting, Texts texts) {
        return switch (setting.type()) {
            case TEXT, SECRET, SWITCH -> "";
            case CHOICE -> texts.get("setting.oneOf", String.join(", ", setting.choices()));
            case INTEGER, DECIMAL ->
                    texts.get("setting.bounds", plain(setting.min()), plain(setting.max()));
            case DURATION -> texts.get("setting.times", plain(setting.min()), plain(setting.max()));
        };
    }

    private static String initial(Setting setting, Texts texts) {
        if (setting.initial().isEmpty()) {
            return setting.required() ? texts.get("setting.required") : "";
        }
        return texts.get("setting.default", initial(setting));
    }

    private static String initial(Setting setting) {
        return setting.type() == Setting.Type.DECIMAL
                ? plain(Double.parseDouble(setting.initial()))
                : setting.initial();
    }

    /** Returns a number without an exponent, and without a point where it needs none. */
    static String plain(double number) {
        return number(number).toPlainString();
    }

    /** Returns a number that reads as {@link #plain} says. */
    static BigDecimal number(double number) {
        return new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }
}
