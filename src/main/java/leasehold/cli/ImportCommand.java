package leasehold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import leasehold.history.HistoryPlace;
import leasehold.history.Import;
import leasehold.session.Subscription;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Takes what was exported into a record. */
final class ImportCommand implements Callable<Integer> {

    private static final String NAME = "import";

    private final CommandSpec spec;
    private final Interrupts interrupts;
    private final Streams streams;
    private final Texts texts;

    ImportCommand(Streams streams, Interrupts interrupts, Texts texts) {
        this.interrupts = interrupts;
        this.streams = streams;
        this.texts = texts;
        spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
        spec.usageMessage().description(texts.help("import.description"));
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .required(true)
                        .type(String.class)
                        .paramLabel("<file>")
                        .description(texts.help("import.from"))
                        .build());
        RecordOptions.describeTarget(spec, texts);
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        ParseResult said = spec.commandLine().getParseResult();
        Path file = Refusals.refusing(spec, () -> file(said)).toAbsolutePath();
        Path record = RecordOptions.named(spec).orElseGet(HistoryPlace::standard).toAbsolutePath();
        Import.Result result;
        try (Subscription _ = interrupts.during(Thread.currentThread()::interrupt);
                CountLine progress = new CountLine(streams, texts)) {
            result = new Import(record).read(file, progress);
        } catch (InterruptedException e) {
            throw Refusals.interrupted(texts, e);
        }
        String done =
                result.runs() == 0
                        ? texts.get("import.nothing", result.known(), file, record)
                        : texts.get(
                                "import.done",
                                result.runs(),
                                result.entries(),
                                record,
                                result.known());
        streams.out().println(done);
        return Exit.DONE;
    }

    private static Path file(ParseResult said) {
        return Options.path("file", said.matchedPositionalValue(0, ""));
    }
}
