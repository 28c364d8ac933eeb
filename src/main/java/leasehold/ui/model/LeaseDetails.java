package leasehold.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import leasehold.history.Entry;
import leasehold.history.EventLog;
import leasehold.monitor.LeaseRecord;
import leasehold.session.Holder;
import leasehold.session.SessionEvent;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Section;

/** Makes the details of a lease. */
final class LeaseDetails {

    private static final int MOST_EVENTS = 20;
    private static final int MOST_FRAMES = 12;

    private final Texts texts;
    private final Formats formats;
    private final EventLog log;
    private final List<String> lines = new ArrayList<>();
    private long followed;
    private long next;

    LeaseDetails(Texts texts, Formats formats, EventLog log) {
        this.texts = texts;
        this.formats = formats;
        this.log = log;
    }

    Details of(LeaseRecord lease) {
        String held = LeaseRow.heldFor(lease, formats.now()).map(Formats::duration).orElse("");
        String state = texts.word(lease.state());
        return new Details(
                lease.client(),
                "L-" + lease.id(),
                Look.of(lease.state()),
                (state + " " + held + (lease.overdue() ? " · " + texts.get("leases.overdue") : ""))
                        .strip(),
                facts(lease),
                sections(lease),
                lease.held() ? Details.Act.REVOKE : Details.Act.NONE);
    }

    private List<Fact> facts(LeaseRecord lease) {
        List<Fact> facts = new ArrayList<>();
        UnaryOperator<String> name = key -> texts.get("details." + key);
        facts.add(new Fact(name.apply("holder"), lease.holder().toString()));
        facts.add(new Fact(name.apply("thread"), Formats.text(lease.holder().thread())));
        facts.add(new Fact(name.apply("session"), session(lease)));
        facts.add(new Fact(name.apply("asked"), formats.time(lease.requestedAt())));
        facts.add(new Fact(name.apply("granted"), granted(lease)));
        facts.add(new Fact(name.apply("purpose"), Formats.text(lease.purpose())));
        facts.add(new Fact(name.apply("expires"), formats.time(lease.expiresAt())));
        lease.finish()
                .ifPresent(
                        end -> {
                            facts.add(new Fact(name.apply("ended"), formats.time(end.at())));
                            end.by()
                                    .ifPresent(
                                            by ->
                                                    facts.add(
                                                            new Fact(
                                                                    name.apply("by"),
                                                                    by.toString())));
                            end.failure()
                                    .ifPresent(
                                            f ->
                                                    facts.add(
                                                            new Fact(
                                                                    name.apply("cause"),
                                                                    f.text())));
                        });
        return facts;
    }

    private String session(LeaseRecord lease) {
        if (lease.epoch() == 0) {
            return Formats.MISSING;
        }
        return texts.get(
                lease.opener() ? "details.openedByThis" : "details.openedByAnother", lease.epoch());
    }

    private String granted(LeaseRecord lease) {
        return lease.grantedAt()
                .map(
                        at ->
                                lease.waitNanos() == 0
                                        ? formats.time(at)
                                        : "%s (%s)"
                                                .formatted(
                                                        formats.time(at),
                                                        Formats.nanos(lease.waitNanos())))
                .orElse(Formats.MISSING);
    }

    private List<Section> sections(LeaseRecord lease) {
        List<Section> sections = new ArrayList<>();
        List<String> code = code(lease.holder());
        if (!code.isEmpty()) {
            sections.add(new Section(texts.get("details.acquiredAt"), code, true));
        }
        sections.add(new Section(texts.get("details.happened"), happened(lease.id()), false));
        return sections;
    }

    /** Returns where a lease was acquired, as far as it was captured. */
    static List<String> code(Holder holder) {
        if (holder.stack().isEmpty()) {
            return holder.site().map(Holder::brief).map(List::of).orElse(List.of());
        }
        return holder.stack().stream().limit(MOST_FRAMES).map(Holder::brief).toList();
    }

    /** Follows the log from where it was read last, so that a beat costs what is new. */
    private List<String> happened(long id) {
        if (followed != id) {
            followed = id;
            next = id;
            lines.clear();
        }
        for (Entry entry : log.numbers(next, Long.MAX_VALUE).entries()) {
            if (entry instanceof Entry.Happened(SessionEvent event)) {
                next = event.number() + 1;
                note(event);
            }
        }
        return List.copyOf(lines);
    }

    private void note(SessionEvent event) {
        boolean isOfIt = event instanceof SessionEvent.OfLease of && of.lease() == followed;
        if (isOfIt && lines.size() < MOST_EVENTS) {
            String what = texts.word(EventKind.of(event));
            lines.add(formats.time(event.at()) + "  " + what);
        }
    }
}
