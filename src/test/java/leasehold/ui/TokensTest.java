package leasehold.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours are tokens in one file; light and dark differ in nothing else. */
class TokensTest {

    private static final Pattern USED = Pattern.compile("-lh-[a-z-]+");

    @Test
    void lightAndDarkHaveTheSameTokens() throws IOException {
        Set<String> light = Sheets.house("light").keySet();
        assertThat(light).hasSizeGreaterThan(10).isEqualTo(Sheets.house("dark").keySet());
    }

    @Test
    void onlyTheTokensNameColours() throws IOException {
        Map<Path, String> sheets = Sheets.withoutColours();
        assertThat(sheets).hasSizeGreaterThanOrEqualTo(3);
        sheets.forEach(
                (file, sheet) ->
                        assertThat(sheet)
                                .as(file.toString())
                                .doesNotContainPattern(
                                        "#\\p{XDigit}{3,8}\\b|\\b(?:rgb|hsb|hsl)a?\\("));
    }

    @Test
    void everyTokenIsUsedAndEveryUsedOneExists() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String sheet : Sheets.withoutColours().values()) {
            USED.matcher(sheet).results().map(MatchResult::group).forEach(used::add);
        }
        assertThat(used).isEqualTo(new TreeSet<>(Sheets.house("light").keySet()));
    }

    @Test
    void noTextIsInTheSubtleColour() throws IOException {
        assertThat(Sheets.withoutColours().values())
                .allSatisfy(sheet -> assertThat(sheet).doesNotContain("-color-fg-subtle"));
    }
}
