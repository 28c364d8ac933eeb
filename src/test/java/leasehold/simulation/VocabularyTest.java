package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import leasehold.backend.InvalidSettingException;
import leasehold.simulation.Scenario.Habits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios as settings, files and commands: what is said is what is done. */
class VocabularyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Habits HABITS =
            new Habits(
                    new Span.LogNormal(SECOND.multipliedBy(30), 0.75),
                    new Span.Uniform(Duration.ofMillis(250), Duration.ofMillis(1_500)));

    @TempDir private Path folder;

    static Stream<Scenario> scenarios() {
        Stream<Scenario> made =
                Stream.of(
                                new Arrivals.Fixed(0.5),
                                new Arrivals.Poisson(12),
                                new Arrivals.Burst(7, Duration.ofNanos(1_500_000)),
                                new Arrivals.Ramp(0, 99.5, SECOND))
                        .map(
                                arrivals ->
                                        new Scenario(
                                                3,
                                                arrivals,
                                                HABITS,
                                                new Limit.Time(SECOND),
                                                42,
                                                new Faults(
                                                        Map.of("openJitter", "40ms", "loss", "1"),
                                                        0.05,
                                                        0.5)));
        Scenario endless =
                Scenario.of(1, new Span.Endless(), Span.NONE).withLimit(new Limit.Leases(5));
        Stream<Scenario> presets = Stream.of(Preset.values()).map(Preset::scenario);
        return Stream.concat(Stream.concat(made, presets), Stream.of(endless));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsSpelledIsRead(Scenario scenario) {
        assertThat(Reading.flaws(Spelling.all(scenario))).isEmpty();
        assertThat(Reading.scenario(Spelling.all(scenario))).isEqualTo(scenario);
        assertThat(Reading.scenario(Spelling.used(scenario))).isEqualTo(scenario);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsSavedIsOpened(Scenario scenario) throws IOException {
        Path file = folder.resolve("x.scenario");
        ScenarioFile.save(file, scenario);
        assertThat(ScenarioFile.open(file)).isEqualTo(scenario);
        assertThat(Files.size(file)).isLessThan(4_096);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void commandSaysTheScenario(Scenario scenario) {
        String command = CommandLine.of(scenario);
        assertThat(command).startsWith("leasehold simulate").doesNotContain("'", "\"");
        Map<String, String> options = new HashMap<>();
        command.lines()
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .filter(word -> word.startsWith("--"))
                .forEach(
                        word -> {
                            int sign = word.indexOf('=');
                            options.put(word.substring(2, sign), word.substring(sign + 1));
                        });
        assertThat(Reading.scenario(options)).isEqualTo(scenario);
    }

    @Test
    void commandNamesOnlyWhatIsNotTheDefault() {
        Scenario scenario =
                Reading.scenario(Map.of("arrivals", "poisson", "rate", "5", "openHangs", "0.05"));
        assertThat(CommandLine.of(scenario))
                .isEqualTo("leasehold simulate --arrivals=poisson --rate=5 --openHangs=0.05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clients|0|setting 'clients' is '0'; allowed is from 1 to 100000",
                "clients|many|setting 'clients' is 'many'; allowed is a whole number, from 1 to"
                        + " 100000",
                "apart|soon|setting 'apart' is 'soon'; allowed is a time such as 250ms, 5s, 2m or"
                        + " 1h, from 0 to 86400 s",
                "seed|-1|setting 'seed' is '-1'; allowed is from 0 to 1000000000000",
                "seed|''|setting 'seed' is missing: The same seed, the same run.",
                "arrivals|wave|setting 'arrivals' is 'wave'; allowed is loop, fixed, poisson,"
                        + " burst, ramp",
                "think|never|setting 'think' is 'never'; allowed is fixed, uniform, exponential,"
                        + " log-normal",
                "leaks|1.5|setting 'leaks' is '1.5'; allowed is from 0 to 1",
                "openJitter|2s|setting 'openJitter' is '2s'; allowed is up to openTakes, which is"
                        + " 400ms"
            })
    void flawNamesSettingValueAndWhatIsAllowed(String name, String value, String sentence) {
        assertThat(Reading.flaws(Map.of(name, value))).containsExactly(new Flaw(name, sentence));
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> Reading.scenario(Map.of(name, value)))
                .withMessage(sentence);
    }

    @Test
    void allFlawsAreFoundAtOnce() {
        assertThat(Reading.flaws(Map.of("clients", "0", "seed", "x", "loss", "2")))
                .extracting(Flaw::setting)
                .containsExactly("clients", "seed", "loss");
        assertThat(Reading.flaws(Map.of("failsQuota", "0.7", "failsUnknown", "0.7")))
                .extracting(Flaw::setting)
                .containsExactly("failsUnknown", "failsQuota");
        assertThat(Reading.flaws(Map.of("speed", "9")))
                .extracting(Flaw::setting)
                .containsExactly("speed");
    }

    @Test
    void boundsOfAUniformSpanAreInOrder() {
        Map<String, String> values =
                Map.of("hold", "uniform", "holdTime", "5s", "holdMost", "2s", "thinkMost", "1ms");
        assertThat(Reading.flaws(values))
                .containsExactly(
                        new Flaw(
                                "holdMost",
                                "setting 'holdMost' is '2s'; allowed is from holdTime, which is"
                                        + " 5s"));
    }

    @Test
    void whatTheChosenKindDoesNotUseMayBeAnything() {
        assertThat(Reading.flaws(Map.of("rate", "x"))).isEmpty();
        assertThat(Reading.scenario(Map.of("rate", "x")).arrivals())
                .isInstanceOf(Arrivals.Loop.class);
        assertThat(Reading.flaws(Map.of("arrivals", "poisson", "rate", "x"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is no scenario: it does not begin with 'leasehold.scenario = 1'",
                "clients = 3|line 1 is 'clients = 3'; allowed is leasehold.scenario = 1",
                "leasehold.scenario = 2|leasehold.scenario is '2'; allowed is 1",
                "leasehold.scenario = 1;clients|line 2 is 'clients'; allowed is 'name = value', or"
                        + " a comment after #",
                "leasehold.scenario = 1;seed = 1;seed = 2|line 3 is 'seed = 2'; allowed is each"
                        + " name once",
                "leasehold.scenario = 1;clients = 0|setting 'clients' is '0'; allowed is from 1 to"
                        + " 100000"
            })
    void malformedFileIsRefusedWithASentence(String text, String sentence) throws IOException {
        Path file = folder.resolve("bad.scenario");
        Files.writeString(file, text.replace(';', '\n'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioFile.open(file))
                .withMessage(sentence);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void deviceThatNeverEndsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioFile.open(Path.of("/dev/zero")))
                .withMessage("its size is '65537'; allowed is up to 65536 bytes");
    }

    @Test
    void fileThatIsNoTextOrFarTooLongIsRefused() throws IOException {
        Path file = folder.resolve("bad.scenario");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioFile.open(file))
                .withMessage("it is not text; allowed is UTF-8");
        Files.write(file, new byte[70_000]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioFile.open(file))
                .withMessage("its size is '70000'; allowed is up to 65536 bytes");
    }
}
