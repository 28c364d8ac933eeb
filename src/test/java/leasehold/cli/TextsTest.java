package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.backend.Setting;
import org.junit.jupiter.api.Test;

/** Every text of the command line that is asked for exists, and the other way round. */
class TextsTest {

    private static final Pattern ASKED =
            Pattern.compile("texts(?:\\(\\))?\\s*\\.(?:get|help)\\(\\s*\"([\\w.]+)\"\\s*[,)]");
    private static final Path CODE = Path.of("src", "main", "java", "leasehold", "cli");

    @Test
    void textsAreThoseThatAreAskedFor() {
        Set<String> asked = new TreeSet<>();
        Matcher matcher = ASKED.matcher(code());
        while (matcher.find()) {
            asked.add(matcher.group(1));
        }
        Stream.of(Quantity.values()).forEach(quantity -> asked.add("quantity." + quantity.word()));
        ReportCommand.facts(List.of(), List.of())
                .keySet()
                .forEach(fact -> asked.add("report." + fact));
        Stream.of(Setting.Type.values())
                .forEach(type -> asked.add("setting." + type.name().toLowerCase(Locale.ROOT)));
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        "leasehold.cli.texts", Locale.ENGLISH, Commands.class.getModule());
        assertThat(bundle.keySet()).containsExactlyInAnyOrderElementsOf(asked);
    }

    private static String code() {
        try (Stream<Path> files = Files.list(CODE)) {
            return files.map(TextsTest::text).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
