package leasehold.ui.simulator;

import javafx.util.StringConverter;
import leasehold.ui.model.Texts;

/** The words for constants, where one is chosen. */
final class ConstantWords<E extends Enum<E>> extends StringConverter<E> {

    private final Texts texts;

    ConstantWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(E constant) {
        return constant == null ? "" : texts.word(constant);
    }

    @Override
    public E fromString(String word) {
        throw new UnsupportedOperationException("constants are chosen, not typed");
    }
}
