package leasehold.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import leasehold.session.CaptureLevel;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs every figure of the README, peers in the same run, and writes them as tables. */
public final class Main {

    private static final double[] LEFT_OUT = {Double.NaN, Double.NaN};

    private final List<String> lines = new ArrayList<>();
    private final Path folder;

    private Main(Path folder) {
        this.folder = folder;
    }

    /** Takes the folder to write to. */
    public static void main(String[] args) throws Exception {
        Main main = new Main(Path.of(args[0]));
        main.retained();
        main.takeAndGive();
        main.crowd();
        Files.write(main.folder.resolve("figures.md"), main.lines);
    }

    private void takeAndGive() throws RunnerException {
        Map<String, double[]> nanos = new TreeMap<>();
        for (int threads = 1; threads <= 2; threads++) {
            for (RunResult result : run(TakeAndGive.class, threads)) {
                nanos.computeIfAbsent(name(result), _ -> new double[4]);
                double[] row = nanos.get(name(result));
                row[threads - 1] = result.getPrimaryResult().getScore();
                row[threads + 1] = result.getPrimaryResult().getScoreError();
            }
        }
        double[] peer = nanos.getOrDefault("hikariCP", LEFT_OUT);
        int cores = Runtime.getRuntime().availableProcessors();
        say(
                "| take and give back, ns (%d cores) | 1 thread | × HikariCP | 2 threads | × HikariCP |"
                        .formatted(cores));
        say("|---|---:|---:|---:|---:|");
        nanos.entrySet().stream()
                .sorted((a, b) -> Double.compare(a.getValue()[0], b.getValue()[0]))
                .forEach(row -> say(row(row.getKey(), row.getValue(), peer)));
        say("");
    }

    private static String row(String name, double[] nanos, double[] peer) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f ± %.0f | %.2f | %.0f ± %.0f | %.2f |",
                name,
                nanos[0],
                nanos[2],
                nanos[0] / peer[0],
                nanos[1],
                nanos[3],
                nanos[1] / peer[1]);
    }

    private void crowd() throws RunnerException {
        say("| 100,000 virtual threads, once each | ms |");
        say("|---|---:|");
        for (RunResult result : run(Crowd.class, 1)) {
            say(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.0f ± %.0f |",
                            name(result),
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError()));
        }
    }

    private void retained() throws Exception {
        say("| retained by a live lease, of 1,000,000 | bytes |");
        say("|---|---:|");
        say("| capture OFF | " + Retained.bytesPerLease(CaptureLevel.OFF) + " |");
        say("| capture SITE | " + Retained.bytesPerLease(CaptureLevel.SITE) + " |");
        say("");
    }

    private Collection<RunResult> run(Class<?> benchmarks, int threads) throws RunnerException {
        String results = "jmh-%s-%d.json".formatted(benchmarks.getSimpleName(), threads);
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(
                                "\\."
                                        + benchmarks.getSimpleName()
                                        + "\\."
                                        + System.getProperty("jmh.benchmarks", ""))
                        .threads(threads)
                        .resultFormat(ResultFormatType.JSON)
                        .result(folder.resolve(results).toString());
        return new Runner(options.build()).run();
    }

    private static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    private void say(String line) {
        lines.add(line);
    }
}
