package leasehold.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * Runs tasks on the toolkit's thread: at once if already there, else as soon as it is free. What a
 * task throws is told to that thread, never to who had it run.
 */
public final class FxExecutor implements Executor {

    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            runHere(task);
        } else {
            Platform.runLater(task);
        }
    }

    private static void runHere(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Faults.tell(e);
        }
    }

    /** Fails if this is not the toolkit's thread. */
    static void require() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "not on the toolkit's thread: " + Thread.currentThread());
        }
    }
}
