package leasehold.figures.record;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import leasehold.history.ExportFormat;

/** Makes the figures of the record, beside peers, and writes them as tables. */
public final class Main {

    private static final long[] SIZES = {10_000, 1_000_000, 10_000_000};
    private static final long EXPORTED = 1_000_000;
    private static final int[] HELD = {100, 10_000};
    private static final double MEGA = 1e6;

    private final List<String> lines = new ArrayList<>();
    private final Path folder;
    private final double seconds;

    private Main(Path folder, double seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    /** Takes the folder to write to, and for how many seconds each peer inserts. */
    public static void main(String[] args) throws Exception {
        Path target = Path.of(args[0]).toAbsolutePath();
        Path folder = Files.createTempDirectory(target, "record-figures");
        Main main = new Main(folder, Double.parseDouble(args[1]));
        try {
            main.pace();
            main.answers();
        } finally {
            PlainInserts.delete(folder.resolve("record"));
            PlainInserts.delete(folder.resolve("pace"));
            Files.deleteIfExists(folder.resolve("export"));
            Files.delete(folder);
        }
        Files.write(target.resolve("record-figures.md"), main.lines);
    }

    private void pace() throws IOException, InterruptedException, SQLException {
        say("load before: %.2f", load());
        say("");
        say("| into a file, 1 thread tells | events/s | bytes an event |");
        say("|---|---:|---:|");
        Path file = folder.resolve("pace");
        for (int round = 0; round < 2; round++) {
            boolean counts = round == 1;
            double length = counts ? seconds : Math.min(seconds, 3);
            for (int held : HELD) {
                long until = System.nanoTime() + Math.round(length * 1e9);
                row(
                        counts,
                        "**Leasehold**, %,d leases held".formatted(held),
                        Stores.fill(file, held, _ -> System.nanoTime() < until));
                Stores.delete(file);
            }
            for (boolean indexed : new boolean[] {true, false}) {
                String with = indexed ? "the same indexes" : "no index";
                row(
                        counts,
                        "plain JDBC, SQLite, " + with,
                        PlainInserts.sqlite(file, indexed, length));
                PlainInserts.delete(file);
                row(counts, "plain JDBC, H2, " + with, PlainInserts.h2(file, indexed, length));
                PlainInserts.delete(file);
            }
        }
        say("");
    }

    private void row(boolean counts, String name, Stores.Filled filled) {
        if (counts) {
            say("| %s | %,.0f | %.0f |", name, filled.rate(), filled.bytesAnEvent());
        }
    }

    private void answers() throws IOException, InterruptedException {
        List<String> exports = new ArrayList<>();
        say("load before: %.2f", load());
        say("");
        say(
                "| events | GB | open and newest page, ms | page p50, ms | p99 | state at p50, ms | p99 |");
        say("|---:|---:|---:|---:|---:|---:|---:|");
        for (long size : SIZES) {
            Path file = folder.resolve("record-" + size);
            Stores.Filled filled = Stores.fill(file, HELD[0], number -> number < size);
            Questions ask = new Questions(file, filled.events());
            double open = ask.open();
            Questions.Spread pages = ask.pages();
            Questions.Spread states = ask.states();
            say(
                    "| %,d | %.3f | %.0f | %.2f | %.2f | %.1f | %.1f |",
                    size,
                    filled.bytes() / 1e9,
                    open,
                    pages.at(0.5),
                    pages.at(0.99),
                    states.at(0.5),
                    states.at(0.99));
            if (size == EXPORTED) {
                exports.addAll(exports(ask));
            }
            Stores.delete(file);
        }
        say("");
        say("| export of %,d events | s | MB |", EXPORTED);
        say("|---|---:|---:|");
        exports.forEach(line -> say("%s", line));
    }

    private List<String> exports(Questions ask) throws IOException {
        List<String> rows = new ArrayList<>();
        for (ExportFormat format : ExportFormat.values()) {
            Path to = folder.resolve("export");
            double millis = ask.export(format, to);
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.1f | %.1f |",
                            format.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            millis / 1_000,
                            Files.size(to) / MEGA));
            Files.delete(to);
        }
        return rows;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void say(String line, Object... values) {
        String text = String.format(Locale.ROOT, line, values);
        lines.add(text);
        System.out.println(text);
    }
}
