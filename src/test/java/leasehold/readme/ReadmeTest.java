package leasehold.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.session.ServerSessionController;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** What the README shows compiles, runs, and prints what it says. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @TempDir Path folder;

    @Test
    void theExampleCompilesAndPrintsWhatTheReadmeSays() throws Exception {
        Path source = Files.writeString(folder.resolve("Embedding.java"), block("java"));
        assertThat(run(source)).isEqualToNormalizingNewlines(block("text"));
    }

    @Test
    void everyFileThatTheReadmeNamesIsThere() throws Exception {
        Matcher links =
                Pattern.compile("\\]\\((?!http)([^)#]+)\\)").matcher(Files.readString(README));
        while (links.find()) {
            assertThat(Path.of(links.group(1))).exists();
        }
    }

    private static String block(String language) throws Exception {
        Matcher blocks =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(README));
        assertThat(blocks.find()).isTrue();
        return blocks.group(1);
    }

    private static String run(Path source) throws Exception {
        String path =
                Stream.of(ServerSessionController.class, Logger.class)
                        .map(
                                type ->
                                        type.getProtectionDomain()
                                                .getCodeSource()
                                                .getLocation()
                                                .getPath())
                        .collect(Collectors.joining(File.pathSeparator));
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                path,
                                source.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).isZero();
        return printed;
    }
}
