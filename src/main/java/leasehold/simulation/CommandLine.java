package leasehold.simulation;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import leasehold.backend.Setting;

/**
 * Scenarios and replays as a command: an option {@code --name=value} for every setting of the
 * {@link Vocabulary} that has not its default; none of these needs quotes.
 */
public final class CommandLine {

    private static final String COMMAND = "leasehold simulate";

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@+-]+");

    private CommandLine() {}

    /** Returns the command that runs a scenario. */
    public static String of(Scenario scenario) {
        return COMMAND + said(Spelling.used(scenario));
    }

    /**
     * Returns the command that replays a run of a recording. Where a name or a path needs quotes,
     * they are those of a POSIX shell.
     */
    public static String of(Path recording, String controller, long run, Replay replay) {
        return COMMAND
                + " --recording=%s --controller=%s --run=%d"
                        .formatted(quoted(recording.toString()), quoted(controller), run)
                + (replay.speed() == Replay.SLOWEST ? "" : " --speed=" + Texts.of(replay.speed()))
                + said(Spelling.chances(replay));
    }

    private static String said(Map<String, String> values) {
        Map<String, String> defaults =
                Vocabulary.settings().stream()
                        .collect(Collectors.toMap(Setting::name, Setting::initial));
        return values.entrySet().stream()
                .filter(said -> !said.getValue().equals(defaults.get(said.getKey())))
                .map(said -> " --%s=%s".formatted(said.getKey(), said.getValue()))
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
