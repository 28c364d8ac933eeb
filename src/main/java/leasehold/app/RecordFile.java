package leasehold.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the window's record is: by the platform's convention, or where a property says. */
final class RecordFile {

    /** The system property that names another file. */
    static final String PROPERTY = "leasehold.record";

    private static final String NAME = "default.leasehold";

    private RecordFile() {}

    /** Returns the file of this user on this machine. */
    static Path usual() {
        return of(System::getProperty, System.getenv());
    }

    static Path of(UnaryOperator<String> properties, Map<String, String> environment) {
        String chosen = properties.apply(PROPERTY);
        return chosen != null ? Path.of(chosen) : folder(properties, environment).resolve(NAME);
    }

    private static Path folder(UnaryOperator<String> properties, Map<String, String> environment) {
        String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(properties.apply("user.home"));
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Leasehold");
        }
        if (system.startsWith("windows")) {
            return named(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Leasehold");
        }
        return named(environment, "XDG_DATA_HOME")
                .orElse(home.resolve(".local/share"))
                .resolve("leasehold");
    }

    /** The conventions have a variable ignored that names no absolute path. */
    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
