package leasehold.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs tasks on the toolkit's thread: at once if already there, else as soon as it is free. */
public final class FxExecutor implements Executor {

    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
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
