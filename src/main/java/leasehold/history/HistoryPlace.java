package leasehold.history;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a program keeps its record if nobody names a place: {@code record.sqlite} in the folder of
 * the program, in that which the platform has for the data of a user's programs. That is {@code
 * $XDG_DATA_HOME}, else {@code ~/.local/share}, on Unix, {@code ~/Library/Application Support} on
 * macOS, and {@code %LOCALAPPDATA%} on Windows.
 */
public final class HistoryPlace {

    private static final String FILE = "record.sqlite";

    private HistoryPlace() {}

    /** Returns the place on this machine. Makes nothing. */
    public static Path standard() {
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", "")),
                System::getenv);
    }

    static Path of(String system, Path home, Function<String, @Nullable String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            Path local = home.resolve("AppData").resolve("Local");
            return folder("LOCALAPPDATA", environment)
                    .orElse(local)
                    .resolve("Leasehold")
                    .resolve(FILE);
        }
        if (name.startsWith("mac")) {
            Path support = home.resolve("Library").resolve("Application Support");
            return support.resolve("Leasehold").resolve(FILE);
        }
        Path share = home.resolve(".local").resolve("share");
        return folder("XDG_DATA_HOME", environment)
                .orElse(share)
                .resolve("leasehold")
                .resolve(FILE);
    }

    /** Returns the folder that a variable names; a relative one is to be ignored. */
    private static Optional<Path> folder(
            String variable, Function<String, @Nullable String> environment) {
        return Optional.ofNullable(environment.apply(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
