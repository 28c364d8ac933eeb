package leasehold.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import leasehold.history.Run;
import leasehold.monitor.Playback;
import org.jspecify.annotations.Nullable;

/** A recording that is open: of which file, as of when it is, and how far it is read. */
public final class RecordingModel {

    /** What is read sooner is not worth a word. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Playback playback;
    private final Words words;
    private final Instant begun;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper();
    private String trouble = "";

    /**
     * Creates the model of a recording of which nothing is read.
     *
     * @param words how things read where time goes on
     */
    public RecordingModel(Playback playback, Words words) {
        this.playback = playback;
        this.words = words;
        begun = words.formats().wall();
    }

    /**
     * Has it read.
     *
     * @param background waits for the disk
     * @param fx runs what comes of it on the thread of the beat
     */
    void read(Executor background, Executor fx) {
        Stages.take(
                CompletableFuture.runAsync(this::play, background),
                fx,
                (_, thrown) -> over(thrown));
    }

    /** Returns the file. */
    public Path file() {
        return playback.file();
    }

    /** Returns the file's name. */
    public String name() {
        return Objects.toString(file().getFileName());
    }

    /** Returns when its last event was, at which time stands still. */
    public Instant end() {
        return playback.end();
    }

    /** Tells whether there is more to read; until then nothing is shown. */
    public boolean reading() {
        return !playback.over();
    }

    /**
     * Returns how far it is read, if that takes long, or why it cannot be read to its end; empty if
     * there is nothing to say.
     */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Returns which part of it is read, from 0 to 1. */
    public ReadOnlyDoubleProperty part() {
        return part.getReadOnlyProperty();
    }

    /** Returns as of when it is, and what became of the record then, in words. */
    List<Texts.Part> asOf() {
        return words.texts().sentence(key(), words.formats().clock(end()));
    }

    /** Returns what the card says until it is read. */
    CardText progress() {
        Texts texts = words.texts();
        return new CardText(
                texts.sentence("card.reading.1", name()),
                texts.sentence("card.reading.2", playback.told(), playback.count()),
                asOf(),
                CardText.Action.NONE);
    }

    /** Returns the run that is shown. */
    Run run() {
        return playback.run();
    }

    void tick() {
        long count = Math.max(1, playback.count());
        part.set((double) playback.told() / count);
        boolean slow = words.formats().wall().isAfter(begun.plus(PATIENCE));
        if (reading()) {
            said.set(slow ? progress(playback.told(), count) : "");
        } else {
            said.set(trouble);
        }
    }

    private String progress(long told, long count) {
        return words.texts().get("recording.reading", name(), told, count);
    }

    private String key() {
        return playback.run()
                .end()
                .map(Run.End::ending)
                .map(RecordingModel::key)
                .orElse("recording.asOf.open");
    }

    private static String key(Run.Ending ending) {
        return switch (ending) {
            case SHUT_DOWN, CLOSED -> "recording.asOf";
            case CUT -> "recording.asOf.cut";
        };
    }

    private void play() {
        try {
            playback.play();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            // It was closed: nobody waits for it any more.
            Thread.currentThread().interrupt();
        }
    }

    private void over(@Nullable Throwable thrown) {
        if (thrown != null) {
            trouble = RecordModel.why(thrown);
        }
        tick();
    }
}
