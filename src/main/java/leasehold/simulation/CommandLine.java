package leasehold.simulation;

import java.util.Map;
import java.util.stream.Collectors;
import leasehold.backend.Setting;

/**
 * Scenarios as a command: an option {@code --name=value} for every setting of the {@link
 * Vocabulary} that has not its default. No value needs quotes.
 */
public final class CommandLine {

    private static final String COMMAND = "leasehold simulate";

    private CommandLine() {}

    /** Returns the command that runs a scenario. */
    public static String of(Scenario scenario) {
        Map<String, String> defaults =
                Vocabulary.settings().stream()
                        .collect(Collectors.toMap(Setting::name, Setting::initial));
        return Spelling.used(scenario).entrySet().stream()
                .filter(said -> !said.getValue().equals(defaults.get(said.getKey())))
                .map(said -> " --%s=%s".formatted(said.getKey(), said.getValue()))
                .collect(Collectors.joining("", COMMAND, ""));
    }
}
