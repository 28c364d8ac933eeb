package leasehold.ui.model;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import leasehold.history.Entry;
import leasehold.history.Origin;
import leasehold.history.Place;
import leasehold.session.SessionEvent;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Section;

/** Makes the details of an event. */
final class EventDetails {

    private final Texts texts;
    private final Formats formats;
    private final EventText text;
    private final FailureDetails failures;
    private final Predicate<Link> open;
    private final EventsModel events;
    private final Aftermath aftermath;

    /**
     * Creates a maker of details.
     *
     * @param open tells whether a link leads anywhere now
     * @param events tells which run goes on, and from where others come
     */
    EventDetails(
            Words words,
            FailureDetails failures,
            Aftermath aftermath,
            Predicate<Link> open,
            EventsModel events) {
        this.events = events;
        this.aftermath = aftermath;
        texts = words.texts();
        formats = words.formats();
        text = new EventText(texts, formats);
        this.failures = failures;
        this.open = open;
    }

    Details of(EventRecord row) {
        return new Details(
                row.kind().text(),
                texts.get("details.number", row.number()),
                new Details.State(Look.of(row.kind()), texts.word(row.kind()), ""),
                facts(row),
                sections(row),
                Details.Act.NONE);
    }

    private List<Fact> facts(EventRecord row) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("text", Formats.text(text.of(row.entry()))));
        switch (row.entry()) {
            case Entry.Happened(SessionEvent event) -> add(facts, row.run(), event);
            case Entry.Missed gap -> {
                facts.add(fact("first", Formats.number(gap.first())));
                facts.add(fact("last", Formats.number(gap.last())));
                facts.add(fact("missed", Formats.number(gap.count())));
            }
            case Entry.Seam _ -> {}
        }
        events.origin(row.run()).ifPresent(from -> facts.add(fact("imported", imported(from))));
        return facts;
    }

    private String imported(Origin from) {
        return texts.get("details.imported.from", from.file(), formats.time(from.at()));
    }

    private void add(List<Fact> facts, long run, SessionEvent event) {
        boolean now = run == events.run();
        long lease = EventFacts.lease(event);
        if (event.epoch() > 0) {
            Link session = new Link.ToSession(now ? Link.PRESENT : run, event.epoch());
            facts.add(linked("session", "#" + event.epoch(), session));
        }
        if (lease > 0) {
            String id = "L-" + lease;
            facts.add(now ? linked("lease", id, new Link.ToLease(lease)) : fact("lease", id));
            facts.add(fact("client", Formats.text(EventFacts.client(event))));
        }
        if (EventFacts.tookNanos(event) > 0) {
            facts.add(fact("took", Formats.nanos(EventFacts.tookNanos(event))));
        }
        EventFacts.holder(event)
                .ifPresent(
                        holder -> {
                            facts.add(fact("holder", holder.toString()));
                            facts.add(fact("thread", Formats.text(holder.thread())));
                        });
        EventFacts.by(event).ifPresent(by -> facts.add(fact("by", by.toString())));
        EventFacts.failure(event)
                .ifPresent(failure -> facts.add(fact("category", texts.word(failure.category()))));
        if (event instanceof SessionEvent.Refused refused && refused.cites() > 0) {
            String number = texts.get("details.number", refused.cites());
            facts.add(linked("because", number, new Link.ToEvent(new Place(run, refused.cites()))));
        }
    }

    private List<Section> sections(EventRecord row) {
        List<Section> sections = new ArrayList<>();
        List<String> times =
                formats.exact(row.at().truncatedTo(ChronoUnit.MILLIS)).lines().distinct().toList();
        sections.add(new Details.Prose(texts.get("details.when"), times));
        row.event().flatMap(EventFacts::failure).map(failures::of).ifPresent(sections::addAll);
        row.event()
                .flatMap(EventFacts::holder)
                .flatMap(holder -> LeaseDetails.code(holder, texts))
                .ifPresent(sections::add);
        aftermath.of(row).ifPresent(sections::add);
        return sections;
    }

    private Fact linked(String key, String value, Link link) {
        Optional<Link> way = Optional.of(link).filter(open);
        return new Fact(texts.get("details." + key), value, "", way);
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get("details." + key), value);
    }
}
