package leasehold.ui.model;

import java.util.Optional;
import leasehold.monitor.Card;
import leasehold.monitor.CardState;
import leasehold.monitor.SessionRecord.State;

/**
 * How a target stands, in short.
 *
 * @param look icon and colour
 * @param word what its session is at; unclosed if one is, unless something worse is the case
 * @param leases how many leases are held, in words
 * @param failures how many causes of failures nobody has looked at
 */
public record Standing(Look look, String word, String leases, int failures) {

    private static final int PERCENT = 100;

    /** Tells how a target stands. Of a recording nothing is known before it is read to its end. */
    static Standing of(TargetModel target) {
        Texts texts = target.words().texts();
        Optional<RecordingModel> read = target.recording().filter(RecordingModel::reading);
        return read.map(recording -> reading(recording, texts))
                .orElseGet(
                        () ->
                                of(
                                        target.card().facts().get(),
                                        target.status().counters().get().ledger().held(),
                                        target.failures().unseen().get(),
                                        texts));
    }

    static Standing of(Card card, long leases, int failures, Texts texts) {
        String held = texts.get("leases.count", leases);
        if (card.state() instanceof CardState.ShutDown && card.strays() == 0) {
            return new Standing(
                    Look.of(card.state()), texts.get("window.standing.shutDown"), held, failures);
        }
        State state = state(card.state());
        State worst = card.strays() > 0 && !failed(state) ? State.UNCLOSED : state;
        return new Standing(Look.of(worst), texts.word(worst), held, failures);
    }

    private static Standing reading(RecordingModel recording, Texts texts) {
        int percent = (int) (recording.part().get() * PERCENT);
        String word = texts.get("window.standing.reading", percent);
        return new Standing(Look.READING, word, Formats.MISSING, 0);
    }

    /** Returns how bad it is: failed or lost, then unclosed, then busy, then the rest. */
    int badness() {
        return switch (look.tone()) {
            case "fail" -> 3;
            case "warn" -> 2;
            case "busy" -> 1;
            default -> 0;
        };
    }

    private static boolean failed(State state) {
        return state == State.OPEN_FAILED || state == State.LOST;
    }

    private static State state(CardState card) {
        return switch (card) {
            case CardState.Closed _, CardState.ShutDown _ -> State.CLOSED;
            case CardState.Opening _ -> State.OPENING;
            case CardState.Open _ -> State.OPEN;
            case CardState.Draining _ -> State.DRAINING;
            case CardState.Lingering _ -> State.LINGERING;
            case CardState.Closing _ -> State.CLOSING;
            case CardState.OpenFailed _ -> State.OPEN_FAILED;
            case CardState.Lost _ -> State.LOST;
        };
    }
}
