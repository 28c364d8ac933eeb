package leasehold.ui.model;

import java.util.List;
import leasehold.ui.model.Texts.Part;

/**
 * What the session card says.
 *
 * @param first the sentence: is it open, since when, because of whom
 * @param second why, and what comes next
 * @param third the session itself
 * @param action what can be done about it
 */
public record CardText(List<Part> first, List<Part> second, List<Part> third, Action action) {

    /** What can be done about a session from its card. */
    public enum Action {
        /** Nothing. */
        NONE,
        /** Close it, with time for its holders. */
        CLOSE,
        /** Close it now. */
        CLOSE_NOW,
        /** Give up opening it. */
        STOP_OPENING,
        /** Try again although a failure answers all callers. */
        TRY_NOW
    }

    /** Returns the same of the past, about which nothing can be done. */
    CardText past(List<Part> asOf) {
        return new CardText(first, second, asOf, Action.NONE);
    }

    /** Returns the state that the sentence begins with; empty if it says none. */
    String state() {
        return first.stream()
                .filter(part -> part.kind() == Part.Kind.STRONG)
                .map(Part::text)
                .findFirst()
                .orElse("");
    }

    /** Returns the three lines as a screen reader says them. */
    public String spoken() {
        return String.join("\n", Texts.plain(first), Texts.plain(second), Texts.plain(third));
    }
}
