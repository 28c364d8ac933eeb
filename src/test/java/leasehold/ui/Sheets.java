package leasehold.ui;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The style sheets of the house and of its theme, and the colours that they name. */
final class Sheets {

    private static final Pattern TOKEN =
            Pattern.compile("(-(?:lh|color)-[a-z0-9-]+):\\s*(#\\p{XDigit}{6}\\b|rgba?\\([^)]*\\))");

    private Sheets() {}

    /** The sheets that name no colours themselves, by file. */
    static Map<Path, String> withoutColours() throws IOException {
        Map<Path, String> sheets = new HashMap<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".css")).toList()) {
                if (!file.endsWith("tokens.css")) {
                    sheets.put(file, Files.readString(file));
                }
            }
        }
        return sheets;
    }

    /** The colours of the house in a look. */
    static Map<String, String> house(String look) throws IOException {
        String all = Files.readString(folder().resolve("tokens.css"));
        int dark = all.indexOf(".lh:dark");
        return colours(look.equals("dark") ? all.substring(dark) : all.substring(0, dark));
    }

    /** The colours of the house and of its theme in a look. */
    static Map<String, String> all(String look) throws IOException {
        Map<String, String> colours = new HashMap<>(theme(look));
        colours.putAll(house(look));
        return colours;
    }

    private static Map<String, String> theme(String look) throws IOException {
        URI jar =
                URI.create(
                        "jar:"
                                + PrimerLight.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            Path sheet = files.getPath("/atlantafx/base/theme/primer-%s.css".formatted(look));
            return colours(Files.readString(sheet));
        }
    }

    /** What is named first is the theme's; what comes later is of single controls. */
    private static Map<String, String> colours(String text) {
        Map<String, String> colours = new HashMap<>();
        TOKEN.matcher(text)
                .results()
                .forEach(match -> colours.putIfAbsent(match.group(1), match.group(2)));
        return colours;
    }

    private static Path folder() {
        return Path.of("resources", "leasehold", "ui");
    }
}
