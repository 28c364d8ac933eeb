package leasehold.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import leasehold.monitor.SessionRecord;
import leasehold.session.Failure;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Section;

/** Makes the details of a session. */
final class SessionDetails {

    private final Texts texts;
    private final Formats formats;

    SessionDetails(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    Details of(SessionRecord session) {
        return new Details(
                texts.get("details.session.title", session.epoch()),
                session.opening().serverId(),
                Look.of(session.state()),
                texts.word(session.state()),
                facts(session),
                sections(session),
                act(session.state()));
    }

    private static Details.Act act(SessionRecord.State state) {
        return switch (state) {
            case OPENING, OPEN, DRAINING, LINGERING -> Details.Act.CLOSE;
            case UNCLOSED -> Details.Act.RETRY_CLOSE;
            case RETIRING, CLOSING, CLOSED, OPEN_FAILED, LOST, FORGOTTEN, UNSEEN ->
                    Details.Act.NONE;
        };
    }

    private List<Fact> facts(SessionRecord session) {
        SessionRecord.Opening opening = session.opening();
        List<Fact> facts = new ArrayList<>();
        add(facts, "openedBy", Formats.text(opening.openedBy()));
        add(facts, "asked", formats.time(session.askedAt()));
        add(facts, "opened", formats.time(opening.openedAt()));
        add(facts, "took", Formats.nanos(opening.tookNanos()));
        add(facts, "attempts", Formats.number(opening.attempts()));
        add(
                facts,
                "openFor",
                session.openFor(formats.now()).map(Formats::duration).orElse(Formats.MISSING));
        add(facts, "leases", Formats.number(session.use().granted()));
        add(facts, "peak", Formats.number(session.use().peak()));
        session.ending().ifPresent(ending -> addEnding(facts, session, ending));
        return facts;
    }

    private void addEnding(List<Fact> facts, SessionRecord session, SessionRecord.Ending ending) {
        add(facts, "closed", formats.time(ending.at()));
        add(facts, "why", ending.why().map(texts::word).orElse(Formats.MISSING));
        add(
                facts,
                "closedBy",
                ending.by().map(Object::toString).orElse(Formats.text(session.closedBy())));
        add(facts, "closeTook", Formats.nanos(ending.tookNanos()));
    }

    private List<Section> sections(SessionRecord session) {
        List<Section> sections = new ArrayList<>();
        Map<String, String> attributes = session.opening().attributes();
        if (!attributes.isEmpty()) {
            List<String> lines =
                    attributes.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .toList();
            sections.add(new Section(texts.get("details.attributes"), lines, false));
        }
        session.lastFailure()
                .ifPresent(
                        failure ->
                                sections.add(
                                        new Section(
                                                texts.get("details.lastFailure"),
                                                List.of(said(failure)),
                                                false)));
        return sections;
    }

    private String said(Failure failure) {
        String category = texts.word(failure.category());
        return failure.text().isBlank() ? category : category + ": " + failure.text();
    }

    private void add(List<Fact> facts, String key, String value) {
        facts.add(new Fact(texts.get("details." + key), value));
    }
}
