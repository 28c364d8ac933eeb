package leasehold.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the program is asked for by its arguments. */
sealed interface Request {

    /** A command of the command line, or help. */
    record Command() implements Request {}

    /** The window, with recordings opened in it. */
    record Window(List<Path> files) implements Request {}

    /** Nothing that can be done, and why. */
    record Wrong(String why) implements Request {}

    /** What may stand before the rest, as it is written in documents. */
    String NAME = "leasehold";

    /** Has recordings opened; may be left out before a name that no command has. */
    String OPEN = "open";

    /** Tells what arguments mean; without any it is the window. */
    static Request of(List<String> args) {
        boolean named = !args.isEmpty() && args.getFirst().equals(NAME);
        List<String> said = named ? args.subList(1, args.size()) : args;
        if (said.isEmpty()) {
            return named ? new Command() : new Window(List.of());
        }
        if (said.getFirst().equals(OPEN)) {
            return said.size() == 1
                    ? new Wrong("file is not given; allowed is: leasehold open FILE")
                    : window(said.subList(1, said.size()));
        }
        return isFile(said.getFirst()) ? window(said) : new Command();
    }

    private static Request window(List<String> names) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try {
                files.add(Path.of(name));
            } catch (InvalidPathException e) {
                return new Wrong("file is '%s'; allowed is the path of a file".formatted(name));
            }
        }
        return new Window(files);
    }

    /**
     * A command has no dot and no folder, so that a file of its name does not keep it from running.
     */
    private static boolean isFile(String name) {
        return !name.startsWith("-") && name.matches(".*[./\\\\:].*");
    }
}
