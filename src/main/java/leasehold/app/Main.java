package leasehold.app;

import java.util.List;
import leasehold.cli.Opening;
import leasehold.ui.fx.Toolkit;

/** Starts the program: the window, or the command that is given. */
public final class Main {

    private Main() {}

    /** Runs the command, or opens the window, or says in one sentence why it cannot. */
    public static void main(String[] args) {
        Request request = Request.of(List.of(args), System::getProperty);
        switch (request) {
            case Request.Command _ -> leasehold.cli.Main.main(args);
            case Request.Wrong(String why) -> leasehold.cli.Main.wrong(why);
            case Request.Window(Opening opening) -> open(opening);
        }
    }

    private static void open(Opening opening) {
        if (!Display.there() || !started(opening)) {
            leasehold.cli.Main.unable(Display.HELP);
        }
    }

    private static boolean started(Opening opening) {
        try {
            Toolkit.start(() -> Launch.window(opening));
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}
