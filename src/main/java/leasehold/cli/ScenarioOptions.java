package leasehold.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.Setting;
import leasehold.simulation.Preset;
import leasehold.simulation.Reading;
import leasehold.simulation.Scenario;
import leasehold.simulation.ScenarioFile;
import leasehold.simulation.Spelling;
import leasehold.simulation.Vocabulary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that say a scenario: a preset or a file to start from, and one option for every
 * setting of the {@link Vocabulary}.
 */
final class ScenarioOptions {

    private static final String PRESET = "--preset";

    /** Names a file of a scenario. */
    static final String FILE = "--scenario";

    private static final String SECONDS = "--seconds";
    private static final String LEASES = "--leases";
    private static final String STOP = "stop";
    private static final String STOP_TIME = "stopTime";
    private static final String STOP_LEASES = "stopLeases";

    private ScenarioOptions() {}

    static void describe(CommandSpec spec, Texts texts) {
        String presets =
                Stream.of(Preset.values())
                        .map(ScenarioOptions::word)
                        .collect(Collectors.joining(", "));
        spec.addOption(Options.one(PRESET, "name", texts.get("simulate.preset", presets)));
        spec.addOption(Options.one(FILE, "file", texts.get("simulate.scenario")));
        spec.addOption(Options.one(SECONDS, "time", texts.get("simulate.seconds")));
        spec.addOption(Options.one(LEASES, "number", texts.get("simulate.leases")));
        for (Setting setting : Vocabulary.settings()) {
            spec.addOption(
                    Options.one(
                            "--" + setting.name(),
                            SettingText.label(setting, texts),
                            SettingText.of(setting, texts)));
        }
    }

    /** Returns the options that say who comes when, but not what goes wrong. */
    static List<String> ofClients() {
        return Stream.concat(
                        Stream.of(PRESET, FILE, SECONDS, LEASES),
                        Vocabulary.ofClients().stream().map(setting -> "--" + setting.name()))
                .toList();
    }

    /**
     * Returns the scenario that is said.
     *
     * @throws IllegalArgumentException if something is not allowed
     */
    static Scenario scenario(ParseResult said) {
        Map<String, String> values = start(said);
        for (Setting setting : Vocabulary.settings()) {
            Options.value(said, "--" + setting.name())
                    .ifPresent(value -> values.put(setting.name(), value));
        }
        limit(said, values);
        try {
            return Reading.scenario(values);
        } catch (InvalidSettingException e) {
            throw new IllegalArgumentException(named(e, said), e);
        }
    }

    /** Returns the word for a preset, such as {@code flaky-server}. */
    static String word(Preset preset) {
        return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> start(ParseResult said) {
        Optional<String> preset = Options.value(said, PRESET);
        Optional<String> file = Options.value(said, FILE);
        Options.atMostOne(said, List.of(PRESET, FILE));
        return preset.map(ScenarioOptions::preset)
                .or(() -> file.map(ScenarioOptions::opened))
                .map(scenario -> new HashMap<>(Spelling.used(scenario)))
                .orElseGet(HashMap::new);
    }

    private static Scenario preset(String name) {
        return Stream.of(Preset.values())
                .filter(preset -> word(preset).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name))
                .scenario();
    }

    private static IllegalArgumentException unknown(String name) {
        List<String> known = new ArrayList<>();
        Stream.of(Preset.values()).forEach(preset -> known.add(word(preset)));
        return new IllegalArgumentException(
                "%s is '%s'; allowed is %s".formatted(PRESET, name, String.join(", ", known)));
    }

    private static Scenario opened(String file) {
        try {
            return ScenarioFile.open(Options.path(FILE, file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("scenario '%s' is no file".formatted(file), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "scenario '%s' cannot be read: %s".formatted(file, Sentence.why(e)), e);
        }
    }

    private static void limit(ParseResult said, Map<String, String> values) {
        Options.atMostOne(said, List.of(SECONDS, LEASES, "--" + STOP));
        Options.value(said, SECONDS)
                .ifPresent(time -> values.putAll(Map.of(STOP, "time", STOP_TIME, time)));
        Options.value(said, LEASES)
                .ifPresent(count -> values.putAll(Map.of(STOP, "leases", STOP_LEASES, count)));
    }

    /** Names what is wrong as it was said. */
    private static String named(InvalidSettingException e, ParseResult said) {
        Map<String, String> shorts = Map.of(STOP_TIME, SECONDS, STOP_LEASES, LEASES);
        return Stream.of(shorts.getOrDefault(e.setting(), ""), "--" + e.setting())
                .filter(said::hasMatchedOption)
                .findFirst()
                .map(name -> Options.asOption(e, name))
                .orElse(String.valueOf(e.getMessage()));
    }
}
