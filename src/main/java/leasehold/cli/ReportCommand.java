package leasehold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.ExportRange;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.history.StateSearch;
import leasehold.monitor.Durations;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.PastFailures;
import leasehold.monitor.PastSessions;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Sharing;
import picocli.CommandLine.ParseResult;

/** Tells what a record has of a controller's sessions, and what sharing them saved. */
final class ReportCommand extends RecordCommand<ReportCommand.Order> {

    private static final String NAME = "report";
    private static final String HTML = "--html";
    private static final String AT = "--at";
    private static final String NOW = "now";
    private static final String WAITING = "waitingSavedMillis";
    private static final int NAMED = 3;

    /** What is to be done. */
    record Order(boolean json, Optional<Path> html, Optional<Instant> at) {}

    ReportCommand(Streams streams, Interrupts interrupts, Texts texts) {
        super(NAME, texts.help("report.description"), streams, interrupts, texts);
        spec().addOption(Options.one(HTML, "file", texts.get("report.html")));
        spec().addOption(Options.one(AT, "time", texts.get("report.at")));
        spec().addOption(Options.flag(Options.JSON, texts.get("json")));
    }

    @Override
    Order order(ParseResult said) {
        Options.atMostOne(said, List.of(HTML, Options.JSON));
        Options.atMostOne(said, List.of(HTML, AT));
        return new Order(
                said.hasMatchedOption(Options.JSON),
                Options.value(said, HTML).map(name -> Exports.writable(HTML, name)),
                Options.value(said, AT).map(ReportCommand::time));
    }

    @Override
    void answer(HistoryReader reader, Order order) throws IOException, InterruptedException {
        if (order.html().isPresent()) {
            html(reader, order.html().get());
            return;
        }
        List<Run> runs = RecordOptions.runs(spec(), reader);
        if (order.at().isPresent()) {
            state(reader, runs, order.at().get(), order.json());
            return;
        }
        String controller = runs.getFirst().controller();
        PastFailures failures = PastFailures.in(reader, controller, ExportRange.ALL);
        Map<String, Object> facts = facts(sessions(reader, runs), failures.groups());
        streams().out().println(order.json() ? Json.of(facts) : text(facts));
    }

    private void html(HistoryReader reader, Path file) throws IOException, InterruptedException {
        ExportOrder all = ExportOrder.of(ExportFormat.HTML);
        ExportOrder order =
                RecordOptions.controller(spec(), reader).map(all::ofController).orElse(all);
        long count = Exports.write(reader, order, file, streams(), texts());
        streams().out().println(texts().get("export.report", count, file));
    }

    private void state(HistoryReader reader, List<Run> runs, Instant at, boolean json)
            throws IOException {
        StateSearch search = new StateSearch(reader);
        String controller = runs.getFirst().controller();
        Optional<Run> run = search.run(controller, at);
        if (run.isEmpty()) {
            throw new IOException(
                    texts().get("state.before", controller, runs.getFirst().started(), at));
        }
        StateAnswer answer = new StateAnswer(run.get(), at, search.at(run.get(), at));
        streams().out().println(json ? Json.of(answer.facts()) : answer.text(texts()));
    }

    private static Instant time(String text) {
        return text.equals(NOW) ? Instant.now() : Options.instant(AT, text);
    }

    private static List<SessionRecord> sessions(HistoryReader reader, List<Run> runs)
            throws IOException {
        PastSessions past = new PastSessions(reader);
        List<SessionRecord> sessions = new ArrayList<>();
        for (Run run : runs) {
            past.of(run).forEach(found -> sessions.add(found.session()));
        }
        return sessions;
    }

    /** Returns what is told, by its word. */
    static SequencedMap<String, Object> facts(
            List<SessionRecord> sessions, List<FailureGroup> causes) {
        Sharing sharing = Sharing.of(sessions);
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("sessions", sharing.opens());
        facts.put("leases", sharing.leases());
        facts.put("leasesPerOpen", Math.round(sharing.leasesPerOpen() * 10) / 10.0);
        facts.put("opensSaved", sharing.opensSaved());
        facts.put(WAITING, sharing.waitingSaved().toMillis());
        facts.put("flaps", sharing.flaps());
        facts.put("failed", failed(sessions));
        facts.put("openers", times(sharing.openers()));
        facts.put("closers", times(sharing.closers()));
        facts.put("failures", causes.stream().mapToLong(FailureGroup::count).sum());
        facts.put("causes", causes(causes));
        return facts;
    }

    private static long failed(List<SessionRecord> sessions) {
        return sessions.stream()
                .filter(session -> session.state() == SessionRecord.State.OPEN_FAILED)
                .count();
    }

    private static SequencedMap<String, Object> times(List<Sharing.Who> clients) {
        SequencedMap<String, Object> times = new LinkedHashMap<>();
        clients.stream().limit(NAMED).forEach(who -> times.put(who.client(), who.times()));
        return times;
    }

    private static SequencedMap<String, Object> causes(List<FailureGroup> causes) {
        SequencedMap<String, Object> counts = new LinkedHashMap<>();
        causes.stream()
                .limit(NAMED)
                .forEach(
                        cause ->
                                counts.merge(
                                        cause.latest().text(), cause.count(), ReportCommand::sum));
        return counts;
    }

    private static Object sum(Object one, Object other) {
        return (long) one + (long) other;
    }

    private String text(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .filter(fact -> !Map.of().equals(fact.getValue()))
                .map(this::line)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String line(Map.Entry<String, Object> fact) {
        String said =
                fact.getKey().equals(WAITING)
                        ? Durations.text(Duration.ofMillis((long) fact.getValue()))
                        : said(fact.getValue());
        return String.format(
                Locale.ROOT, "%-40s  %s", texts().get("report." + fact.getKey()), said);
    }

    private static String said(Object value) {
        return value instanceof Map<?, ?> times
                ? times.entrySet().stream()
                        .map(
                                who ->
                                        Sentence.line(who.getKey().toString())
                                                + " ("
                                                + who.getValue()
                                                + ")")
                        .collect(Collectors.joining(", "))
                : value.toString();
    }
}
