package leasehold.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import leasehold.history.HistoryStore;
import leasehold.monitor.Playback;
import leasehold.monitor.Target;
import org.jspecify.annotations.Nullable;

/**
 * Opens recordings, each controller of which is a target beside those that live. The thread of the
 * beat never waits for the disk; files are only read.
 */
public final class RecordingsModel {

    private final TargetsModel targets;
    private final Words words;
    private final Executor background;
    private final Executor fx;
    private final Consumer<? super Refusal> refused;
    private final Set<Path> opening = new HashSet<>();

    /**
     * A file that was not opened.
     *
     * @param name its name
     * @param why why not, as a sentence
     */
    public record Refusal(String name, String why) {}

    private record Opened(HistoryStore store, List<Playback> playbacks) {}

    /**
     * Creates the model with none open.
     *
     * @param background runs what may wait for the disk
     * @param fx runs what comes of it on the thread of the beat
     * @param refused told of files that cannot be opened
     */
    public RecordingsModel(
            TargetsModel targets,
            Words words,
            Executor background,
            Executor fx,
            Consumer<? super Refusal> refused) {
        this.targets = targets;
        this.words = words;
        this.background = background;
        this.fx = fx;
        this.refused = refused;
    }

    /** Opens files. */
    public void open(Collection<Path> files) {
        files.forEach(this::open);
    }

    /** Opens a file and brings it to the front, or brings it there if it is open already. */
    public void open(Path file) {
        Stages.take(
                CompletableFuture.supplyAsync(() -> real(file), background),
                fx,
                (real, _) -> open(real == null ? file : real, name(file)));
    }

    private void open(Path file, String name) {
        if (bring(file) || !opening.add(file)) {
            return;
        }
        targets.current().get().say("notice.recording.opening", name);
        Stages.take(
                CompletableFuture.supplyAsync(() -> opened(file), background),
                fx,
                (opened, thrown) -> {
                    opening.remove(file);
                    targets.current().get().notices().clear();
                    take(opened, name, thrown);
                });
    }

    private void take(@Nullable Opened opened, String name, @Nullable Throwable thrown) {
        if (opened == null) {
            refused.accept(new Refusal(name, RecordModel.why(thrown)));
        } else {
            List<TargetModel> made =
                    opened.playbacks().stream().map(one -> target(opened.store(), one)).toList();
            made.forEach(targets::add);
            targets.current().set(made.getFirst());
        }
    }

    private TargetModel target(HistoryStore store, Playback playback) {
        RecordingModel recording = new RecordingModel(playback, words);
        return new TargetModel(
                new Target(playback),
                Duration.ZERO,
                Optional.empty(),
                Optional.of(new RecordModel(store, recording, words.texts(), background, fx)),
                new Words(words.texts(), words.formats().at(playback.end())),
                fx);
    }

    private boolean bring(Path file) {
        Optional<TargetModel> there =
                targets.all().stream().filter(target -> isOf(target, file)).findFirst();
        there.ifPresent(targets.current()::set);
        return there.isPresent();
    }

    private static boolean isOf(TargetModel target, Path file) {
        return target.recording().filter(recording -> recording.file().equals(file)).isPresent();
    }

    private Opened opened(Path file) {
        try {
            HistoryStore store = HistoryStore.read(file);
            return new Opened(store, Playback.of(store, words.formats().clock().getZone()));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** What is not there is looked for under its own name, and said not to be there. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static String name(Path file) {
        return Objects.toString(file.getFileName(), file.toString());
    }
}
