package leasehold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import leasehold.session.Subscription;
import leasehold.simulation.Limit;
import leasehold.simulation.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs a scenario, or replays a recording, and tells what came of it. */
final class SimulateCommand implements Callable<Integer> {

    private static final String NAME = "simulate";
    private static final String REPORT = "--report";
    private static final String FAIL_IF = "--fail-if";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
    private final BackendOptions backends = new BackendOptions(System::getenv);
    private final Streams streams;
    private final Interrupts interrupts;
    private final Texts texts;

    /**
     * What is to be done.
     *
     * @param scenario what the clients do, or what goes wrong with those of a recording
     * @param report the file to write a report to, if any
     */
    private record Order(
            Scenario scenario,
            Server server,
            List<Threshold> thresholds,
            Optional<Path> report,
            boolean json) {

        /** Tells whether the report is to be one of what was recorded. */
        boolean html() {
            return report.filter(file -> Exports.isHtml(file.toString())).isPresent();
        }
    }

    SimulateCommand(Streams streams, Interrupts interrupts, Texts texts) {
        this.streams = streams;
        this.interrupts = interrupts;
        this.texts = texts;
        spec.usageMessage()
                .description(texts.help("simulate.description"))
                .footer(texts.get("simulate.footer", Quantity.words()));
        BackendOptions.describe(spec, texts);
        spec.addOption(Options.one(REPORT, "file", texts.get("simulate.report")));
        RecordOptions.describeNew(spec, texts);
        spec.addOption(Options.many(FAIL_IF, "threshold", texts.get("simulate.failIf")));
        spec.addOption(Options.flag(Options.JSON, texts.get("json")));
        ReplayOptions.describe(spec, texts);
        ScenarioOptions.describe(spec, texts);
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ParseResult said = spec.commandLine().getParseResult();
        Order order = Refusals.refusing(spec, () -> order(said));
        Work work = ReplayOptions.work(spec, order.scenario());
        try (Evidence evidence = Evidence.of(RecordOptions.named(spec), order.html())) {
            return run(order, work, evidence);
        }
    }

    /** An interrupted run is told of, too: it counts as one until then. */
    private int run(Order order, Work work, Evidence evidence)
            throws IOException, InterruptedException {
        try (Simulation simulation =
                        new Simulation(order.server(), work.load().seed(), evidence.store());
                Subscription _ = interrupts.during(simulation::stop)) {
            if (work.load() instanceof Scenario endless && endless.limit() instanceof Limit.Never) {
                streams.err().println(texts.get("simulate.endless"));
            }
            Outcome outcome = simulation.run(work.load(), progress(order));
            return tell(order, work, outcome, evidence);
        }
    }

    private Order order(ParseResult said) {
        ReplayOptions.check(said);
        Scenario scenario = ScenarioOptions.scenario(said);
        Server server = backends.server(said);
        Map<String, String> faults = scenario.faults().server();
        if (!faults.isEmpty() && !server.obeys()) {
            throw new IllegalArgumentException(
                    "backend is '%s', which takes no faults; allowed with %s is simulated"
                            .formatted(
                                    server.id(),
                                    String.join(", ", faults.keySet().stream().sorted().toList())));
        }
        return new Order(
                scenario,
                server,
                Options.values(said, FAIL_IF).stream().map(Threshold::of).toList(),
                Options.value(said, REPORT).map(name -> report(said, name)),
                said.hasMatchedOption(Options.JSON));
    }

    private static Path report(ParseResult said, String name) {
        Path file = Exports.writable(REPORT, name);
        Exports.others(
                REPORT,
                file,
                said,
                List.of(RecordOptions.RECORD, ReplayOptions.RECORDING, ScenarioOptions.FILE));
        return file;
    }

    private Progress progress(Order order) {
        if (order.json()) {
            return Progress.SILENT;
        }
        return streams.terminal()
                ? new Progress.Bar(streams.err(), texts)
                : new Progress.Lines(streams.err(), texts);
    }

    private int tell(Order order, Work work, Outcome outcome, Evidence evidence)
            throws IOException, InterruptedException {
        List<Threshold> crossed =
                order.thresholds().stream()
                        .filter(threshold -> threshold.isCrossed(outcome))
                        .toList();
        Report report = new Report(order.server().id(), work, outcome, crossed);
        Report.Form form = order.json() ? Report.Form.JSON : Report.Form.TEXT;
        streams.out().println(report.in(form, texts));
        for (Threshold threshold : crossed) {
            long value = outcome.of(threshold.quantity());
            streams.err().println(texts.get("simulate.crossed", threshold.text(), value + ""));
        }
        if (order.html()) {
            evidence.report(order.report().orElseThrow(), streams, texts);
        } else if (order.report().isPresent()) {
            save(order.report().get(), report);
        }
        if (!outcome.balanced()) {
            throw new IllegalStateException(texts.get("simulate.unbalanced"));
        }
        return crossed.isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private void save(Path file, Report report) throws IOException {
        Report.Form form = Report.Form.ofFile(file.toString());
        try {
            Files.writeString(file, report.in(form, texts) + System.lineSeparator());
        } catch (IOException e) {
            throw new IOException(
                    "report '%s' cannot be written: %s".formatted(file, Sentence.why(e)), e);
        }
    }
}
