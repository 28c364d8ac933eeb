package leasehold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import leasehold.history.HistoryPlace;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which record is read, and what of it. */
final class RecordOptions {

    /** Names a controller of a record. */
    static final String CONTROLLER = "--controller";

    /** Names a record. */
    static final String RECORD = "--record";

    private RecordOptions() {}

    static void describe(CommandSpec spec, Texts texts) {
        Path standard = HistoryPlace.standard();
        spec.addOption(Options.one(RECORD, "file", texts.get("record.file", standard)));
    }

    static void describeController(CommandSpec spec, Texts texts) {
        spec.addOption(Options.one(CONTROLLER, "name", texts.get("record.controller")));
    }

    static void describeNew(CommandSpec spec, Texts texts) {
        spec.addOption(Options.one(RECORD, "file", texts.get("record.new")));
    }

    static void describeTarget(CommandSpec spec, Texts texts) {
        Path standard = HistoryPlace.standard();
        spec.addOption(Options.one(RECORD, "file", texts.get("record.target", standard)));
    }

    /**
     * Returns the record that is named.
     *
     * @throws picocli.CommandLine.ParameterException if a file cannot have that name
     */
    static Optional<Path> named(CommandSpec spec) {
        ParseResult said = spec.commandLine().getParseResult();
        return Refusals.refusing(
                spec, () -> Options.value(said, RECORD).map(name -> Options.path(RECORD, name)));
    }

    /** Opens the record that is meant. */
    static HistoryReader open(CommandSpec spec) throws IOException {
        return HistoryReader.open(named(spec).orElseGet(HistoryPlace::standard));
    }

    /**
     * Returns the runs of the controller that is meant, oldest first.
     *
     * @throws picocli.CommandLine.ParameterException if it is not known which is
     * @throws IOException if the record has none, or cannot be read
     */
    static List<Run> runs(CommandSpec spec, HistoryReader reader) throws IOException {
        ParseResult said = spec.commandLine().getParseResult();
        List<Run> runs = reader.runs();
        if (runs.isEmpty()) {
            throw new IOException(
                    "%s has no runs: nothing was ever recorded in it.".formatted(reader.file()));
        }
        return Refusals.refusing(spec, () -> chosen(said, runs));
    }

    /**
     * Returns the controller that is meant; empty for all of them.
     *
     * @throws picocli.CommandLine.ParameterException if the record has none of that name
     */
    static Optional<String> controller(CommandSpec spec, HistoryReader reader) throws IOException {
        Optional<String> named = Options.value(spec.commandLine().getParseResult(), CONTROLLER);
        return named.isEmpty() ? named : Optional.of(runs(spec, reader).getFirst().controller());
    }

    private static List<Run> chosen(ParseResult said, List<Run> runs) {
        List<String> names = runs.stream().map(Run::controller).distinct().sorted().toList();
        Optional<String> named = Options.value(said, CONTROLLER);
        if (named.isEmpty() && names.size() != 1) {
            throw new IllegalArgumentException(
                    "%s is not given; allowed is one of %s".formatted(CONTROLLER, names));
        }
        String name = named.orElseGet(names::getFirst);
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed is one of %s".formatted(CONTROLLER, name, names));
        }
        return runs.stream().filter(run -> run.controller().equals(name)).toList();
    }
}
