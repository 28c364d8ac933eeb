package leasehold.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The words of the command line. */
final class Texts {

    private static final String BUNDLE = "leasehold.cli.texts";

    private final ResourceBundle bundle =
            ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, Texts.class.getModule());

    /** Returns a text with its places filled. */
    String get(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0
                ? text
                : new MessageFormat(text, Locale.ENGLISH)
                        .format(Stream.of(values).map(Texts::plain).toArray());
    }

    /** A name in a record may have what would steer a terminal. */
    private static Object plain(Object value) {
        return value instanceof Number ? value : Sentence.line(String.valueOf(value));
    }

    /** Returns a text for the help, in which picocli takes a percent sign for a place to fill. */
    String help(String key) {
        return escaped(get(key));
    }

    /** Returns a text such that nothing in it is taken for a place to fill. */
    static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
