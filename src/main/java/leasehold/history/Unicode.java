package leasehold.history;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as a file can hold them. */
final class Unicode {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST = 400;

    /** What ends a line, steers a terminal, or turns round how a line reads. */
    private static final Pattern STEERING =
            Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    private Unicode() {}

    /** Returns a text in which what is half a character is marked as unknown. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    /** Returns what a file made somebody say as one line of bounded length. */
    static String line(@Nullable String text) {
        String line = STEERING.matcher(String.valueOf(text)).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        boolean half = Character.isHighSurrogate(line.charAt(LONGEST - 1));
        return line.substring(0, half ? LONGEST - 1 : LONGEST) + "…";
    }

    /** Returns the same; nothing of nothing. */
    static @Nullable String wholeOrNull(@Nullable String text) {
        return text == null ? null : whole(text);
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> whole.appendCodePoint(known(point)));
        return whole.toString();
    }

    private static int known(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                ? REPLACEMENT
                : point;
    }
}
