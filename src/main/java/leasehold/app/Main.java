package leasehold.app;

import leasehold.ui.fx.Toolkit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the window. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int NO_DISPLAY = 2;

    private Main() {}

    /** Opens the window, or says in one sentence why it cannot. */
    public static void main(String[] args) {
        if (!Display.there() || !started()) {
            LOG.error(Display.HELP);
            System.exit(NO_DISPLAY);
        }
    }

    private static boolean started() {
        try {
            Toolkit.start(Launch::window);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}
