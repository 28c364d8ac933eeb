package leasehold.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Tells a person how far a run is; by one thread. */
sealed interface Progress {

    /** Nothing is said. */
    Progress SILENT = new Silent();

    /** Empties the line of a terminal. */
    String CLEAR = "\r\033[K";

    /** How wide a bar is. */
    int WIDTH = 20;

    /**
     * How far a run is.
     *
     * @param elapsed for how long it has run
     * @param part which part of it is done, 0 to 1; empty if nobody knows
     * @param counts what was counted so far
     */
    record Now(Duration elapsed, OptionalDouble part, Map<Quantity, Long> counts) {}

    /** Tells how far it is. */
    void show(Now now);

    /** Leaves the place for the answer. */
    void end();

    /** Says nothing. */
    record Silent() implements Progress {

        @Override
        public void show(Now now) {}

        @Override
        public void end() {}
    }

    /** One line on a terminal, written over again and again. */
    record Bar(PrintWriter err, Texts texts) implements Progress {

        @Override
        public void show(Now now) {
            String bar = now.part().isPresent() ? bar(now.part().getAsDouble()) + " " : "";
            err.print(CLEAR + bar + line(texts, now));
            err.flush();
        }

        @Override
        public void end() {
            err.print(CLEAR);
            err.flush();
        }
    }

    /** A line now and then, where nothing can be written over. */
    final class Lines implements Progress {

        private static final Duration APART = Duration.ofSeconds(5);

        private final PrintWriter err;
        private final Texts texts;
        private Duration next = APART;

        Lines(PrintWriter err, Texts texts) {
            this.err = err;
            this.texts = texts;
        }

        @Override
        public void show(Now now) {
            if (now.elapsed().compareTo(next) >= 0) {
                err.println(line(texts, now));
                next = now.elapsed().plus(APART);
            }
        }

        @Override
        public void end() {}
    }

    /** Draws which part is done, 0 to 1. */
    static String bar(double part) {
        int done = (int) Math.floor(part * WIDTH);
        return "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "]";
    }

    private static String line(Texts texts, Now now) {
        String part =
                now.part().isPresent()
                        ? String.format(
                                Locale.ROOT, "%d %%", (int) (now.part().getAsDouble() * 100))
                        : "";
        return texts.get(
                        "progress.line",
                        part,
                        now.elapsed().toSeconds(),
                        now.counts().getOrDefault(Quantity.HELD, 0L),
                        now.counts().getOrDefault(Quantity.GRANTED, 0L),
                        now.counts().getOrDefault(Quantity.REFUSED, 0L),
                        now.counts().getOrDefault(Quantity.FAILED_OPENS, 0L))
                .strip();
    }
}
