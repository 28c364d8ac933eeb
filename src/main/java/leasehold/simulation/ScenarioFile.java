package leasehold.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import leasehold.backend.Setting;

/**
 * Scenarios as small text files in UTF-8: lines {@code name = value} in the words of the {@link
 * Vocabulary}, comments that begin with {@code #}, blank lines; the first line that says something
 * is the version. What is not named has its default.
 */
public final class ScenarioFile {

    /** How the name of a scenario file ends. */
    public static final String ENDING = ".scenario";

    private static final String VERSION = "leasehold.scenario";
    private static final String NEWEST = "1";
    private static final int MOST_BYTES = 65_536;
    private static final int MOST_SAID = 60;
    private static final String ALLOWED = "'name = value', or a comment after #";

    private ScenarioFile() {}

    /** Writes a scenario, over what was in the file. */
    public static void save(Path file, Scenario scenario) throws IOException {
        Files.writeString(file, text(scenario));
    }

    /**
     * Reads a scenario.
     *
     * @throws IllegalArgumentException if it is none, with what is wrong and where
     */
    public static Scenario open(Path file) throws IOException {
        byte[] read = read(file);
        if (read.length > MOST_BYTES) {
            long size = Math.max(read.length, Files.size(file));
            throw refused("its size", size, "up to %d bytes".formatted(MOST_BYTES));
        }
        try {
            return scenario(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not text; allowed is UTF-8", e);
        }
    }

    /** A device says that it has no size, and never ends. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    static String text(Scenario scenario) {
        Map<String, String> help =
                Vocabulary.settings().stream()
                        .collect(Collectors.toMap(Setting::name, Setting::help));
        StringBuilder text = new StringBuilder("# A scenario of Leasehold's simulator.\n");
        text.append("%s = %s\n".formatted(VERSION, NEWEST));
        Spelling.used(scenario)
                .forEach(
                        (name, value) ->
                                text.append("\n# %s\n".formatted(help.get(name)))
                                        .append("%s = %s\n".formatted(name, value)));
        return text.toString();
    }

    static Scenario scenario(String text) {
        Map<String, String> values = values(text.lines().toList());
        String version = values.remove(VERSION);
        if (version == null) {
            throw new IllegalArgumentException(
                    "it is no scenario: it does not begin with '%s = %s'"
                            .formatted(VERSION, NEWEST));
        }
        if (!version.equals(NEWEST)) {
            throw refused(VERSION, version, NEWEST);
        }
        return Reading.scenario(values);
    }

    private static Map<String, String> values(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(line, "line " + (i + 1), values);
            }
        }
        return values;
    }

    private static void read(String line, String where, Map<String, String> values) {
        int sign = line.indexOf('=');
        if (sign < 1 || values.isEmpty() && !line.startsWith(VERSION)) {
            throw refused(where, line, values.isEmpty() ? VERSION + " = " + NEWEST : ALLOWED);
        }
        String name = line.substring(0, sign).strip();
        if (values.put(name, line.substring(sign + 1).strip()) != null) {
            throw refused(where, line, "each name once");
        }
    }

    private static IllegalArgumentException refused(String what, Object value, String allowed) {
        String said = value.toString();
        String brief = said.length() > MOST_SAID ? said.substring(0, MOST_SAID) + "…" : said;
        return new IllegalArgumentException(
                "%s is '%s'; allowed is %s".formatted(what, brief, allowed));
    }
}
