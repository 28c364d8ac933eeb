package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** A JVM of its own, for what only a whole JVM can show. */
final class Child {

    private Child() {}

    /** Runs a main class with JVM options and an argument, and returns the lines it wrote. */
    static List<String> run(List<String> options, Class<?> main, String argument)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName(), argument));
        Path output = java.nio.file.Files.createTempFile("child", ".txt");
        Process child =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            boolean ended = child.waitFor(120, TimeUnit.SECONDS);
            String said = java.nio.file.Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("it ends; it said %s", said).isTrue();
            assertThat(child.exitValue()).as(said).isZero();
            return said.lines().filter(line -> !line.startsWith("SLF4J")).toList();
        } finally {
            child.destroyForcibly();
            java.nio.file.Files.delete(output);
        }
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Path.of("target", "classes").toString(),
                Path.of("target", "test-classes").toString(),
                Path.of(locationOf(Logger.class)).toString());
    }

    private static java.net.URI locationOf(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
