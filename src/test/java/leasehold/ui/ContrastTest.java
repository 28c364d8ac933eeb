package leasehold.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text and icon can be read on every ground on which it stands. */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double ICON = 3.0;
    private static final Pattern OF_TEXT =
            Pattern.compile("-fx-(?:text-fill|prompt-text-fill):\\s*(-(?:lh|color)[a-z-]+)");
    private static final Pattern OF_ICONS =
            Pattern.compile("-fx-(?:icon-color|fill|stroke):\\s*(-(?:lh|color)[a-z-]+)");

    /** What a ground is made of, from the bottom. */
    private static final Map<String, List<String>> GROUNDS =
            Map.ofEntries(
                    Map.entry("page", List.of("-color-bg-default")),
                    Map.entry("dialog", List.of("-color-bg-overlay")),
                    Map.entry("bar", List.of("-color-bg-subtle")),
                    Map.entry("strip", List.of("-lh-sim-bg")),
                    Map.entry("accent", List.of("-color-accent-emphasis")),
                    Map.entry("hover", List.of("-lh-hover")),
                    Map.entry("selected", List.of("-lh-selected")),
                    Map.entry("idle", List.of("-lh-selected-idle")),
                    Map.entry("badge", List.of("-color-bg-default", "-color-neutral-muted")),
                    Map.entry("tile", List.of("-color-bg-subtle", "-color-neutral-muted")),
                    Map.entry("chip", List.of("-lh-warn-bg")),
                    Map.entry("alarm", List.of("-lh-fail-bg")));

    private static final Map<String, String> TEXTS =
            Map.of(
                    "-color-fg-default", "page dialog bar strip hover selected idle badge tile",
                    "-color-fg-muted", "page dialog bar strip hover",
                    "-color-accent-fg", "page dialog bar hover",
                    "-color-fg-emphasis", "accent",
                    "-lh-open", "page bar",
                    "-lh-busy", "page bar tile",
                    "-lh-linger", "page bar strip",
                    "-lh-closed", "page bar",
                    "-lh-fail", "page dialog bar tile alarm",
                    "-lh-warn", "page bar tile strip hover selected idle chip");

    private static final String ROWS = "page hover selected idle";
    private static final Map<String, String> ICONS =
            Map.of(
                    "-color-accent-fg", "dialog hover",
                    "-color-fg-muted", ROWS + " dialog bar strip",
                    "-color-fg-emphasis", "accent",
                    "-lh-open", ROWS + " bar",
                    "-lh-busy", ROWS + " bar",
                    "-lh-linger", ROWS + " bar strip",
                    "-lh-closed", ROWS + " bar",
                    "-lh-fail", ROWS + " bar",
                    "-lh-warn", ROWS + " bar",
                    "-lh-revoked", ROWS + " bar");

    /** Says nothing by itself: the ground under a line, and the line that it stands on. */
    private static final Set<String> DECORATION = Set.of("-lh-spark", "-color-border-default");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextCanBeReadOnItsGrounds(String look) throws IOException {
        check(Sheets.all(look), TEXTS, TEXT, look);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyIconCanBeToldFromItsGrounds(String look) throws IOException {
        check(Sheets.all(look), ICONS, ICON, look);
    }

    @Test
    void everyColourOfTheSheetsIsLookedAt() throws IOException {
        Set<String> texts = used(OF_TEXT);
        assertThat(texts).hasSizeGreaterThan(8);
        // The hue of a revoked lease is its icon's alone; its class sets both.
        texts.remove("-lh-revoked");
        assertThat(TEXTS.keySet()).containsAll(texts);
        Set<String> icons = used(OF_ICONS);
        icons.removeAll(DECORATION);
        assertThat(icons).hasSizeGreaterThan(8);
        assertThat(ICONS.keySet()).containsAll(icons);
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Colour.of("#000000").contrast(Colour.of("#ffffff"))).isEqualTo(21);
        Colour half = Colour.of("rgba(0, 0, 0, 0.5)").over(Colour.of("#ffffff"));
        assertThat(half).isEqualTo(Colour.of("rgb(127.5, 127.5, 127.5)"));
    }

    private static void check(
            Map<String, String> colours, Map<String, String> pairs, double least, String look) {
        pairs.forEach(
                (token, grounds) -> {
                    for (String ground : grounds.split(" ")) {
                        Colour under = ground(colours, ground);
                        assertThat(Colour.of(colours.get(token)).contrast(under))
                                .as("%s on %s, %s", token, ground, look)
                                .isGreaterThanOrEqualTo(least);
                    }
                });
    }

    private static Colour ground(Map<String, String> colours, String name) {
        return GROUNDS.get(name).stream()
                .map(colours::get)
                .map(Colour::of)
                .reduce((below, above) -> above.over(below))
                .orElseThrow();
    }

    private static Set<String> used(Pattern pattern) throws IOException {
        return Sheets.withoutColours().values().stream()
                .flatMap(sheet -> pattern.matcher(sheet).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
