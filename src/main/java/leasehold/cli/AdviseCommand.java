package leasehold.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import leasehold.backend.Setting;
import leasehold.history.HistoryReader;
import leasehold.history.LeaseSearch;
import leasehold.history.Run;
import leasehold.monitor.Durations;
import leasehold.monitor.LingerAdvisor;
import leasehold.monitor.LingerAdvisor.Outcome;
import picocli.CommandLine.ParseResult;

/** Tells what another linger would have meant for the clients of the last run. */
final class AdviseCommand extends RecordCommand<AdviseCommand.Order> {

    private static final String NAME = "advise";
    private static final String LINGER = "--linger";
    private static final Setting TIME = Setting.duration("linger", "0s", 0, 86_400, "");

    /** What is to be done. */
    record Order(List<Duration> lingers, boolean json) {}

    AdviseCommand(Streams streams, Interrupts interrupts, Texts texts) {
        super(NAME, texts.help("advise.description"), streams, interrupts, texts);
        spec().addOption(Options.many(LINGER, "time", texts.get("advise.linger")));
        spec().addOption(Options.flag(Options.JSON, texts.get("json")));
    }

    @Override
    Order order(ParseResult said) {
        return new Order(lingers(said), said.hasMatchedOption(Options.JSON));
    }

    @Override
    void answer(HistoryReader reader, Order order) throws IOException, InterruptedException {
        Run run = RecordOptions.runs(spec(), reader).getLast();
        LeaseSearch leases = new LeaseSearch(reader);
        LingerAdvisor advisor =
                LingerAdvisor.of(leases.spans(run), leases.opening(run), leases.closing(run));
        if (advisor.size() == 0) {
            throw new IllegalStateException(texts().get("advise.nothing", run.controller()));
        }
        List<Outcome> outcomes = order.lingers().stream().map(advisor::under).toList();
        streams()
                .out()
                .println(
                        order.json()
                                ? Json.of(outcomes.stream().map(AdviseCommand::facts).toList())
                                : text(outcomes, advisor.under(Duration.ZERO)));
    }

    private static List<Duration> lingers(ParseResult said) {
        List<Duration> given =
                Options.values(said, LINGER).stream().map(AdviseCommand::linger).toList();
        return given.isEmpty() ? LingerAdvisor.LINGERS : given;
    }

    private static Duration linger(String text) {
        return Options.checked(LINGER, TIME, text).duration(TIME.name());
    }

    private String text(List<Outcome> outcomes, Outcome without) {
        List<String> lines = new ArrayList<>();
        lines.add(texts().get("advise.head"));
        outcomes.stream().map(AdviseCommand::line).forEach(lines::add);
        Outcome told =
                outcomes.size() == 1 ? outcomes.getFirst() : LingerAdvisor.worthwhile(outcomes);
        lines.add(
                texts().get(
                                "advise.sentence",
                                Durations.chosen(told.linger()),
                                told.opens(),
                                without.opens(),
                                Durations.text(told.openTime()),
                                Durations.chosen(without.openTime())));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%8s %8d %10s %10s",
                Durations.chosen(outcome.linger()),
                outcome.opens(),
                Durations.text(outcome.openTime()),
                Durations.text(outcome.waiting()));
    }

    private static SequencedMap<String, Object> facts(Outcome outcome) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("lingerMillis", outcome.linger().toMillis());
        facts.put("opens", outcome.opens());
        facts.put("openMillis", outcome.openTime().toMillis());
        facts.put("waitingMillis", outcome.waiting().toMillis());
        return facts;
    }
}
