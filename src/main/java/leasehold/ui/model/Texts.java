package leasehold.ui.model;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the window. A text may hold places to fill; a sentence also strong words and links.
 */
public final class Texts {

    private static final Pattern MARKUP = Pattern.compile("\\*([^*]+)\\*|\\[(\\w+):([^\\]]+)\\]");

    private static final Map<String, Part.Kind> GIVING_WAY =
            Map.of("name", Part.Kind.NAME, "site", Part.Kind.SITE);

    private final ResourceBundle bundle;

    /** Creates texts from a bundle. */
    public Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * A part of a sentence.
     *
     * @param kind how it looks
     * @param text what it says
     * @param link where it leads, if it is a link; else empty
     */
    public record Part(Kind kind, String text, String link) {

        /** How a part of a sentence looks. */
        public enum Kind {
            /** Like any word. */
            WORD,
            /** Strong. */
            STRONG,
            /** Leads somewhere. */
            LINK,
            /** A name of any length, which gives way first. */
            NAME,
            /** A place in code, which gives way in its middle, so that the line number survives. */
            SITE
        }
    }

    /** Returns a text with its places filled. */
    public String get(String key, Object... values) {
        return filled(bundle.getString(key), values);
    }

    /** Returns the word for a constant, under its type and name. */
    public String word(Enum<?> constant) {
        return bundle.getString(key(constant));
    }

    /** Returns the one-line definition of a constant. */
    public String hint(Enum<?> constant) {
        return bundle.getString(key(constant) + ".hint");
    }

    /** Returns a sentence: {@code *strong*} and {@code [where:link]} are parts of their own. */
    public List<Part> sentence(String key, Object... values) {
        String pattern = bundle.getString(key);
        List<Part> parts = new ArrayList<>();
        Matcher matcher = MARKUP.matcher(pattern);
        int end = 0;
        while (matcher.find()) {
            add(parts, Part.Kind.WORD, pattern.substring(end, matcher.start()), "", values);
            if (matcher.group(1) != null) {
                add(parts, Part.Kind.STRONG, matcher.group(1), "", values);
            } else if (GIVING_WAY.containsKey(matcher.group(2))) {
                add(parts, GIVING_WAY.get(matcher.group(2)), matcher.group(3), "", values);
            } else {
                add(parts, Part.Kind.LINK, matcher.group(3), matcher.group(2), values);
            }
            end = matcher.end();
        }
        add(parts, Part.Kind.WORD, pattern.substring(end), "", values);
        return parts;
    }

    /** Returns the plain text of a sentence. */
    public static String plain(List<Part> sentence) {
        StringBuilder text = new StringBuilder();
        sentence.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    private static void add(
            List<Part> parts, Part.Kind kind, String pattern, String link, Object... values) {
        String text = filled(pattern, values);
        if (!text.isEmpty()) {
            parts.add(new Part(kind, text, link));
        }
    }

    private static String filled(String pattern, Object... values) {
        return values.length == 0 && pattern.indexOf('{') < 0
                ? pattern
                : new MessageFormat(pattern, Locale.ENGLISH).format(values);
    }

    private static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
