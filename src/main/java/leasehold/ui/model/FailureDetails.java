package leasehold.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.FailureGroup.Answer;
import leasehold.monitor.FailureGroup.Answers;
import leasehold.monitor.FailureGroup.Retry;
import leasehold.monitor.FailureGroup.SessionOfRun;
import leasehold.monitor.FailureGroup.Several;
import leasehold.session.Failure;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Prose;
import leasehold.ui.model.Details.Section;

/** Makes the details of the failures of one cause. */
final class FailureDetails {

    private static final int MOST_ANSWERS = 20;
    private static final int MOST_NAMES = 5;

    private final Words words;
    private final Texts texts;
    private final Formats formats;

    FailureDetails(Words words) {
        this.words = words;
        texts = words.texts();
        formats = words.formats();
    }

    Details of(FailureGroup group) {
        String times = texts.get("details.times", group.count());
        return new Details(
                group.isOther() ? cause(group) : texts.word(group.category()),
                group.code().orElse(""),
                new Details.State(
                        Look.of(group.standing()),
                        texts.word(group.standing()) + " · " + times,
                        ""),
                facts(group),
                sections(group),
                group.isHeld(formats.now()) ? Details.Act.TRY_NOW : Details.Act.NONE);
    }

    /** Says what failed: the message, or what was thrown where there is none. */
    String cause(FailureGroup group) {
        if (group.isOther()) {
            return texts.get("failures.other", group.count());
        }
        Failure latest = group.latest();
        return latest.text().isBlank() ? Formats.text(latest.type()) : latest.text();
    }

    /** Says what the controller does by itself. */
    String retry(FailureGroup group) {
        return switch (group.retry()) {
            case Retry.Again again ->
                    again.at().isAfter(formats.now())
                            ? texts.get("failures.retry.again", formats.until(again.at()))
                            : texts.get("failures.retry.now");
            case Retry.Held held ->
                    group.isHeld(formats.now())
                            ? texts.get("failures.retry.held", formats.until(held.until()))
                            : Formats.MISSING;
            case Retry.None _ -> Formats.MISSING;
        };
    }

    private List<Fact> facts(FailureGroup group) {
        return new FactList(words)
                .add("stage", texts.word(group.stage()))
                .add("firstSeen", group.firstSeen())
                .add("lastSeen", group.lastSeen())
                .add("sessions", several(group.sessions(), this::session))
                .add("clients", several(group.clients(), client -> client))
                .add("retry", group.nextTry(), retry(group))
                .list();
    }

    private List<Section> sections(FailureGroup group) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Prose(title("todo"), List.of(texts.word(group.advice()))));
        sections.addAll(of(group.latest()));
        if (group.answers().count() > 0) {
            sections.add(new Details.Story(title("answers"), answers(group.answers())));
        }
        return sections;
    }

    /** Makes the sections of one failure. */
    List<Section> of(Failure failure) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Prose(title("message"), List.of(Formats.text(failure.text()))));
        if (!failure.causes().isEmpty()) {
            sections.add(new Prose(title("causes"), failure.causes()));
        }
        if (!failure.frames().isEmpty()) {
            sections.add(Frames.section(title("stack"), failure.frames()));
        }
        return sections;
    }

    private List<Details.Moment> answers(Answers answers) {
        List<Details.Moment> told = new ArrayList<>();
        answers.newest().reversed().stream().limit(MOST_ANSWERS).map(this::told).forEach(told::add);
        long more = answers.count() - told.size();
        if (more > 0) {
            told.add(new Details.Moment("", "", texts.get("details.more", more)));
        }
        return told;
    }

    private Details.Moment told(Answer answer) {
        String got = texts.word(answer.got());
        String what = texts.get("details.answer", answer.client(), answer.lease(), got);
        return FactList.moment(formats, answer.at(), what);
    }

    private String session(SessionOfRun session) {
        return session.run() == SessionOfRun.LIVE
                ? "#" + session.epoch()
                : texts.get("details.formerSession", session.epoch(), session.run());
    }

    private String title(String key) {
        return texts.get("details." + key);
    }

    private static <T> String several(Several<T> values, Function<T, String> name) {
        String first =
                values.first().stream()
                        .limit(MOST_NAMES)
                        .map(name)
                        .collect(Collectors.joining(", "));
        long rest = values.count() - Math.min(MOST_NAMES, values.first().size());
        return Formats.text(first) + (rest > 0 ? " + " + rest : "") + (values.more() ? " +" : "");
    }
}
