package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the README shows does what it says there. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern SHOWN =
            Pattern.compile("(?m)(?:\\| `|-Dargs=\"|^bin/)leasehold ([^`\"|\\n]+)");

    /** In the order in which they stand there, for some read what others have written. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRuns(String command) {
        Said said = Said.by(words(command));
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        if (command.contains("--json")) {
            assertThat(said.out()).startsWith("{").contains("\"balanced\": true");
        } else if (command.startsWith("simulate")) {
            assertThat(said.out()).containsPattern("(?m)^ *\\d+  granted ");
        } else if (command.contains(".html")) {
            assertThat(said.out()).containsPattern("Report of [1-9][0-9,]* entries written to ");
        } else if (command.contains("--at")) {
            assertThat(said.out()).containsPattern("state +shut down since .*, event [1-9]");
        } else if (command.startsWith("report")) {
            assertThat(said.out()).containsPattern("sessions opened +[1-9]");
        } else if (command.startsWith("advise")) {
            assertThat(said.out())
                    .containsPattern("With 1 s linger: 1 open instead of (1[0-9]|20); open for ");
        } else if (command.startsWith("export")) {
            assertThat(said.out()).contains(" entries written to ");
        } else if (command.startsWith("import")) {
            assertThat(said.out()).containsPattern("\\d+ runs? with [0-9,]+ entries imported into ");
        } else {
            assertThat(said.out()).contains("jdbc  Database (JDBC)");
        }
    }

    @Test
    void dependencyIsThatOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        Matcher shown =
                Pattern.compile("<(groupId|artifactId|version)>[^<]+</\\1>")
                        .matcher(Files.readString(README));
        List<String> coordinates = shown.results().map(MatchResult::group).toList();
        assertThat(coordinates).hasSize(3);
        assertThat(build.substring(0, build.indexOf("<name>"))).contains(coordinates);
    }

    @Test
    void everyCommandIsShown() throws IOException {
        assertThat(commands())
                .anyMatch(command -> command.startsWith("simulate"))
                .anyMatch(command -> command.startsWith("backends"))
                .anyMatch(command -> command.startsWith("report"))
                .anyMatch(command -> command.startsWith("advise"))
                .anyMatch(command -> command.startsWith("export"))
                .anyMatch(command -> command.startsWith("import"))
                .hasSizeGreaterThan(4);
    }

    /** As if it were the first time. */
    @BeforeAll
    static void forget() throws IOException {
        Files.deleteIfExists(Path.of("target", "all.sqlite"));
    }

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher shown = SHOWN.matcher(Files.readString(README));
        while (shown.find()) {
            commands.add(shown.group(1));
        }
        return commands;
    }

    /** As a shell does, for words as plain as these. */
    private static String[] words(String command) {
        return command.replace("'", "").split(" ", -1);
    }
}
