package leasehold.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is said to a person who gave a command, or of a file that somebody else may have written: on
 * one line, without what would steer a terminal, and no longer than can be read.
 */
final class Sentence {

    private static final int WORD = 200;
    private static final int LONGEST = 2_000;

    /** What ends a line, steers a terminal, or turns round how a line reads. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    private Sentence() {}

    /** Returns a text on one line. */
    static String line(String text) {
        return STEERING.matcher(text.strip()).replaceAll(" ");
    }

    /**
     * Returns a refusal as it is shown.
     *
     * @param words of the command; what is long of those that the refusal repeats is cut
     */
    static String refusal(String message, List<String> words) {
        String sentence = line(message);
        for (String word : words) {
            String value = line(word.substring(word.indexOf('=') + 1));
            if (value.length() > WORD) {
                sentence = sentence.replace(value, cut(value, WORD));
            }
        }
        return cut(sentence, LONGEST);
    }

    /** Returns why a file cannot be read or written. */
    static String why(Exception e) {
        return switch (e) {
            case AccessDeniedException _ -> "there is no permission";
            case NoSuchFileException _ -> "it is not there, nor can it be made";
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Half a character is not shown. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, half ? most - 1 : most) + "…";
    }
}
