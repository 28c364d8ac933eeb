package leasehold.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import leasehold.history.Origin;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.SessionRecord.State;
import leasehold.session.Failure;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Prose;
import leasehold.ui.model.Details.Section;

/** Makes the details of a session. */
final class SessionDetails {

    private final Words words;
    private final Texts texts;
    private final Formats formats;
    private final LongFunction<Optional<Origin>> origin;

    /**
     * Creates a maker of details.
     *
     * @param origin tells from where a run comes that was imported
     */
    SessionDetails(Words words, LongFunction<Optional<Origin>> origin) {
        this.words = words;
        this.origin = origin;
        texts = words.texts();
        formats = words.formats();
    }

    Details of(SessionRow row) {
        SessionRecord session = row.session();
        return new Details(
                texts.get("details.session.title", session.epoch()),
                session.opening().serverId(),
                new Details.State(Look.of(session.state()), texts.word(session.state()), ""),
                facts(row),
                sections(session),
                row.past() ? Details.Act.NONE : act(session.state()));
    }

    private static Details.Act act(State state) {
        return switch (state) {
            case OPENING, OPEN, DRAINING, LINGERING -> Details.Act.CLOSE;
            case UNCLOSED -> Details.Act.RETRY_CLOSE;
            case RETIRING, CLOSING, CLOSED, OPEN_FAILED, LOST, FORGOTTEN, UNSEEN, CUT ->
                    Details.Act.NONE;
        };
    }

    private List<Fact> facts(SessionRow row) {
        SessionRecord session = row.session();
        SessionRecord.Opening opening = session.opening();
        FactList facts =
                new FactList(words)
                        .add("openedBy", Formats.text(opening.openedBy()))
                        .add("asked", session.askedAt())
                        .add("opened", opening.openedAt())
                        .add("took", Formats.nanos(opening.tookNanos()))
                        .add("attempts", Formats.number(opening.attempts()))
                        .add("openFor", openFor(session))
                        .add("leases", Formats.number(session.use().granted()))
                        .add("peak", Formats.number(session.use().peak()));
        session.ending().ifPresent(ending -> addEnding(facts, session, ending));
        if (row.past()) {
            facts.add("run", texts.get("details.run.former", row.run()));
            origin.apply(row.run()).ifPresent(from -> facts.add("imported", imported(from)));
        }
        return facts.list();
    }

    private String imported(Origin from) {
        return texts.get("details.imported.from", from.file(), formats.time(from.at()));
    }

    private String openFor(SessionRecord session) {
        Optional<Duration> known = session.openFor(formats.now());
        return session.state() == State.CUT
                ? known.filter(Duration::isPositive)
                        .map(least -> texts.get("details.atLeast", Formats.duration(least)))
                        .orElse(Formats.MISSING)
                : known.map(Formats::duration).orElse(Formats.MISSING);
    }

    private void addEnding(FactList facts, SessionRecord session, SessionRecord.Ending ending) {
        if (session.state() == State.CUT) {
            facts.add("lastSeen", ending.at()).add("why", texts.hint(State.CUT));
            return;
        }
        String by = ending.by().map(Object::toString).orElse(Formats.text(session.closedBy()));
        facts.add("closed", ending.at())
                .add("why", ending.why().map(texts::word).orElse(Formats.MISSING))
                .add("closedBy", by)
                .add("closeTook", Formats.nanos(ending.tookNanos()));
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
            sections.add(new Prose(texts.get("details.attributes"), lines));
        }
        session.lastFailure()
                .map(this::said)
                .map(said -> new Prose(texts.get("details.lastFailure"), List.of(said)))
                .ifPresent(sections::add);
        return sections;
    }

    private String said(Failure failure) {
        String category = texts.word(failure.category());
        return failure.text().isBlank() ? category : category + ": " + failure.text();
    }
}
