package leasehold.backend.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes secrets unreadable: the given ones, plain and URL-encoded, and whatever stands where a URL
 * has its password. Immutable.
 */
final class Secrets {

    private static final String SHOWN = "***";

    /**
     * A shorter secret is masked where it is a word of its own, for it would be a part of too many.
     */
    private static final int SHORTEST_PART = 4;

    private static final String NAMES =
            "(?i)((?:password\\d?|passwd|passphrase|pwd|secret|token|access_?key)";

    /** A value in braces, as SQL Server has it, may hold every separator, and }} for a brace. */
    private static final String BRACED = "\\{(?:[^}]|\\}\\})*\\}";

    private static final Pattern PARAMETER =
            Pattern.compile(NAMES + "\\s*=\\s*)(" + BRACED + "|\"[^\"]*\"|'[^']*'|[^&;\\s\"')]+)");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/:@\\s]*:)([^/\\s]+)(?=@)");
    private static final Pattern ORACLE =
            Pattern.compile("(jdbc:oracle:\\w+:[^/@\\s]+/)(\"[^\"]*\"|[^@\\s]+)(?=@)");

    /** In a URL nothing but its own separators ends a value. */
    private static final Pattern URL_PARAMETER =
            Pattern.compile(NAMES + "=)(" + BRACED + "|[^&;]+)");

    private static final Pattern URL_USER_INFO = Pattern.compile("(//[^/:@\\s]*:)(.+)(?=@)");
    private static final List<Pattern> IN_A_URL =
            List.of(URL_PARAMETER, URL_USER_INFO, PARAMETER, USER_INFO, ORACLE);
    private static final List<Pattern> PLACES = List.of(PARAMETER, USER_INFO, ORACLE);
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-F]{2}");

    private final List<Pattern> known;

    /** Creates a mask for a password, and for those that stand in a URL. */
    Secrets(String password, String url) {
        List<String> secrets = new ArrayList<>(passwordsIn(url));
        secrets.add(password);
        known =
                secrets.stream()
                        .flatMap(Secrets::spellings)
                        .filter(spelling -> !spelling.isEmpty())
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Secrets::pattern)
                        .toList();
    }

    String mask(String text) {
        String masked = text;
        for (Pattern secret : known) {
            masked = secret.matcher(masked).replaceAll(SHOWN);
        }
        for (Pattern place : PLACES) {
            masked =
                    place.matcher(masked)
                            .replaceAll(found -> Matcher.quoteReplacement(found.group(1)) + SHOWN);
        }
        return masked;
    }

    private static List<String> passwordsIn(String url) {
        return IN_A_URL.stream()
                .flatMap(place -> place.matcher(url).results())
                .map(Secrets::unquoted)
                .toList();
    }

    private static String unquoted(MatchResult found) {
        String value = found.group(2);
        if (value.length() < 2) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        return switch (value.charAt(0)) {
            case '"', '\'' -> inner;
            case '{' -> inner.replace("}}", "}");
            default -> value;
        };
    }

    private static Stream<String> spellings(String secret) {
        return Stream.of(secret, decoded(secret))
                .flatMap(plain -> Stream.of(plain, URLEncoder.encode(plain, UTF_8)))
                .flatMap(spelling -> Stream.of(spelling, spelling.replace("+", "%20")))
                .flatMap(spelling -> Stream.of(spelling, inLowerCase(spelling)));
    }

    private static String decoded(String secret) {
        try {
            return URLDecoder.decode(secret, UTF_8);
        } catch (IllegalArgumentException _) {
            return secret; // a percent sign of its own
        }
    }

    private static String inLowerCase(String spelling) {
        return ENCODED.matcher(spelling)
                .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }

    private static Pattern pattern(String secret) {
        String quoted = Pattern.quote(secret);
        return Pattern.compile(
                secret.length() < SHORTEST_PART
                        ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])"
                        : quoted);
    }
}
