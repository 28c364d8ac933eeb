package leasehold.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import leasehold.cli.Opening;
import org.jspecify.annotations.Nullable;

/** What the program is asked for by its arguments. */
sealed interface Request {

    /** A command of the command line, or help. */
    record Command() implements Request {}

    /** The window. */
    record Window(Opening opening) implements Request {}

    /** Nothing that can be done, and why. */
    record Wrong(String why) implements Request {}

    /** What may stand before the rest, as it is written in documents. */
    String NAME = "leasehold";

    /** Asks what there is to say, not for the window. */
    Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    /** Opens the window; may be left out before a file whose name no command has. */
    String OPEN = "open";

    /** What stands for the options where there are no arguments, as with Maven. */
    String PLACE = "leasehold.place";

    /** A recording to open, in the same way. */
    String RECORDING = "leasehold.open";

    /**
     * Tells what arguments mean; without any it is the window.
     *
     * @param properties returns the value of a system property
     */
    static Request of(List<String> args, Function<String, @Nullable String> properties) {
        boolean named = !args.isEmpty() && args.getFirst().equals(NAME);
        List<String> said = named ? args.subList(1, args.size()) : args;
        if (said.isEmpty()) {
            return named ? new Command() : window(said, properties);
        }
        if (said.getFirst().equals(OPEN)) {
            boolean help = said.stream().anyMatch(HELP::contains);
            return help ? new Command() : window(said.subList(1, said.size()), properties);
        }
        return isFile(said.getFirst()) ? window(said, properties) : new Command();
    }

    private static Request window(
            List<String> said, Function<String, @Nullable String> properties) {
        List<String> words = new ArrayList<>();
        value(PLACE, properties).ifPresent(file -> words.add("--record=" + file));
        value(RECORDING, properties).ifPresent(words::add);
        words.addAll(said);
        try {
            return new Window(Opening.of(words));
        } catch (IllegalArgumentException e) {
            return new Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> value(
            String property, Function<String, @Nullable String> properties) {
        return Optional.ofNullable(properties.apply(property)).filter(text -> !text.isBlank());
    }

    /**
     * A command has no dot and no folder, so that a file of its name does not keep it from running.
     */
    private static boolean isFile(String name) {
        return !name.startsWith("-") && name.matches("(?s).*[./\\\\:].*");
    }
}
