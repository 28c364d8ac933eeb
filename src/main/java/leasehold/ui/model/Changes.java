package leasehold.ui.model;

import java.util.function.Consumer;

/**
 * Lets a view wrap every change of its rows, so that it can put selection and scrolling back where
 * they were.
 */
final class Changes {

    private Consumer<Runnable> frame = Runnable::run;

    void frame(Consumer<Runnable> newFrame) {
        frame = newFrame;
    }

    void run(Runnable change) {
        frame.accept(change);
    }
}
