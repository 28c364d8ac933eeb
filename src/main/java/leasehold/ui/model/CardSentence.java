package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import leasehold.monitor.Card;
import leasehold.monitor.CardState;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.SessionRecord;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.ui.model.CardText.Action;
import leasehold.ui.model.Texts.Part;

/** Makes the card's sentences of its facts. Pure, save for what time it is. */
public final class CardSentence {

    private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");

    private final Texts texts;
    private final Formats formats;

    /** Creates the maker of sentences. */
    public CardSentence(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /**
     * Returns what the card says.
     *
     * @param session the session that the state is about, as far as it is known
     */
    public CardText of(Card card, Optional<SessionRecord> session) {
        return switch (card.state()) {
            case CardState.Closed closed -> closed(closed, card);
            case CardState.Opening opening -> opening(opening);
            case CardState.Open open -> open(open, session);
            case CardState.Draining draining -> draining(draining, session);
            case CardState.Lingering lingering -> lingering(lingering, session);
            case CardState.Closing closing -> closing(closing, session);
            case CardState.OpenFailed failed -> openFailed(failed);
            case CardState.Lost lost -> lost(lost, session);
            case CardState.ShutDown ended ->
                    new CardText(
                            line("card.shutDown.1", formats.clock(ended.since())),
                            line("card.shutDown.2"),
                            line("card.closed.3", card.openedToday()),
                            Action.NONE);
        };
    }

    private CardText closed(CardState.Closed closed, Card card) {
        List<Part> third = line("card.closed.3", card.openedToday());
        if (closed.last().isEmpty()) {
            return new CardText(
                    line("card.unopened.1"), line("card.unopened.2"), third, Action.NONE);
        }
        return new CardText(
                line("card.closed.1", formats.clock(closed.since())),
                last(closed.last().get()),
                third,
                Action.NONE);
    }

    private List<Part> last(SessionRecord last) {
        String open = last.openFor(formats.now()).map(Formats::duration).orElse(Formats.MISSING);
        long leases = last.use().granted();
        String why =
                last.ending()
                        .flatMap(SessionRecord.Ending::why)
                        .map(texts::hint)
                        .orElse(texts.get("card.why.unknown"));
        String by = last.closedBy();
        return by.isEmpty()
                ? line("card.closed.2", last.epoch(), open, leases, why)
                : line("card.closed.2.by", last.epoch(), open, leases, why, by);
    }

    private CardText opening(CardState.Opening opening) {
        String since = formats.since(opening.since());
        return new CardText(
                line("card.opening.1", opening.epoch(), since, opening.waiting()),
                line(
                        opening.askedBy().isEmpty() ? "card.reopening.2" : "card.opening.2",
                        opening.askedBy(),
                        attempt(opening),
                        opening.givesUpAt().map(formats::until).orElse(Formats.MISSING)),
                line("card.opening.3", opening.epoch(), formats.clock(opening.since())),
                Action.STOP_OPENING);
    }

    private String attempt(CardState.Opening opening) {
        return opening.attempts() == 0
                ? texts.get("card.attempt", opening.attempt())
                : texts.get("card.attemptOf", opening.attempt(), opening.attempts());
    }

    private CardText open(CardState.Open open, Optional<SessionRecord> session) {
        return new CardText(
                line("card.open.1", formats.since(open.since()), open.leases(), open.clients()),
                open.longest().map(this::longest).orElse(List.of()),
                opened(session, open.epoch()),
                Action.CLOSE);
    }

    private List<Part> longest(LeaseRecord lease) {
        Instant now = formats.now();
        String held = LeaseRow.heldFor(lease, now).map(Formats::duration).orElse(Formats.MISSING);
        String site = lease.holder().siteText();
        return site.isEmpty()
                ? line("card.open.2", lease.client(), held)
                : line("card.open.2.site", lease.client(), held, site);
    }

    private CardText draining(CardState.Draining draining, Optional<SessionRecord> session) {
        String until = formats.until(draining.until());
        List<Part> second =
                draining.by()
                        .map(by -> line("card.draining.2", until, by.toString()))
                        .orElseGet(() -> line("card.draining.2.shutDown", until));
        return new CardText(
                line("card.draining.1", draining.leases()),
                second,
                opened(session, draining.epoch()),
                Action.CLOSE_NOW);
    }

    private CardText lingering(CardState.Lingering lingering, Optional<SessionRecord> session) {
        Duration linger = Duration.between(lingering.since(), lingering.until());
        return new CardText(
                line("card.lingering.1", lingering.epoch(), formats.until(lingering.until())),
                line(
                        "card.lingering.2",
                        Formats.text(lingering.lastToLeave()),
                        formats.clock(lingering.since()),
                        Formats.wait(linger)),
                opened(session, lingering.epoch()),
                Action.CLOSE_NOW);
    }

    private CardText closing(CardState.Closing closing, Optional<SessionRecord> session) {
        String why =
                closing.by()
                        .map(Object::toString)
                        .or(() -> closing.why().map(this::lower))
                        .orElse(texts.get("card.why.unknown"));
        return new CardText(
                line(
                        "card.closing.1",
                        closing.epoch(),
                        formats.since(closing.since()),
                        closing.waiting()),
                line(
                        "card.closing.2",
                        why,
                        closing.givesUpAt().map(formats::until).orElse(Formats.MISSING)),
                opened(session, closing.epoch()),
                Action.NONE);
    }

    private CardText openFailed(CardState.OpenFailed failed) {
        String category = texts.hint(failed.failure().category());
        List<Part> third =
                failed.heldUntil()
                        .map(until -> line("card.openFailed.3.held", formats.until(until)))
                        .orElseGet(() -> line("card.openFailed.3"));
        return new CardText(
                line("card.openFailed.1", formats.clock(failed.at()), category),
                line("card.openFailed.2", cause(failed.failure()), failed.attempts()),
                third,
                failed.heldUntil().isPresent() ? Action.TRY_NOW : Action.NONE);
    }

    private CardText lost(CardState.Lost lost, Optional<SessionRecord> session) {
        String cause = lost.failure().code().map(this::code).orElse(cause(lost.failure()));
        List<Part> second =
                lost.reopening()
                        .map(
                                again ->
                                        line(
                                                "card.lost.2.reopening",
                                                cause,
                                                lost.leases(),
                                                again.epoch(),
                                                attempt(again)))
                        .orElseGet(() -> line("card.lost.2", cause, lost.leases()));
        return new CardText(
                line("card.lost.1", formats.clock(lost.at()), lost.epoch(), lost.leases()),
                second,
                session.flatMap(known -> known.openFor(formats.now()))
                        .map(open -> line("card.lost.3", lost.epoch(), Formats.duration(open)))
                        .orElse(List.of()),
                lost.reopening().isPresent() ? Action.STOP_OPENING : Action.NONE);
    }

    /** A server's message may begin as it likes; the line does not. */
    private String cause(Failure failure) {
        String text = failure.text().isBlank() ? texts.hint(failure.category()) : failure.text();
        return Character.isLowerCase(text.codePointAt(0)) ? texts.get("card.cause", text) : text;
    }

    private String code(String code) {
        boolean sql = SQL_STATE.matcher(code).matches();
        return texts.get(sql ? "card.sqlState" : "card.code", code);
    }

    private String lower(CloseReason why) {
        return texts.word(why).toLowerCase(Locale.ENGLISH);
    }

    private List<Part> opened(Optional<SessionRecord> session, long epoch) {
        return session.filter(known -> known.epoch() == epoch)
                .flatMap(known -> known.opening().openedAt())
                .map(
                        at ->
                                line(
                                        "card.session",
                                        epoch,
                                        formats.clock(at),
                                        Formats.nanos(session.get().opening().tookNanos())))
                .orElseGet(() -> line("card.session.bare", epoch));
    }

    private List<Part> line(String key, Object... values) {
        return texts.sentence(key, values);
    }
}
