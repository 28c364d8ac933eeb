package leasehold.ui.fx;

import javafx.application.Platform;

/** Starts and ends the toolkit. */
public final class Toolkit {

    private Toolkit() {}

    /**
     * Starts the toolkit and then runs something on its thread.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public static void start(Runnable first) {
        Platform.startup(
                () -> {
                    Platform.setImplicitExit(false);
                    first.run();
                });
    }

    /** Ends the toolkit. */
    public static void end() {
        Platform.exit();
    }
}
