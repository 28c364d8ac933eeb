package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leasehold.session.Subscription;
import leasehold.simulation.CommandLine;
import leasehold.simulation.Preset;
import leasehold.simulation.Reading;
import leasehold.simulation.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the window copies as a command says here the same as there. */
class CopiedCommandTest {

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyPresetIsReadBack(Preset preset) {
        assertThat(read(CommandLine.of(preset.scenario()))).isEqualTo(preset.scenario());
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyPresetHasAWordHere(Preset preset) {
        String command = "leasehold simulate --preset=" + ScenarioOptions.word(preset);
        assertThat(read(command)).isEqualTo(preset.scenario());
    }

    @ParameterizedTest
    @MethodSource("odd")
    void everyKindOfScenarioIsReadBack(Scenario scenario) {
        assertThat(read(CommandLine.of(scenario))).isEqualTo(scenario);
    }

    static List<Scenario> odd() {
        return Stream.of(
                        Map.of("arrivals", "poisson", "rate", "0.25", "stop", "time"),
                        Map.of("arrivals", "burst", "every", "1500ms", "hold", "never"),
                        Map.of("arrivals", "ramp", "rateFrom", "1", "hold", "log-normal"),
                        Map.of("leaks", "0.1", "openJitter", "5ms", "failsLockedOut", "1"),
                        Map.of("stop", "leases", "stopLeases", "7", "seed", "1000000000000"))
                .map(Reading::scenario)
                .toList();
    }

    private static Scenario read(String copied) {
        String[] words = copied.split(" ", -1);
        assertThat(words[0]).isEqualTo("leasehold");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Commands commands =
                new Commands(new Streams(nowhere, nowhere, false), _ -> Subscription.NONE);
        return ScenarioOptions.scenario(
                commands.line()
                        .parseArgs(Stream.of(words).skip(1).toArray(String[]::new))
                        .subcommand());
    }
}
