package leasehold.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import leasehold.history.RecordGoneException;

/**
 * The time in which the file of a record is gone: that it is gone is said once, and what was asked
 * meanwhile is asked again when it is back. On the thread of the beat.
 */
final class Absence {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean told;

    /**
     * Takes why a question has no answer.
     *
     * @param again asks it again
     * @param failed is told why, once for as long as the file is gone
     * @return whether it is asked again by itself
     */
    boolean awaits(Throwable thrown, Runnable again, Consumer<? super Throwable> failed) {
        tell(thrown, failed);
        return isGone(thrown) && waiting.add(again);
    }

    /** Tells why a question that is not asked again has no answer. */
    void tell(Throwable thrown, Consumer<? super Throwable> failed) {
        if (!isGone(thrown)) {
            failed.accept(thrown);
        } else if (!told) {
            told = true;
            failed.accept(thrown);
        }
    }

    /** Tells whether somebody found the file gone and it has not been seen since. */
    boolean lasts() {
        return told;
    }

    /** The file was seen. */
    void over() {
        List<Runnable> questions = List.copyOf(waiting);
        waiting.clear();
        told = false;
        questions.forEach(Runnable::run);
    }

    private static boolean isGone(Throwable thrown) {
        return thrown.getCause() instanceof RecordGoneException;
    }
}
