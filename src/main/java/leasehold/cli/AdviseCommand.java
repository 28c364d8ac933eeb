package leasehold.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import leasehold.backend.Setting;
import leasehold.backend.Settings;
import leasehold.history.HistoryReader;
import leasehold.history.LeaseSearch;
import leasehold.history.Run;
import leasehold.monitor.LingerAdvisor;
import leasehold.monitor.LingerAdvisor.Outcome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Tells what another linger would have meant for the clients of the last run. */
final class AdviseCommand implements Callable<Integer> {

    private static final String NAME = "advise";
    private static final String LINGER = "--linger";
    private static final Setting TIME = Setting.duration("linger", "0s", 0, 86_400, "");

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
    private final Streams streams;
    private final Texts texts;

    AdviseCommand(Streams streams, Texts texts) {
        this.streams = streams;
        this.texts = texts;
        spec.usageMessage().description(texts.help("advise.description"));
        spec.addOption(Options.many(LINGER, "time", texts.get("advise.linger")));
        RecordOptions.describe(spec, texts);
        RecordOptions.describeController(spec, texts);
        spec.addOption(Options.flag(Options.JSON, texts.get("json")));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        ParseResult said = spec.commandLine().getParseResult();
        List<Duration> lingers = Refusals.refusing(spec, () -> lingers(said));
        try (HistoryReader reader = RecordOptions.open(said)) {
            Run run = RecordOptions.runs(spec, reader).getLast();
            LeaseSearch leases = new LeaseSearch(reader);
            LingerAdvisor advisor =
                    LingerAdvisor.of(leases.spans(run), leases.opening(run), leases.closing(run));
            if (advisor.size() == 0) {
                throw new IllegalStateException(texts.get("advise.nothing", run.controller()));
            }
            List<Outcome> outcomes = lingers.stream().map(advisor::under).toList();
            streams.out()
                    .println(
                            said.hasMatchedOption(Options.JSON)
                                    ? Json.of(outcomes.stream().map(AdviseCommand::facts).toList())
                                    : text(outcomes, advisor.under(Duration.ZERO)));
        }
        return Exit.DONE;
    }

    private static List<Duration> lingers(ParseResult said) {
        List<Duration> given =
                Options.values(said, LINGER).stream().map(AdviseCommand::linger).toList();
        return given.isEmpty() ? LingerAdvisor.LINGERS : given;
    }

    private static Duration linger(String text) {
        return Settings.of(List.of(TIME), Map.of(TIME.name(), text)).duration(TIME.name());
    }

    private String text(List<Outcome> outcomes, Outcome without) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("advise.head"));
        outcomes.stream().map(AdviseCommand::line).forEach(lines::add);
        Outcome told = outcomes.size() == 1 ? outcomes.getFirst() : best(outcomes);
        lines.add(
                texts.get(
                        "advise.sentence",
                        seconds(told.linger()) + " s",
                        told.opens(),
                        without.opens(),
                        seconds(told.openTime()),
                        seconds(without.openTime())));
        return String.join(System.lineSeparator(), lines);
    }

    /** The shortest linger that opens at most half as often as the shortest of all. */
    private static Outcome best(List<Outcome> outcomes) {
        long most = outcomes.getFirst().opens();
        return outcomes.stream()
                .filter(outcome -> outcome.opens() * 2 <= most)
                .findFirst()
                .orElse(outcomes.getFirst());
    }

    private static String line(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%4s s %8d %9s %12s",
                seconds(outcome.linger()),
                outcome.opens(),
                seconds(outcome.openTime()),
                seconds(outcome.waiting()));
    }

    private static SequencedMap<String, Object> facts(Outcome outcome) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("lingerMillis", outcome.linger().toMillis());
        facts.put("opens", outcome.opens());
        facts.put("openMillis", outcome.openTime().toMillis());
        facts.put("waitingMillis", outcome.waiting().toMillis());
        return facts;
    }

    private static String seconds(Duration time) {
        long millis = time.toMillis();
        return millis % 1_000 == 0 || millis > 100_000
                ? Long.toString(millis / 1_000)
                : String.format(Locale.ROOT, "%.1f", millis / 1e3);
    }
}
