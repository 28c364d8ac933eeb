package leasehold.ui.model;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.monitor.Card;
import leasehold.monitor.CardState;

/** The session card: what it says, how it looks, its counts, and how many leases there were. */
public final class CardModel {

    private final CardSentence sentence;
    private final SessionsModel sessions;
    private final Optional<RecordingModel> recording;
    private final Trend trend = new Trend();
    private final ReadOnlyObjectWrapper<Look> look;
    private final ReadOnlyObjectWrapper<CardText> text;
    private final ReadOnlyObjectWrapper<Card> facts;
    private final ReadOnlyObjectWrapper<Optional<Instant>> ended =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean known;

    CardModel(
            CardSentence sentence,
            SessionsModel sessions,
            Instant now,
            Optional<RecordingModel> recording) {
        this.recording = recording;
        this.sentence = sentence;
        this.sessions = sessions;
        CardState closed = new CardState.Closed(now, Optional.empty());
        Card empty = new Card(closed, 0, 0, 0, 0, 0);
        look = new ReadOnlyObjectWrapper<>(recording.isPresent() ? Look.READING : Look.of(closed));
        facts = new ReadOnlyObjectWrapper<>(empty);
        text = new ReadOnlyObjectWrapper<>(said());
    }

    /** Returns icon and colour. */
    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    /** Returns the lines. */
    public ReadOnlyObjectProperty<CardText> text() {
        return text.getReadOnlyProperty();
    }

    /** Returns the counts. */
    public ReadOnlyObjectProperty<Card> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Returns when the controller ended, after which nothing changes; empty while it lives. */
    public ReadOnlyObjectProperty<Optional<Instant>> ended() {
        return ended.getReadOnlyProperty();
    }

    /** Returns how many leases there were over the last minutes. */
    public Trend trend() {
        return trend;
    }

    /** Tells whether there is a session to close. */
    public boolean closable() {
        return switch (text.get().action()) {
            case CLOSE, CLOSE_NOW, STOP_OPENING -> true;
            case NONE, TRY_NOW -> false;
        };
    }

    void apply(Card card) {
        known = true;
        facts.set(card);
        look.set(Look.of(card.state()));
        if (card.state() instanceof CardState.ShutDown over) {
            ended.set(Optional.of(over.since()));
        }
    }

    /** Says everything anew, for time has passed. */
    void tick(Instant at, int leases) {
        trend.note(at, leases);
        text.set(said());
    }

    /** Of a recording nothing is known before it is read to its end. */
    private CardText said() {
        if (!known && recording.isPresent()) {
            return recording.get().progress();
        }
        CardText now =
                sentence.of(facts.get(), epoch(facts.get().state()).flatMap(sessions::session));
        return recording.map(past -> now.past(past.asOf())).orElse(now);
    }

    boolean ticking() {
        return !(facts.get().state() instanceof CardState.Closed
                || facts.get().state() instanceof CardState.ShutDown);
    }

    private static Optional<Long> epoch(CardState state) {
        return switch (state) {
            case CardState.Closed _, CardState.ShutDown _ -> Optional.empty();
            case CardState.Opening opening -> Optional.of(opening.epoch());
            case CardState.Open open -> Optional.of(open.epoch());
            case CardState.Draining draining -> Optional.of(draining.epoch());
            case CardState.Lingering lingering -> Optional.of(lingering.epoch());
            case CardState.Closing closing -> Optional.of(closing.epoch());
            case CardState.Trouble trouble -> Optional.of(trouble.epoch());
        };
    }
}
