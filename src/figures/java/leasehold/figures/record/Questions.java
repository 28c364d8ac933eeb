package leasehold.figures.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import leasehold.history.Export;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.HistoryReader;
import leasehold.history.PastState;
import leasehold.history.Run;
import leasehold.history.StateSearch;
import leasehold.history.Tape;
import leasehold.monitor.report.HtmlReport;

/** Asks a record questions, and tells how long the answers took, in milliseconds. */
final class Questions {

    private static final int TIMES = 200;
    private static final int PAGE = 100;
    private static final double MILLI = 1e6;

    private final Path file;
    private final long events;
    private final Random random = new Random(42);

    /** Some times, sorted. */
    record Spread(double[] millis) {

        double at(double quantile) {
            return millis[(int) Math.min(millis.length - 1, Math.round(quantile * millis.length))];
        }
    }

    private interface Asked {
        void ask() throws IOException;
    }

    Questions(Path file, long events) {
        this.file = file;
        this.events = events;
    }

    /** Opens the record as the window does, and reads its newest page; once before to warm up. */
    double open() throws IOException {
        newest();
        return millis(this::newest);
    }

    private void newest() throws IOException {
        try (HistoryReader reader = HistoryReader.open(file)) {
            if (reader.before(Long.MAX_VALUE, PAGE).size() != PAGE) {
                throw new IOException("no newest page");
            }
        }
    }

    /** Reads pages from anywhere. */
    Spread pages() throws IOException {
        try (HistoryReader reader = HistoryReader.open(file)) {
            Run run = reader.runs().getFirst();
            return spread(
                    () -> {
                        long from = 1 + random.nextLong(events - PAGE);
                        if (Tape.page(reader, run, from, PAGE).size() != PAGE) {
                            throw new IOException("no page at " + from);
                        }
                    });
        }
    }

    /** Asks what the controller was like at any instant. */
    Spread states() throws IOException {
        try (HistoryReader reader = HistoryReader.open(file)) {
            StateSearch search = new StateSearch(reader);
            Run run = reader.runs().getFirst();
            return spread(
                    () -> {
                        long number = 1 + random.nextLong(events);
                        PastState state = search.at(run, Traffic.at(number));
                        if (state.number() != number || state.missing() > 0) {
                            throw new IOException("no state at " + number);
                        }
                    });
        }
    }

    /** Writes all of it to a file. */
    double export(ExportFormat format, Path to) throws IOException {
        try (HistoryReader reader = HistoryReader.open(file)) {
            Export export = new Export(reader, new HtmlReport(Clock.systemUTC()));
            return millis(
                    () -> {
                        try {
                            Files.deleteIfExists(to);
                            export.write(ExportOrder.of(format), to, _ -> {});
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    });
        }
    }

    /** The first times warm up, and do not count. */
    private static Spread spread(Asked asked) throws IOException {
        double[] millis = new double[TIMES];
        for (int i = -TIMES / 4; i < TIMES; i++) {
            double took = millis(asked);
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        return new Spread(millis);
    }

    private static double millis(Asked asked) throws IOException {
        long began = System.nanoTime();
        asked.ask();
        return (System.nanoTime() - began) / MILLI;
    }
}
