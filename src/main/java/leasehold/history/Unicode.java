package leasehold.history;

import org.jspecify.annotations.Nullable;

/** Texts as a file can hold them. */
final class Unicode {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST = 400;

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
        String line = String.valueOf(text).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
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
