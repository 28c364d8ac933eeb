package leasehold.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out its answer
 * @param err what it has to say besides
 * @param terminal whether a person sees it as it comes, and a line can be written over
 */
record Streams(PrintWriter out, PrintWriter err, boolean terminal) {}
