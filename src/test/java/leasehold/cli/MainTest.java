package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.history.HistoryStore;
import leasehold.session.ServerSessionController;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import picocli.CommandLine;

/** The command line as a process of its own, with no toolkit on its path. */
class MainTest {

    private static final String NO_LOGGER = "-Dslf4j.internal.verbosity=ERROR";

    @TempDir private Path folder;

    @Test
    void itRunsWithoutAToolkitAndExitsWithTheCodeOfTheCommand() throws Exception {
        Process command =
                started("simulate", "--leases=3", "--holdTime=0s", "--fail-if=granted==3");
        String printed =
                new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor()).isEqualTo(Exit.FAILED);
        assertThat(printed).containsPattern(" 3  granted ");
    }

    @Test
    void processThatIsEndedStillTellsWhatCameOfTheRun() throws Exception {
        Process command = started("simulate", "--clients=1", "--holdTime=1ms", "--thinkTime=1ms");
        try (BufferedReader said = command.errorReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).contains("Ctrl+C");
            // Unlike that of the process, this leaves the streams open.
            assertThat(command.toHandle().destroy()).isTrue();
            String printed =
                    new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(printed).containsPattern("  granted ").contains("the run took");
        }
        assertThat(command.waitFor()).isNotZero();
    }

    @Test
    void recordIsNotCalledDamagedWhereSqliteFindsNoRoom() throws Exception {
        Path record = folder.resolve("record.sqlite");
        HistoryStore.open(record).close();
        Path nowhere = folder.resolve("nowhere");
        Process command =
                new ProcessBuilder(
                                java(),
                                "-cp",
                                whole(),
                                NO_LOGGER,
                                "-Djava.io.tmpdir=" + nowhere,
                                Main.class.getName(),
                                "report",
                                "--record=" + record)
                        .start();
        String said = new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor()).isEqualTo(Exit.UNABLE);
        assertThat(said.lines().toList().getLast())
                .isEqualTo(
                        "leasehold: %s cannot be read. The library of SQLite cannot be unpacked into %s and loaded. Make room there, or name another place by the property java.io.tmpdir."
                                .formatted(record, nowhere));
    }

    private static String whole() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Process started(String... args) throws Exception {
        String path =
                Stream.of(ServerSessionController.class, Logger.class, CommandLine.class)
                        .map(MainTest::place)
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> words =
                Stream.concat(
                                Stream.of(java(), "-cp", path, NO_LOGGER, Main.class.getName()),
                                Stream.of(args))
                        .toList();
        return new ProcessBuilder(words).start();
    }

    private static String place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
