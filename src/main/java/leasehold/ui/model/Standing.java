package leasehold.ui.model;

import leasehold.monitor.Card;
import leasehold.monitor.CardState;
import leasehold.monitor.SessionRecord.State;

/**
 * How a target stands, in short.
 *
 * @param state what its session is at; unclosed if one is, unless something worse is the case
 * @param leases how many leases are held
 * @param failures how many causes of failures nobody has looked at
 */
public record Standing(State state, long leases, int failures) {

    static Standing of(Card card, long leases, int failures) {
        State state = state(card.state());
        boolean astray = card.strays() > 0 && !failed(state);
        return new Standing(astray ? State.UNCLOSED : state, leases, failures);
    }

    /** Returns how it looks. */
    public Look look() {
        return Look.of(state);
    }

    /** Returns how bad it is: failed or lost, then unclosed, then busy, then the rest. */
    int badness() {
        if (failed(state)) {
            return 3;
        }
        return switch (look().tone()) {
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
