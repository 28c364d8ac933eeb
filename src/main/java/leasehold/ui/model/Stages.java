package leasehold.ui.model;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What comes of work that is done elsewhere, taken on the thread of the beat. */
final class Stages {

    private Stages() {}

    /**
     * Has an outcome taken where it is shown. What fails in taking it is heard there like any
     * fault: in a stage of its own it would be lost.
     *
     * @param then takes what came of it, or else why it failed
     */
    static <T extends @Nullable Object> void take(
            CompletionStage<T> stage,
            Executor fx,
            BiConsumer<? super @Nullable T, ? super @Nullable Throwable> then) {
        stage.whenComplete((result, thrown) -> fx.execute(() -> then.accept(result, thrown)));
    }
}
