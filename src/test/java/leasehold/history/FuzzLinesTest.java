package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * JSON lines that are damaged, or made up by somebody, are imported or refused with a sentence that
 * names the line: nothing else is thrown, and what is refused leaves nothing behind.
 */
class FuzzLinesTest {

    private static final int USUAL = 150;
    private static final Pattern VALUE = Pattern.compile(":(-?\\d+|\"[^\"]*\"|\\[|\\{)");
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1.5",
                    "1e999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "\"\"",
                    "\"x\"",
                    "\"\\u0000\"",
                    "\"\\uD800\"",
                    "[]",
                    "{}",
                    "[[[]]]",
                    "\"+999999999-12-31T00:00:00Z\"",
                    "\"monitor.run\"",
                    "\"monitor.snapshot\"",
                    "\"monitor.gap\"",
                    "\"CUT\"",
                    "[".repeat(2_000),
                    "\"" + "x".repeat(100_000) + "\"");

    @TempDir private Path folder;
    private Tray tray;

    @BeforeEach
    void open() throws SQLException {
        tray = new Tray();
    }

    @AfterEach
    void close() throws SQLException {
        tray.close();
    }

    @Test
    void damagedLinesAreImportedOrRefused() throws Exception {
        List<String> lines = lines();
        AtomicLong refused = new AtomicLong();
        Inputs.seeds(USUAL)
                .forEach(
                        seed -> {
                            try {
                                byte[] bytes = damaged(lines, Inputs.random(seed));
                                refused.addAndGet(tried(seed, bytes));
                            } catch (Throwable e) {
                                throw new AssertionError("seed " + seed, e);
                            }
                        });
        long tried = Inputs.seeds(USUAL).count();
        Inputs.tell("JSON lines", tried, "%,d of them refused".formatted(refused.get()));
        assertThat(refused.get()).isBetween(tried / 2, tried - 1);
    }

    private List<String> lines() throws Exception {
        Path record = folder.resolve("record.sqlite");
        AnyTale.write(record, 7, 25);
        Path to = folder.resolve("lines");
        try (HistoryReader reader = new HistoryReader(record)) {
            new Export(reader, (_, _, _, _) -> {})
                    .write(ExportOrder.of(ExportFormat.JSON_LINES), to, _ -> {});
        }
        return Files.readAllLines(to);
    }

    private int tried(long seed, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("lines"), bytes);
        try {
            if (Inputs.isUsual(seed, USUAL)) {
                taken(file);
            } else {
                tray.take(file);
            }
            return 0;
        } catch (HistoryRefusedException e) {
            assertThat(e.getMessage())
                    .startsWith(file + " ")
                    .matches(".*(cannot be imported: line \\d+: |is no export of a record).*")
                    .hasSizeLessThan(1_000);
            return 1;
        } finally {
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    /** Imports into a record on the disk, of which nothing stands there if it is refused. */
    private void taken(Path file) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path target = home.resolve("target.sqlite");
        try {
            new Import(target).read(file, _ -> {});
            assertThat(Stored.entries(target)).isNotNull();
        } catch (HistoryRefusedException e) {
            assertThat(target).doesNotExist();
            throw e;
        } finally {
            for (String name : Stored.names(home)) {
                assertThat(name).matches("target.sqlite(-wal|-shm|.lock)?");
                Files.delete(home.resolve(name));
            }
        }
    }

    private static byte[] damaged(List<String> lines, Random random) {
        List<String> changed = new ArrayList<>(lines);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(8)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.add(at, changed.get(random.nextInt(changed.size())));
                case 2 -> Collections.swap(changed, at, random.nextInt(changed.size()));
                case 3 -> changed.set(at, cut(changed.get(at), random));
                default -> changed.set(at, revalued(changed.get(at), random));
            }
        }
        byte[] bytes = (String.join("\n", changed) + "\n").getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(9) == 0
                ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
                : bytes;
    }

    private static String cut(String line, Random random) {
        return line.substring(0, random.nextInt(Math.max(1, line.length())));
    }

    /** Puts another value in place of one. */
    private static String revalued(String line, Random random) {
        Matcher values = VALUE.matcher(line);
        List<int[]> places = new ArrayList<>();
        while (values.find()) {
            places.add(new int[] {values.start(1), values.end(1)});
        }
        if (places.isEmpty()) {
            return line;
        }
        int[] place = places.get(random.nextInt(places.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return line.substring(0, place[0]) + value + line.substring(place[1]);
    }
}
