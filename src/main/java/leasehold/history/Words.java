package leasehold.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces known names in texts where they stand as words, in capitals or not: {@code ann} in
 * {@code "ann@desk-3"}, and not in {@code "annual"}. The longest name that fits counts. For one
 * thread.
 */
final class Words {

    private record Name(String text, String instead) {}

    /** By the first word of each, in small letters. */
    private final Map<String, List<Name>> names = new HashMap<>();

    /** From now on a name, which is not empty, is replaced; of two for the same name the first. */
    void put(String name, String instead) {
        List<Name> same = names.computeIfAbsent(key(first(name, 0)), _ -> new ArrayList<>());
        if (same.stream().noneMatch(known -> known.text().equalsIgnoreCase(name))) {
            same.add(new Name(name, instead));
            same.sort(Comparator.comparingInt((Name known) -> known.text().length()).reversed());
        }
    }

    String replacedIn(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            String word = first(text, at);
            Optional<Name> name = find(key(word), text, at);
            replaced.append(name.map(Name::instead).orElse(word));
            at += name.map(Name::text).orElse(word).length();
        }
        return replaced.toString();
    }

    private Optional<Name> find(String key, String text, int at) {
        return names.getOrDefault(key, List.of()).stream()
                .filter(name -> stands(name.text(), text, at))
                .findFirst();
    }

    private static boolean stands(String name, String text, int at) {
        int end = at + name.length();
        return text.regionMatches(true, at, name, 0, name.length())
                && !(end < text.length() && isWord(text, end - 1) && isWord(text, end));
    }

    /** Returns the word that begins at a place of a text, or the one character that is none. */
    private static String first(String text, int at) {
        int end = at;
        while (end < text.length() && isWord(text, end)) {
            end++;
        }
        return text.substring(at, Math.max(end, at + 1));
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static boolean isWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_';
    }
}
