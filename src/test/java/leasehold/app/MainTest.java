package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.session.ServerSessionController;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.slf4j.Logger;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process of its own, where there is no display. */
class MainTest {

    private static final String NO_LOGGER = "-Dslf4j.internal.verbosity=ERROR";

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayItCouldNotBeDone() throws Exception {
        Process window = started();
        assertThat(said(window))
                .isEqualTo(
                        "leasehold: there is no display to open a window on; set DISPLAY, or put"
                                + " xvfb-run -a in front");
        assertThat(window.waitFor()).isEqualTo(3);
    }

    @Test
    void openingThatIsNoneIsWrong() throws Exception {
        Process window = started("open", "--keep-days=0");
        assertThat(said(window))
                .isEqualTo("leasehold: --keep-days is '0'; allowed is from 1 to 36500");
        assertThat(window.waitFor()).isEqualTo(2);
    }

    private static String said(Process process) throws Exception {
        byte[] bytes = process.getErrorStream().readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private static Process started(String... args) throws Exception {
        String path =
                Stream.of(
                                ServerSessionController.class,
                                Logger.class,
                                CommandLine.class,
                                JsonMapper.class,
                                Nullable.class)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .map(place -> place.getPath())
                        .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words =
                Stream.concat(
                                Stream.of(java, "-cp", path, NO_LOGGER, Main.class.getName()),
                                Stream.of(args))
                        .toList();
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().remove("DISPLAY");
        return builder.start();
    }
}
