package leasehold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.ExportRange;
import leasehold.history.HistoryReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Writes a record to a file for other programs. */
final class ExportCommand extends RecordCommand<ExportCommand.Order> {

    private static final String NAME = "export";
    private static final String FILE = "file";
    private static final String FORM = "--form";
    private static final String FROM = "--from";
    private static final String UNTIL = "--until";
    private static final String HIDE = "--hide-names";

    /** The words for the forms, and the endings of their files. */
    private static final SequencedMap<String, ExportFormat> FORMS = forms();

    private static final SequencedMap<String, ExportFormat> ENDINGS = endings();

    /** What is to be done. */
    record Order(Path file, ExportOrder what) {}

    ExportCommand(Streams streams, Interrupts interrupts, Texts texts) {
        super(NAME, texts.help("export.description"), streams, interrupts, texts);
        CommandSpec spec = spec();
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .required(true)
                        .type(String.class)
                        .paramLabel("<file>")
                        .description(texts.help("export.to"))
                        .build());
        String forms = String.join(", ", FORMS.keySet());
        spec.addOption(Options.one(FORM, "form", texts.get("export.form", forms)));
        spec.addOption(Options.one(FROM, "time", texts.get("export.from")));
        spec.addOption(Options.one(UNTIL, "time", texts.get("export.until")));
        spec.addOption(Options.flag(HIDE, texts.get("export.hide")));
    }

    @Override
    Order order(ParseResult said) {
        String name = said.matchedPositionalValue(0, "");
        ExportFormat format =
                Options.value(said, FORM).map(ExportCommand::form).orElseGet(() -> ofEnding(name));
        ExportOrder what =
                ExportOrder.of(format)
                        .within(new ExportRange(time(said, FROM), time(said, UNTIL)))
                        .hiding(said.hasMatchedOption(HIDE));
        return new Order(Options.path(FILE, name).toAbsolutePath(), what);
    }

    @Override
    void answer(HistoryReader reader, Order order) throws IOException, InterruptedException {
        Optional<String> controller = RecordOptions.controller(spec(), reader);
        ExportOrder what = controller.map(order.what()::ofController).orElse(order.what());
        long count = Exports.write(reader, what, order.file(), streams(), texts());
        String done =
                what.format() == ExportFormat.HTML
                        ? texts().get("export.report", count, order.file())
                        : texts().get("export.done", count, order.file());
        streams().out().println(done);
    }

    private static ExportFormat form(String word) {
        return Optional.ofNullable(FORMS.get(word))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is '%s'; allowed is one of %s"
                                                .formatted(FORM, word, FORMS.sequencedKeySet())));
    }

    private static ExportFormat ofEnding(String name) {
        return ENDINGS.entrySet().stream()
                .filter(ending -> name.toLowerCase(Locale.ROOT).endsWith(ending.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "file is '%s', whose ending says no form; allowed is one of %s"
                                                        .formatted(name, ENDINGS.sequencedKeySet())
                                                + ", or another with "
                                                + FORM));
    }

    private static Optional<Instant> time(ParseResult said, String option) {
        return Options.value(said, option).map(text -> Options.instant(option, text));
    }

    private static SequencedMap<String, ExportFormat> endings() {
        SequencedMap<String, ExportFormat> endings = new LinkedHashMap<>();
        endings.put(".csv", ExportFormat.CSV);
        endings.put(".jsonl", ExportFormat.JSON_LINES);
        endings.put(".html", ExportFormat.HTML);
        endings.put(".sqlite", ExportFormat.RECORDING);
        return endings;
    }

    private static SequencedMap<String, ExportFormat> forms() {
        SequencedMap<String, ExportFormat> forms = new LinkedHashMap<>();
        forms.put("csv", ExportFormat.CSV);
        forms.put("json-lines", ExportFormat.JSON_LINES);
        forms.put("html", ExportFormat.HTML);
        forms.put("recording", ExportFormat.RECORDING);
        return forms;
    }
}
