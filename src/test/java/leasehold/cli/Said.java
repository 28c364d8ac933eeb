package leasehold.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import leasehold.session.Subscription;

/**
 * What a command said.
 *
 * @param code the code with which it exited
 * @param out what it wrote on standard output
 * @param err what it wrote on standard error
 */
record Said(int code, String out, String err) {

    /** Runs a command that nobody interrupts, with no terminal. */
    static Said by(String... args) {
        return by(_ -> Subscription.NONE, args);
    }

    static Said by(Interrupts interrupts, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Streams streams = new Streams(new PrintWriter(out), new PrintWriter(err), false);
        int code = new Commands(streams, interrupts).run(args);
        return new Said(code, out.toString(), err.toString());
    }

    /** Returns the number that a report in JSON has for a quantity. */
    long count(Quantity quantity) {
        String start = "\"" + quantity.word() + "\": ";
        return out.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).replace(",", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
