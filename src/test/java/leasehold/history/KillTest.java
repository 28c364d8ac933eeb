package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import leasehold.session.SessionListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A program is killed at any moment: the file opens, what was known to be stored is there and what
 * was told a second before the kill, the seam shows the kill, and the ledger balances.
 */
class KillTest {

    private static final Random RANDOM = new Random(20250603);
    private static final Pattern TOLD = Pattern.compile("told (\\d+) at (\\d+)");

    /** So much may be lost. */
    private static final long LOST_MILLIS = 1_000;

    @TempDir private Path folder;
    private Path file;

    @Test
    void fiveKills() throws Exception {
        kill(5);
    }

    @Test
    @Tag("stress")
    void hundredKills() throws Exception {
        kill(100);
    }

    @Test
    void anotherProcessThatWritesIsNamed() throws Exception {
        file = folder.resolve("demo.leasehold");
        Process other = start();
        try (BufferedReader said = other.inputReader();
                HistoryStore store = openBeside(said)) {
            assertThat(store.readOnly().orElseThrow())
                    .startsWith("Another program writes to it: process " + other.pid() + " of ");
            try (HistoryReader reader = store.reader()) {
                assertThat(reader.count()).isPositive();
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (HistoryStore store = HistoryStore.open(file)) {
            assertThat(store.readOnly()).isEmpty();
        }
    }

    private HistoryStore openBeside(BufferedReader said) throws IOException {
        assertThat(said.lines().anyMatch(KillTest::isStored)).isTrue();
        return HistoryStore.open(file);
    }

    private void kill(int times) throws Exception {
        file = folder.resolve("demo.leasehold");
        for (int run = 1; run <= times; run++) {
            long there = killOne(1 + RANDOM.nextInt(12));
            HistoryStore.open(file).close();
            check(run, there);
        }
        assertThat(Stored.query(file, "SELECT granted - released - held FROM ledger"))
                .hasSize(times)
                .containsOnly("0");
        assertThat(Stored.query(file, "PRAGMA integrity_check")).containsExactly("ok");
    }

    /**
     * Kills a program after it said so many times what is stored; returns the number of the last
     * event that must be there.
     */
    private long killOne(int after) throws Exception {
        Process program = start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader said = program.inputReader()) {
            for (int i = 0; i < after; i += isStored(lines.getLast()) ? 1 : 0) {
                lines.add(Objects.requireNonNull(said.readLine(), "the program has ended"));
            }
            assertThat(program.waitFor(RANDOM.nextInt(200), TimeUnit.MILLISECONDS)).isFalse();
            long lost = System.currentTimeMillis() - LOST_MILLIS;
            program.toHandle().destroyForcibly();
            said.lines().forEach(lines::add);
            return lines.stream().mapToLong(line -> sure(line, lost)).max().orElseThrow();
        } finally {
            program.destroyForcibly();
        }
    }

    private static boolean isStored(String line) {
        return line.matches("\\d+");
    }

    /** Returns the number in a line, if its event must be stored; else 0. */
    private static long sure(String line, long lost) {
        Matcher told = TOLD.matcher(line);
        if (told.matches()) {
            return Long.parseLong(told.group(2)) < lost ? Long.parseLong(told.group(1)) : 0;
        }
        return isStored(line) ? Long.parseLong(line) : 0;
    }

    private void check(long run, long there) throws Exception {
        Run killed = Stored.runs(file).getLast();
        assertThat(killed.id()).isEqualTo(run);
        Run.End end = killed.end().orElseThrow();
        assertThat(end.ending()).isEqualTo(Run.Ending.CUT);
        assertThat(end.number()).isGreaterThanOrEqualTo(there);
        assertThat(end.sessions()).isLessThanOrEqualTo(1);
        List<Entry> entries = Stored.entries(file, run);
        int first = run == 1 ? 0 : 1;
        if (run > 1) {
            assertThat(entries.getFirst()).isInstanceOf(Entry.Seam.class);
        }
        for (int i = first; i < entries.size(); i++) {
            assertThat(entries.get(i).number()).isEqualTo(i - first + 1);
        }
        assertThat(entries.getLast().number()).isEqualTo(end.number());
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        KilledProgram.class.getName(),
                        file.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** This store, its tests, and what it stands on. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Stream.of(
                                HistoryStore.class,
                                KilledProgram.class,
                                Schema.class,
                                SessionListener.class,
                                Logger.class,
                                SQLiteConfig.class,
                                JsonGenerator.class,
                                JsonNode.class,
                                com.fasterxml.jackson.annotation.JsonProperty.class)
                        .map(KillTest::locationOf)
                        .distinct()
                        .toList());
    }

    private static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
