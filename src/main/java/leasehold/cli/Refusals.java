package leasehold.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong in one sentence, on standard error. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Streams streams;
    private final Texts texts;

    Refusals(Streams streams, Texts texts) {
        this.streams = streams;
        this.texts = texts;
    }

    /** Has a command refused where one of its values is. */
    static <T> T refusing(CommandSpec spec, Supplier<T> values) {
        try {
            return values.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Answers a command that is none. */
    int wrong(ParameterException e, String... args) {
        say(sentence(e, texts), List.of(args));
        return Exit.WRONG;
    }

    /** Answers a command that could not be done. */
    int unable(Exception e, CommandLine line, ParseResult said) {
        LOG.debug("{} failed", line.getCommandName(), e);
        String message = e.getMessage();
        say(message == null ? e.getClass().getName() : message, said.originalArgs());
        return Exit.UNABLE;
    }

    /** Returns what to say of a command that a person ended. */
    static IOException interrupted(Texts texts, Exception e) {
        Thread.interrupted();
        return new IOException(texts.get("refused.interrupted"), e);
    }

    private void say(String message, List<String> words) {
        streams.err().println(texts.get("refused", Sentence.refusal(message, words)));
    }

    /** Returns what is wrong with a command. */
    static String sentence(ParameterException e, Texts texts) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            List<String> allowed = first.startsWith("-") ? options(unmatched) : commands(e);
            String command = e.getCommandLine().getCommandSpec().qualifiedName();
            return allowed.isEmpty()
                    ? texts.get("refused.unknown", first, command)
                    : texts.get("refused.meant", first, String.join(", ", allowed), command);
        }
        return String.valueOf(e.getMessage());
    }

    private static List<String> options(UnmatchedArgumentException e) {
        return e.getSuggestions().stream().limit(3).toList();
    }

    private static List<String> commands(ParameterException e) {
        return e.getCommandLine().getSubcommands().keySet().stream()
                .sorted()
                .collect(Collectors.toList());
    }
}
