package leasehold.figures;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import leasehold.figures.record.Stores;

/** Makes the figures of the window, each run in a process of its own, and writes them as tables. */
public final class Main {

    private static final List<Long> RATES = List.of(10_000L, 100_000L, 1_000_000L);
    private static final List<Long> RECORDS = List.of(10_000L, 10_000_000L);
    private static final int LEASES = 100;
    private static final long GRACE_SECONDS = 60;

    private final List<String> lines = new ArrayList<>();
    private final long seconds;

    private Main(long seconds) {
        this.seconds = seconds;
    }

    /** Takes the folder to write to, and how many seconds each run under load takes. */
    public static void main(String[] args) throws Exception {
        Main main = new Main(Long.parseLong(args[1]));
        main.underLoad();
        main.acts();
        main.firstFrame();
        main.longRecord();
        Files.write(Path.of(args[0]).resolve("window-figures.md"), main.lines);
    }

    private void underLoad() throws Exception {
        say(
                "| events/s, window | made/s | gap p50, ms | p99 | max | lag p95, ms | heap, MB | exact |");
        say("|---|---:|---:|---:|---:|---:|---:|---|");
        for (long rate : RATES) {
            for (Subject.Kind kind : Subject.Kind.values()) {
                String row = run(UnderLoad.class, kind, rate, seconds);
                say("| %,d, %s | %s".formatted(rate, name(kind), row));
            }
        }
        say("");
    }

    private void acts() throws Exception {
        say("| act on 100,000 rows, window | ms |");
        say("|---|---:|");
        for (Subject.Kind kind : List.of(Subject.Kind.LEASEHOLD, Subject.Kind.COALESCING)) {
            run(Acts.class, kind)
                    .lines()
                    .forEach(line -> say("| %s: %s |".formatted(name(kind), line)));
        }
        say("");
    }

    private void firstFrame() throws Exception {
        say("| window | first frame, ms | CPU at rest, of a core | minimised |");
        say("|---|---:|---:|---:|");
        say("| Leasehold | " + run(FirstFrame.class, "OURS"));
        say("| a bare FXML window | " + run(FirstFrame.class, "BARE"));
    }

    private void longRecord() throws Exception {
        say("");
        say(
                "| events in the record | tab open, ms | longest frame | scrolling p50, ms | p99 | max | jumping p50, ms | p99 | max |");
        say("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (long size : RECORDS) {
            Path folder = Files.createTempDirectory("leasehold-figures-");
            Path file = folder.resolve(Ours.RECORD);
            Stores.fill(file, LEASES, number -> number < size);
            say("| %,d | %s".formatted(size, run(LongRecord.class, folder)));
            Stores.delete(file);
            Files.delete(folder);
        }
    }

    private static String name(Subject.Kind kind) {
        return switch (kind) {
            case LEASEHOLD -> "**Leasehold**";
            case COALESCING -> "a plain coalescing table";
            case NAIVE -> "`runLater` an event";
        };
    }

    private String run(Class<?> program, Object... arguments) throws Exception {
        Stream<String> java =
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Dprism.order=sw",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "--enable-native-access=ALL-UNNAMED",
                        "--class-path",
                        System.getProperty("java.class.path"),
                        program.getName());
        Path said = Files.createTempFile("figures", ".txt");
        Process child =
                new ProcessBuilder(
                                Stream.concat(java, Arrays.stream(arguments).map(Object::toString))
                                        .toList())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(said.toFile())
                        .start();
        if (!child.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            return "froze";
        }
        String text = Files.readString(said, StandardCharsets.UTF_8).strip();
        Files.delete(said);
        return text.isEmpty() ? "failed" : text;
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
