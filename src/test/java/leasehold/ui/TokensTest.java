package leasehold.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every colour of a state can be read on every ground on which it stands. */
class TokensTest {

    private static final Pattern TOKEN = Pattern.compile("-lh-([a-z-]+): #(\\p{XDigit}{6});");
    private static final double TEXT = 4.5;
    private static final double ICON = 3.0;
    private static final List<String> STATES =
            List.of("open", "busy", "linger", "closed", "fail", "warn", "revoked");

    @ParameterizedTest
    @CsvSource({"light, ffffff, f6f8fa", "dark, 0d1117, 161b22"})
    void statesAreReadableOnTheThemesGrounds(String look, String ground, String subtle)
            throws IOException {
        Map<String, String> tokens = tokens(look);
        for (String state : STATES) {
            for (String under : List.of(ground, subtle)) {
                assertThat(contrast(tokens.get(state), under))
                        .as("%s on %s, %s", state, under, look)
                        .isGreaterThanOrEqualTo(TEXT);
            }
            // On rows only the icon has the hue; the word keeps the colour of text.
            for (String under : List.of("selected", "selected-idle", "hover")) {
                assertThat(contrast(tokens.get(state), tokens.get(under)))
                        .as("%s on %s, %s", state, under, look)
                        .isGreaterThanOrEqualTo(ICON);
            }
        }
        assertThat(contrast(tokens.get("warn"), tokens.get("warn-bg"))).isGreaterThan(TEXT);
        assertThat(contrast(tokens.get("fail"), tokens.get("fail-bg"))).isGreaterThan(TEXT);
        assertThat(contrast(tokens.get("linger"), tokens.get("sim-bg"))).isGreaterThan(TEXT);
    }

    @Test
    void lightAndDarkHaveTheSameTokens() throws IOException {
        assertThat(tokens("light").keySet()).isEqualTo(tokens("dark").keySet());
    }

    @Test
    void onlyTheTokensNameColours() throws IOException {
        for (String sheet : List.of("leasehold.css", "tables.css")) {
            assertThat(Files.readString(folder().resolve(sheet)))
                    .as(sheet)
                    .doesNotContainPattern("#\\p{XDigit}{3,8}\\b|rgba?\\(");
        }
    }

    private static Map<String, String> tokens(String look) throws IOException {
        String all = Files.readString(folder().resolve("tokens.css"));
        int dark = all.indexOf(".lh:dark");
        String part = look.equals("dark") ? all.substring(dark) : all.substring(0, dark);
        Map<String, String> tokens = new TreeMap<>();
        TOKEN.matcher(part).results().forEach(m -> tokens.put(m.group(1), m.group(2)));
        return tokens;
    }

    private static Path folder() {
        return Path.of("resources", "leasehold", "ui");
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
