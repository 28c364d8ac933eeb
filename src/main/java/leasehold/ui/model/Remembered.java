package leasehold.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A question about few different things that is asked very often: the last answers are remembered.
 */
final class Remembered<T> implements Predicate<T> {

    private static final int MOST = 10_000;

    private final Map<T, Boolean> answers = new HashMap<>();
    private final Predicate<T> question;

    Remembered(Predicate<T> question) {
        this.question = question;
    }

    @Override
    public boolean test(T about) {
        if (answers.size() == MOST) {
            answers.clear();
        }
        return answers.computeIfAbsent(about, question::test);
    }
}
