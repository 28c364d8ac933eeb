package leasehold.ui.simulator;

import javafx.util.StringConverter;
import leasehold.simulation.ArrivalKind;
import leasehold.simulation.Kind;
import leasehold.simulation.LimitKind;
import leasehold.simulation.SpanKind;
import leasehold.ui.model.Texts;

/** The words for kinds, where one is chosen. */
final class KindWords extends StringConverter<Kind> {

    private final Texts texts;

    KindWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(Kind kind) {
        return switch (kind) {
            case null -> "";
            case ArrivalKind arrival -> texts.word(arrival);
            case SpanKind span -> texts.word(span);
            case LimitKind limit -> texts.word(limit);
        };
    }

    @Override
    public Kind fromString(String title) {
        throw new UnsupportedOperationException("kinds are chosen, not typed");
    }
}
