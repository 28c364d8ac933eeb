package leasehold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import leasehold.backend.Setting;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.replay.Recording;
import leasehold.simulation.Replay;
import leasehold.simulation.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say a recording, and how it is replayed. */
final class ReplayOptions {

    /** Names a recording. */
    static final String RECORDING = "--recording";

    private static final String RUN = "--run";
    private static final String SPEED = "--speed";
    private static final Setting SPEEDS =
            new Setting(
                    "speed",
                    Setting.Type.DECIMAL,
                    "1",
                    false,
                    "",
                    List.of(),
                    Replay.SLOWEST,
                    Replay.FASTEST);

    private ReplayOptions() {}

    static void describe(CommandSpec spec, Texts texts) {
        spec.addOption(Options.one(RECORDING, "file", texts.get("simulate.recording")));
        RecordOptions.describeController(spec, texts);
        spec.addOption(Options.one(RUN, "number", texts.get("simulate.run")));
        spec.addOption(
                Options.one(
                        SPEED,
                        "number",
                        texts.get("simulate.speed", Replay.SLOWEST, Replay.FASTEST)));
    }

    /**
     * Checks that what is said fits together, recording or not.
     *
     * @throws IllegalArgumentException if it does not
     */
    static void check(ParseResult said) {
        if (said.hasMatchedOption(RECORDING)) {
            refuse(said, ScenarioOptions.ofClients(), "allowed without " + RECORDING);
            speed(said);
        } else {
            List<String> ofReplay = List.of(RecordOptions.CONTROLLER, RUN, SPEED);
            refuse(said, ofReplay, "allowed with " + RECORDING);
        }
    }

    private static void refuse(ParseResult said, List<String> names, String allowed) {
        List<String> given = names.stream().filter(said::hasMatchedOption).toList();
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s %s given; that is %s"
                            .formatted(
                                    String.join(" and ", given),
                                    given.size() == 1 ? "is" : "are",
                                    allowed));
        }
    }

    /**
     * Reads the recording that is said, if one is.
     *
     * @param chances its seed and its faults
     * @throws IOException if it cannot be read
     */
    static Work work(CommandSpec spec, Scenario chances) throws IOException {
        ParseResult said = spec.commandLine().getParseResult();
        Optional<Path> file = file(spec);
        if (file.isEmpty()) {
            return new Work.OfScenario(chances);
        }
        try (HistoryReader reader = HistoryReader.open(file.get())) {
            List<Run> runs = RecordOptions.runs(spec, reader);
            List<Run> chosen = Refusals.refusing(spec, () -> chosen(said, runs));
            Recording recording = Recording.newest(reader, chosen);
            Replay replay =
                    new Replay(recording.script(), speed(said), chances.seed(), chances.faults());
            return new Work.OfRecording(file.get(), recording, replay);
        }
    }

    private static Optional<Path> file(CommandSpec spec) {
        return Refusals.refusing(
                spec,
                () ->
                        Options.value(spec.commandLine().getParseResult(), RECORDING)
                                .map(name -> Options.path(RECORDING, name)));
    }

    private static double speed(ParseResult said) {
        String speed = Options.value(said, SPEED).orElseGet(SPEEDS::initial);
        return Options.checked(SPEED, SPEEDS, speed).decimal(SPEEDS.name());
    }

    private static List<Run> chosen(ParseResult said, List<Run> runs) {
        Optional<String> number = Options.value(said, RUN);
        if (number.isEmpty()) {
            return runs;
        }
        List<Run> chosen = runs.stream().filter(run -> number.get().equals(run.id() + "")).toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed is one of %s"
                            .formatted(RUN, number.get(), runs.stream().map(Run::id).toList()));
        }
        return chosen;
    }
}
