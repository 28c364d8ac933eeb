package leasehold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.history.Retention;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * How the window is to be opened. Immutable.
 *
 * @param record where it keeps its record, if that is said
 * @param retention how much of it is kept
 * @param recordings what is opened beside
 */
public record Opening(Optional<Path> record, Retention retention, List<Path> recordings) {

    /** Keeps its own copy of what is in the list. */
    public Opening {
        recordings = List.copyOf(recordings);
    }

    /**
     * Reads what stands after {@code leasehold open}.
     *
     * @throws IllegalArgumentException if it is not allowed; the message is a sentence
     */
    public static Opening of(List<String> words) {
        OpenCommand command = new OpenCommand(new Texts());
        List<String> all = new ArrayList<>(words);
        all.addFirst(command.spec().name());
        try {
            ParseResult said = Commands.alone(command.spec()).parseArgs(all.toArray(String[]::new));
            return command.opening(said.subcommand());
        } catch (ParameterException e) {
            String sentence = Refusals.sentence(e, new Texts());
            throw new IllegalArgumentException(Sentence.refusal(sentence, words), e);
        } catch (IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(Sentence.refusal(sentence, words), e);
        }
    }
}
