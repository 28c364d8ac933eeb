package leasehold.monitor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.backend.FailureCategory;
import leasehold.history.Entry;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Stage;
import leasehold.session.CloseReason;
import org.junit.jupiter.api.Test;

/** The words, colours and scales of a report. */
class ReportPartsTest {

    private static final Path RESOURCES = Path.of("resources", "leasehold");
    private static final Path CODE =
            Path.of("src", "main", "java", "leasehold", "monitor", "report");
    private static final Pattern KEY = Pattern.compile("\">?([a-z]+(?:\\.[a-zA-Z]+)?)\"");
    private static final Pattern WINDOW = Pattern.compile("-lh-([a-z-]+): (#[0-9A-F]{6})");
    private static final Pattern REPORT = Pattern.compile("--([a-z-]+): (#[0-9A-F]{6});");

    private final ResourceBundle words =
            ResourceBundle.getBundle(
                    "leasehold.monitor.report.texts", Locale.ENGLISH, HtmlReport.class.getModule());

    @Test
    void everyTextIsUsedAndEveryUsedOneExists() throws IOException {
        Set<String> asked =
                KEY.matcher(code()).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
        Set<String> plain = new TreeSet<>(words.keySet());
        plain.removeAll(ofConstants());
        assertThat(asked).containsAll(plain);
        assertThat(words.keySet()).containsAll(ofConstants());
        assertThat(words.keySet())
                .containsAll(
                        asked.stream()
                                .filter(
                                        key ->
                                                key.contains(".")
                                                        && !key.contains("report.")
                                                        && !key.contains("signs."))
                                .toList());
    }

    @Test
    void statesReasonsStagesAndCategoriesHaveTheWordsOfTheWindow() {
        ResourceBundle window =
                ResourceBundle.getBundle(
                        "leasehold.ui.texts", Locale.ENGLISH, HtmlReport.class.getModule());
        assertThat(ofConstants().stream().filter(key -> !key.startsWith("Why.")))
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        key -> assertThat(words.getString(key)).isEqualTo(window.getString(key)));
    }

    @Test
    void coloursAreTheTokensOfTheWindow() throws IOException {
        String window = Files.readString(RESOURCES.resolve("ui").resolve("tokens.css"));
        String report = Files.readString(RESOURCES.resolve("monitor/report/report.css"));
        Set<String> tokens = colours(WINDOW, window);
        assertThat(colours(REPORT, report)).hasSize(14).isSubsetOf(tokens);
        assertThat(report.substring(report.indexOf("* {")))
                .doesNotContainPattern("#\\p{XDigit}{3}");
    }

    @Test
    void scalesEndAtEvenNumbers() {
        assertThat(Stream.of(0, 1, 5, 9, 41, 4_097).map(most -> (int) Plot.even(most)))
                .containsExactly(4, 4, 8, 12, 80, 8_000);
        assertThat(Plot.evenTime(627)).isEqualTo(1_200);
        assertThat(Plot.evenTime(10 * 86_400)).isEqualTo(12 * 86_400);
    }

    @Test
    void curveKeepsTheMostOfEachPart() {
        Instant start = Instant.parse("2025-06-03T14:00:00Z");
        HeldCurve curve = new HeldCurve(start, start.plusSeconds(HeldCurve.PARTS));
        curve.add(start.plusMillis(10), 3);
        curve.add(start.plusMillis(20), 1);
        curve.add(start.plusSeconds(5), 7);
        curve.add(start.plusSeconds(4), 2);
        curve.end(start.plusSeconds(HeldCurve.PARTS));
        assertThat(curve.parts()).startsWith(3, 1, 1, 1, 1, 7, 2, 2).hasSize(HeldCurve.PARTS);
        assertThat(curve.peak()).isEqualTo(7);
        assertThat(curve.last()).isEqualTo(2);
    }

    @Test
    void curveStartsWithWhatIsHeldThenAndNotWithWhatWasBefore() {
        Instant start = Instant.parse("2025-06-03T14:00:00Z");
        HeldCurve curve = new HeldCurve(start, start.plusSeconds(HeldCurve.PARTS));
        curve.add(start.minusSeconds(20), 41);
        curve.add(start.minusSeconds(10), 3);
        curve.add(start.plusSeconds(2), 4);
        assertThat(curve.end(start.plusSeconds(3)).parts()).startsWith(3, 3, 4, 4);
        assertThat(curve.peak()).isEqualTo(4);
    }

    private static Set<String> colours(Pattern pattern, String sheet) {
        return pattern.matcher(sheet)
                .results()
                .map((MatchResult hit) -> hit.group(1) + " " + hit.group(2))
                .collect(Collectors.toSet());
    }

    private static Set<String> ofConstants() {
        return Stream.of(
                        SessionRecord.State.values(),
                        CloseReason.values(),
                        Stage.values(),
                        FailureCategory.values(),
                        Entry.Missed.Why.values())
                .flatMap(Stream::of)
                .map(word -> word.getDeclaringClass().getSimpleName() + "." + word.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.list(CODE)) {
            List<Path> all = files.toList();
            StringBuilder code = new StringBuilder();
            for (Path file : all) {
                code.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return code.toString();
        }
    }
}
