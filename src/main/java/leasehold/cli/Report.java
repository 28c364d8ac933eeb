package leasehold.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.monitor.Durations;
import leasehold.replay.Recording;

/**
 * What is told of a run. Immutable.
 *
 * @param backend the kind of backend
 * @param work what the clients did
 * @param outcome what came of it
 * @param crossed the thresholds that were crossed
 */
record Report(String backend, Work work, Outcome outcome, List<Threshold> crossed) {

    /** How a report is written. */
    enum Form {
        /** For a person. */
        TEXT,
        /** For a program. */
        JSON;

        private static final String ENDING = ".json";

        /** Returns the form in which a file of a name is written. */
        static Form ofFile(String name) {
            return name.toLowerCase(Locale.ROOT).endsWith(ENDING) ? JSON : TEXT;
        }
    }

    /** Writes it, without a line break at the end. */
    String in(Form form, Texts texts) {
        return switch (form) {
            case TEXT -> text(texts);
            case JSON -> json();
        };
    }

    private String json() {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        all.put("backend", backend);
        all.put(work.word(), work.facts());
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        Stream.of(Quantity.values()).forEach(q -> counts.put(q.word(), outcome.of(q)));
        all.put("counts", counts);
        all.put("balanced", outcome.balanced());
        all.put("crossed", crossed.stream().map(Threshold::text).toList());
        return Json.of(all);
    }

    private String text(Texts texts) {
        Map<Quantity, String> values = new LinkedHashMap<>();
        Stream.of(Quantity.values()).forEach(q -> values.put(q, value(q)));
        int width = values.values().stream().mapToInt(String::length).max().orElse(0);
        Stream<String> lines =
                values.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue(), width, texts));
        return Stream.concat(head(texts), lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private Stream<String> head(Texts texts) {
        return switch (work) {
            case Work.OfScenario _ -> Stream.of();
            case Work.OfRecording replayed -> Stream.of(head(replayed, texts));
        };
    }

    private static String head(Work.OfRecording replayed, Texts texts) {
        Recording recording = replayed.recording();
        return texts.get(
                "simulate.replayed",
                recording.script().size(),
                recording.script().clients(),
                recording.run().id() + "",
                recording.run().controller(),
                recording.script().length().toMillis() / 1e3,
                SettingText.plain(replayed.load().speed()),
                recording.held(),
                recording.unknown(),
                recording.refused());
    }

    private String value(Quantity quantity) {
        long count = outcome.of(quantity);
        return quantity.isTime()
                ? Durations.text(Duration.ofMillis(count))
                : String.format(Locale.ROOT, "%,d", count);
    }

    private static String line(Quantity quantity, String value, int width, Texts texts) {
        return " ".repeat(width - value.length())
                + "%s  %-16s  %s"
                        .formatted(
                                value, quantity.word(), texts.get("quantity." + quantity.word()));
    }
}
