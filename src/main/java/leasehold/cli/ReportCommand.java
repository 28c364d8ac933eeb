package leasehold.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.monitor.PastSessions;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Sharing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Tells what a record has of a controller's sessions, and what sharing them saved. */
final class ReportCommand implements Callable<Integer> {

    private static final String NAME = "report";
    private static final int NAMED = 3;

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
    private final Streams streams;
    private final Texts texts;

    ReportCommand(Streams streams, Texts texts) {
        this.streams = streams;
        this.texts = texts;
        spec.usageMessage().description(texts.help("report.description"));
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
        try (HistoryReader reader = RecordOptions.open(said)) {
            Map<String, Object> facts = facts(sessions(reader));
            streams.out()
                    .println(said.hasMatchedOption(Options.JSON) ? Json.of(facts) : text(facts));
        }
        return Exit.DONE;
    }

    private List<SessionRecord> sessions(HistoryReader reader) throws IOException {
        PastSessions past = new PastSessions(reader);
        List<SessionRecord> sessions = new ArrayList<>();
        for (Run run : RecordOptions.runs(spec, reader)) {
            past.of(run).forEach(found -> sessions.add(found.session()));
        }
        return sessions;
    }

    /** Returns what is told, by its word. */
    static SequencedMap<String, Object> facts(List<SessionRecord> sessions) {
        Sharing sharing = Sharing.of(sessions);
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("sessions", sharing.opens());
        facts.put("leases", sharing.leases());
        facts.put("leasesPerOpen", Math.round(sharing.leasesPerOpen() * 10) / 10.0);
        facts.put("opensSaved", sharing.opensSaved());
        facts.put("waitingSaved", sharing.waitingSaved().toMillis());
        facts.put("flaps", sharing.flaps());
        facts.put("failed", failed(sessions));
        facts.put("openers", times(sharing.openers()));
        facts.put("closers", times(sharing.closers()));
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

    private String text(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(
                        fact ->
                                String.format(
                                        Locale.ROOT,
                                        "%-32s  %s",
                                        texts.get("report." + fact.getKey()),
                                        said(fact.getValue())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String said(Object value) {
        return value instanceof Map<?, ?> times
                ? times.entrySet().stream()
                        .map(who -> who.getKey() + " (" + who.getValue() + ")")
                        .collect(Collectors.joining(", "))
                : value.toString();
    }
}
