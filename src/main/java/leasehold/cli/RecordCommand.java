package leasehold.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import leasehold.history.HistoryReader;
import leasehold.session.Subscription;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command that reads a record: what is said is checked before the record is opened. */
abstract class RecordCommand<T> implements Callable<Integer> {

    private final CommandSpec spec;
    private final Interrupts interrupts;
    private final Streams streams;
    private final Texts texts;

    /**
     * Describes the options that all of them have; a command adds its own.
     *
     * @param description what it does
     * @param interrupts end what it does, so that nothing half done stays
     */
    RecordCommand(
            String name, String description, Streams streams, Interrupts interrupts, Texts texts) {
        this.interrupts = interrupts;
        this.streams = streams;
        this.texts = texts;
        spec = CommandSpec.wrapWithoutInspection(this).name(name);
        spec.usageMessage().description(description);
        RecordOptions.describe(spec, texts);
        RecordOptions.describeController(spec, texts);
    }

    final CommandSpec spec() {
        return spec;
    }

    @Override
    public final Integer call() throws IOException {
        ParseResult said = spec.commandLine().getParseResult();
        T order = Refusals.refusing(spec, () -> order(said));
        try (Subscription _ = interrupts.during(Thread.currentThread()::interrupt);
                HistoryReader reader = RecordOptions.open(spec)) {
            answer(reader, order);
        } catch (InterruptedException | ClosedByInterruptException e) {
            throw Refusals.interrupted(texts, e);
        }
        return Exit.DONE;
    }

    /**
     * Returns what is to be done.
     *
     * @throws IllegalArgumentException if it is not allowed
     */
    abstract T order(ParseResult said);

    /** Does it, and tells what came of it. */
    abstract void answer(HistoryReader reader, T order) throws IOException, InterruptedException;

    final Streams streams() {
        return streams;
    }

    final Texts texts() {
        return texts;
    }
}
