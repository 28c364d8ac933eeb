package leasehold.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs one command, and exits with its code: see {@link Exit}. */
    public static void main(String[] args) {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(outlet, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        int code = new Commands(new Streams(out, err, terminal), new ExitInterrupts()).run(args);
        out.flush();
        err.flush();
        if (code == Exit.DONE && outlet.trouble().isPresent()) {
            Texts texts = new Texts();
            unable(texts.get("refused.out", outlet.trouble().get()));
        }
        System.exit(code);
    }

    /** Says why a command is none, and exits with its code: see {@link Exit}. */
    public static void wrong(String why) {
        end(why, Exit.WRONG);
    }

    /** Says why something cannot be done, and exits with its code: see {@link Exit}. */
    public static void unable(String why) {
        end(why, Exit.UNABLE);
    }

    private static void end(String why, int code) {
        System.err.println(new Texts().get("refused", why));
        System.exit(code);
    }
}
