package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leasehold.session.Subscription;
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
            assertThat(said.out())
                    .containsPattern("\\d+ runs? with [0-9,]+ entries imported into ");
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
        List<String> shown = commands();
        shown.addAll(openings());
        assertThat(shown.stream().map(command -> command.split(" ", 2)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(all());
    }

    /** The window is not opened for it. */
    @Test
    void everyOpeningIsAllowed() throws IOException {
        for (String opening : openings()) {
            List<String> words = List.of(words(opening));
            assertThatNoException().isThrownBy(() -> Opening.of(words.subList(1, words.size())));
        }
    }

    private static Set<String> all() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Streams streams = new Streams(nowhere, nowhere, false);
        return new Commands(streams, _ -> Subscription.NONE).line().getSubcommands().keySet();
    }

    private static List<String> openings() throws IOException {
        return Pattern.compile("`leasehold (open [^`]+)`")
                .matcher(Files.readString(README))
                .results()
                .map(opening -> opening.group(1))
                .toList();
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
