package leasehold.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import leasehold.history.HistoryReader;
import leasehold.replay.Recording;
import leasehold.simulation.CommandLine;
import leasehold.simulation.Load;
import leasehold.simulation.Replay;
import leasehold.simulation.Scenario;
import org.jspecify.annotations.Nullable;

/** The recording whose clients come in place of a scenario's, if one is chosen. */
public final class ReplayModel {

    /** How many times as fast a recording may be replayed here. */
    public static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 50, 100);

    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<Chosen>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Integer> speed = new SimpleObjectProperty<>(SPEEDS.getFirst());
    private long asked;

    /**
     * A recording that is chosen.
     *
     * @param file the record that it is of
     */
    public record Chosen(Path file, Recording recording) {

        /** Returns the file's name. */
        public String name() {
            return Objects.toString(file.getFileName());
        }

        /** Returns what there is to replay, and of which run. */
        public String told(Texts texts) {
            return texts.get(
                    "simulator.replay.told",
                    recording.script().size(),
                    recording.script().clients(),
                    Long.toString(recording.run().id()),
                    recording.run().controller(),
                    Formats.duration(recording.script().length()),
                    recording.unknown());
        }
    }

    /**
     * Creates a model in which none is chosen.
     *
     * @param background runs what may wait for the disk
     * @param fx runs what comes of it on the thread of the window
     */
    public ReplayModel(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /** Returns the recording that is chosen. */
    public ReadOnlyObjectProperty<Optional<Chosen>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Returns how many times as fast it is replayed; one of {@link #SPEEDS}. */
    public ObjectProperty<Integer> speed() {
        return speed;
    }

    /**
     * Reads a recording, and chooses it, unless another was asked for meanwhile or none is wanted
     * any more.
     *
     * @param refused told why it cannot be read
     */
    public void open(Path file, Consumer<? super String> refused) {
        long mine = ++asked;
        Stages.take(
                CompletableFuture.supplyAsync(() -> read(file), background),
                fx,
                (recording, thrown) -> {
                    if (mine == asked) {
                        take(file, recording, thrown, refused);
                    }
                });
    }

    /** Chooses none. */
    public void clear() {
        asked++;
        chosen.set(Optional.empty());
    }

    /** Returns what the clients do: by a scenario, or by the recording with its seed and faults. */
    Load load(Scenario scenario) {
        return chosen.get().<Load>map(one -> replay(one, scenario)).orElse(scenario);
    }

    /** Returns the command that does the same. */
    String command(Scenario scenario) {
        return chosen.get()
                .map(
                        one ->
                                CommandLine.of(
                                        one.file().toAbsolutePath(),
                                        one.recording().run().controller(),
                                        one.recording().run().id(),
                                        replay(one, scenario)))
                .orElseGet(() -> CommandLine.of(scenario));
    }

    private Replay replay(Chosen one, Scenario chances) {
        return new Replay(one.recording().script(), speed.get(), chances.seed(), chances.faults());
    }

    private static Recording read(Path file) {
        try (HistoryReader reader = HistoryReader.open(file)) {
            return Recording.newest(reader, reader.runs());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void take(
            Path file,
            @Nullable Recording recording,
            @Nullable Throwable thrown,
            Consumer<? super String> refused) {
        if (recording == null) {
            refused.accept(RecordModel.why(thrown));
        } else {
            chosen.set(Optional.of(new Chosen(file, recording)));
        }
    }
}
