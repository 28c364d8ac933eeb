package leasehold.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import leasehold.monitor.FailureGroup;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Section;

/** Makes the details of the failures of one cause. */
final class FailureDetails {

    private static final int MOST_FRAMES = 12;
    private static final int MOST_ANSWERS = 10;

    private final Texts texts;
    private final Formats formats;

    FailureDetails(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    Details of(FailureGroup group) {
        boolean held = group.retry() instanceof FailureGroup.Retry.Held;
        return new Details(
                texts.word(group.category()),
                group.code().orElse(""),
                Look.of(group),
                texts.get("details.times", group.count()),
                facts(group),
                sections(group),
                held ? Details.Act.TRY_NOW : Details.Act.NONE);
    }

    private List<Fact> facts(FailureGroup group) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("stage", texts.word(group.stage())));
        facts.add(fact("firstSeen", formats.time(group.firstSeen())));
        facts.add(fact("lastSeen", formats.time(group.lastSeen())));
        facts.add(fact("sessions", several(group.sessions(), epoch -> "#" + epoch)));
        facts.add(fact("clients", several(group.clients(), client -> client)));
        facts.add(fact("retry", retry(group)));
        return facts;
    }

    /** Says what the controller does by itself. */
    String retry(FailureGroup group) {
        return switch (group.retry()) {
            case FailureGroup.Retry.Again again ->
                    texts.get("failures.retry.again", Formats.duration(again.after()));
            case FailureGroup.Retry.Held held ->
                    texts.get("failures.retry.held", formats.clock(held.until()));
            case FailureGroup.Retry.None _ -> Formats.MISSING;
        };
    }

    private List<Section> sections(FailureGroup group) {
        List<Section> sections = new ArrayList<>();
        sections.add(section("todo", List.of(texts.word(group.advice())), false));
        sections.addAll(of(group.latest()));
        if (!group.answers().isEmpty()) {
            sections.add(section("answers", answers(group), false));
        }
        return sections;
    }

    /** Makes the sections of one failure. */
    List<Section> of(Failure failure) {
        List<Section> sections = new ArrayList<>();
        sections.add(section("message", List.of(Formats.text(failure.text())), false));
        if (!failure.causes().isEmpty()) {
            sections.add(section("causes", failure.causes(), false));
        }
        if (!failure.frames().isEmpty()) {
            List<StackTraceElement> frames = failure.frames();
            sections.add(
                    section(
                            "stack",
                            frames.stream().limit(MOST_FRAMES).map(Holder::brief).toList(),
                            true));
        }
        return sections;
    }

    private List<String> answers(FailureGroup group) {
        List<FailureGroup.Answer> newest = group.answers().reversed();
        return newest.stream()
                .limit(MOST_ANSWERS)
                .map(
                        answer ->
                                texts.get(
                                        "details.answer",
                                        formats.time(answer.at()),
                                        answer.client(),
                                        answer.lease()))
                .toList();
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get("details." + key), value);
    }

    private Section section(String key, List<String> lines, boolean code) {
        return new Section(texts.get("details." + key), lines, code);
    }

    private static <T> String several(
            FailureGroup.Several<T> values, java.util.function.Function<T, String> name) {
        String first = values.first().stream().limit(5).map(name).collect(Collectors.joining(", "));
        long rest = values.count() - Math.min(5, values.first().size());
        return Formats.text(first) + (rest > 0 ? " + " + rest : "") + (values.more() ? " +" : "");
    }
}
