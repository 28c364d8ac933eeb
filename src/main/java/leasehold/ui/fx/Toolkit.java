package leasehold.ui.fx;

import javafx.application.Platform;

/** Starts and ends the toolkit. */
public final class Toolkit {

    private Toolkit() {}

    /**
     * Starts the toolkit and then runs something on its thread; if that fails, the toolkit ends.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public static void start(Runnable first) {
        Platform.startup(
                () -> {
                    Platform.setImplicitExit(false);
                    try {
                        first.run();
                    } catch (RuntimeException | Error e) {
                        Platform.exit();
                        throw e;
                    }
                });
    }

    /** Ends the toolkit. */
    public static void end() {
        Platform.exit();
    }
}
