package leasehold.app;

import java.util.List;
import leasehold.ui.fx.Toolkit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the program: the window, or the command that is given. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int WRONG = 2;

    private Main() {}

    /** Runs the command, or opens the window, or says in one sentence why it cannot. */
    public static void main(String[] args) {
        Request request = Request.of(List.of(args));
        switch (request) {
            case Request.Command _ -> leasehold.cli.Main.main(args);
            case Request.Wrong(String why) -> end(why);
            case Request.Window window -> open(window);
        }
    }

    private static void open(Request.Window window) {
        if (!Display.there() || !started(window)) {
            end(Display.HELP);
        }
    }

    private static void end(String why) {
        LOG.error(why);
        System.exit(WRONG);
    }

    private static boolean started(Request.Window window) {
        try {
            Toolkit.start(() -> Launch.window(window.files()));
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}
