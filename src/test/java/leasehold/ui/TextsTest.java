package leasehold.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.backend.FailureCategory;
import leasehold.history.EventKind;
import leasehold.history.ExportFormat;
import leasehold.monitor.Advice;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LeaseState;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Stage;
import leasehold.monitor.Standing;
import leasehold.monitor.Target;
import leasehold.session.CloseReason;
import leasehold.session.SessionState;
import leasehold.simulation.ArrivalKind;
import leasehold.simulation.LimitKind;
import leasehold.simulation.Preset;
import leasehold.simulation.SpanKind;
import leasehold.ui.fx.CopyFormat;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.Rooms;
import leasehold.ui.model.CardText;
import leasehold.ui.model.Details;
import org.junit.jupiter.api.Test;

/** Every text that is asked for exists, and every text that exists is asked for. */
class TextsTest {

    private static final Pattern IN_FXML = Pattern.compile("=\"%([\\w.]+)\"");
    private static final Pattern KEY = Pattern.compile("(?m)^([\\w.]+)=");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]\\w*(?:\\.\\w+)+)\"");
    private static final List<Class<? extends Enum<?>>> DEFINED =
            List.of(
                    LeaseState.class,
                    SessionRecord.State.class,
                    CloseReason.class,
                    FailureCategory.class,
                    Standing.class,
                    ExportFormat.class,
                    Preset.class);
    private static final List<Class<? extends Enum<?>>> NAMED =
            List.of(
                    Keys.class,
                    Keys.Where.class,
                    CopyFormat.class,
                    EventKind.class,
                    Stage.class,
                    Advice.class,
                    FailureGroup.Got.class,
                    Target.Kind.class,
                    CardText.Action.class,
                    ArrivalKind.class,
                    SpanKind.class,
                    LimitKind.class,
                    Details.Act.class,
                    SessionState.class);

    private final ResourceBundle texts = Rooms.texts();
    private final String views = all(Path.of("resources", "leasehold"), ".fxml");
    private final String code =
            all(Path.of("src", "main", "java", "leasehold", "ui"), ".java")
                    + all(Path.of("src", "main", "java", "leasehold", "app"), ".java");

    @Test
    void everyTextOfAViewExists() {
        Set<String> asked = found(IN_FXML, views);
        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(texts.keySet()).containsAll(asked);
    }

    @Test
    void everyTextOfTheCodeExists() {
        Set<String> screens =
                texts.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.toSet());
        Set<String> asked =
                found(LITERAL, code).stream()
                        .filter(key -> screens.contains(key.substring(0, key.indexOf('.'))))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(texts.keySet()).containsAll(asked);
    }

    @Test
    void everyConstantHasItsWord() {
        assertThat(texts.keySet()).containsAll(ofConstants());
    }

    @Test
    void noKeyStandsTwice() {
        String file = all(Path.of("resources", "leasehold", "ui"), "texts.properties");
        List<String> keys = KEY.matcher(file).results().map(match -> match.group(1)).toList();
        assertThat(keys).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> left = new TreeSet<>(texts.keySet());
        left.removeAll(found(IN_FXML, views));
        left.removeAll(ofConstants());
        left.removeIf(key -> code.contains('"' + key + '"'));
        // The details' facts are named by their last word.
        left.removeIf(
                key ->
                        key.startsWith("details.")
                                && code.contains('"' + key.substring("details.".length()) + '"'));
        assertThat(left).isEmpty();
    }

    private static Set<String> ofConstants() {
        Set<String> keys = new TreeSet<>();
        for (Class<? extends Enum<?>> type : DEFINED) {
            keys.addAll(keys(type, ""));
            keys.addAll(keys(type, ".hint"));
        }
        NAMED.forEach(type -> keys.addAll(keys(type, "")));
        return keys;
    }

    private static List<String> keys(Class<? extends Enum<?>> type, String ending) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> type.getSimpleName() + "." + constant.name() + ending)
                .filter(key -> !key.equals("Action.NONE"))
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String all(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(TextsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
