package leasehold.ui.model;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whole texts by a pattern in which {@code *} stands for anything, whatever the case. */
final class Glob implements Predicate<String> {

    private final Pattern pattern;

    Glob(String glob) {
        String[] literals = glob.split("\\*", -1);
        String regex = String.join(".*", Arrays.stream(literals).map(Pattern::quote).toList());
        pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public boolean test(String text) {
        return pattern.matcher(text).matches();
    }
}
