package leasehold.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.monitor.LeaseRecord;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Section;

/** Makes the details of a lease. */
final class LeaseDetails {

    private final Words words;
    private final Texts texts;
    private final Formats formats;
    private final LeaseStory story;

    LeaseDetails(Words words, LeaseStory story) {
        this.words = words;
        texts = words.texts();
        formats = words.formats();
        this.story = story;
    }

    Details of(LeaseRecord lease) {
        return new Details(
                lease.client(),
                "L-" + lease.id(),
                state(lease),
                facts(lease),
                sections(lease),
                act(lease));
    }

    private static Details.Act act(LeaseRecord lease) {
        if (lease.ended()) {
            return Details.Act.ENDED;
        }
        return lease.held() ? Details.Act.REVOKE : Details.Act.NONE;
    }

    private Details.State state(LeaseRecord lease) {
        String held = LeaseRow.heldFor(lease, formats.now()).map(Formats::duration).orElse("");
        return new Details.State(
                Look.of(lease.state()),
                (texts.word(lease.state()) + " " + held).strip(),
                lease.overdue() ? texts.get("leases.overdue") : "");
    }

    private List<Fact> facts(LeaseRecord lease) {
        Holder holder = lease.holder();
        FactList facts =
                new FactList(words)
                        .add("holder", holder(holder))
                        .add("thread", Formats.text(holder.thread()))
                        .add("session", session(lease))
                        .add("asked", lease.requestedAt())
                        .add("granted", lease.grantedAt(), granted(lease))
                        .add("purpose", Formats.text(lease.purpose()))
                        .add("expires", lease.expiresAt());
        lease.finish().ifPresent(end -> addEnd(facts, end));
        return facts.list();
    }

    private static void addEnd(FactList facts, LeaseRecord.Finish end) {
        facts.add("ended", end.at());
        end.by().ifPresent(by -> facts.add("by", by.toString()));
        end.failure().map(Failure::text).ifPresent(cause -> facts.add("cause", cause));
    }

    private String holder(Holder holder) {
        return texts.get("details.holderIs", holder.user(), holder.host(), holder.pid());
    }

    private String session(LeaseRecord lease) {
        if (lease.epoch() == 0) {
            return Formats.MISSING;
        }
        return texts.get(
                lease.opener() ? "details.openedByThis" : "details.openedByAnother", lease.epoch());
    }

    private String granted(LeaseRecord lease) {
        String waited = Formats.duration(Duration.ofNanos(lease.waitNanos()));
        return lease.grantedAt()
                .map(at -> "%s (%s)".formatted(formats.time(at), waited))
                .orElse(Formats.MISSING);
    }

    private List<Section> sections(LeaseRecord lease) {
        List<Section> sections = new ArrayList<>();
        code(lease.holder(), texts).ifPresent(sections::add);
        sections.add(new Details.Story(texts.get("details.happened"), story.of(lease.id())));
        return sections;
    }

    /** Returns where a lease was acquired, as far as it was captured. */
    static Optional<Section> code(Holder holder, Texts texts) {
        List<StackTraceElement> stack =
                holder.stack().isEmpty() ? holder.site().stream().toList() : holder.stack();
        return stack.isEmpty()
                ? Optional.empty()
                : Optional.of(Frames.section(texts.get("details.acquiredAt"), stack));
    }
}
