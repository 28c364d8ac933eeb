package leasehold.ui.model;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStatus;
import leasehold.history.HistoryStore;
import leasehold.history.Stoppable;
import leasehold.history.Waiting;
import leasehold.monitor.FormerRuns;
import leasehold.monitor.PastFailures;
import leasehold.monitor.PastOpenings;
import leasehold.monitor.PastSession;
import leasehold.monitor.PastSessions;
import org.jspecify.annotations.Nullable;

/** What the window knows of the record on disk; the toolkit's thread never waits for the disk. */
public final class RecordModel {

    private final CompletableFuture<HistoryStore> opening;
    private final CompletableFuture<HistoryStore> events;
    private final Texts texts;
    private final Executor background;
    private final Executor fx;
    private final Absence absence = new Absence();
    private Optional<Stoppable> failures = Optional.empty();
    private boolean closed;
    private final Optional<RecordingModel> recording;
    private final ReadOnlyObjectWrapper<Optional<RecordLine>> line =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<HistoryStatus> status = Optional.empty();
    private Waiting waiting = Waiting.NONE;
    private String whyNot = "";
    private long askedAt;
    private boolean asking;

    /**
     * Creates the model of a record.
     *
     * @param opening completes when the record is open, or cannot be
     * @param events completes with where the events stand: the record, or another store where
     *     nothing can be recorded
     * @param background runs what may wait for the disk
     * @param fx runs what comes of it on the thread of the beat
     */
    public RecordModel(
            CompletableFuture<HistoryStore> opening,
            CompletableFuture<HistoryStore> events,
            Texts texts,
            Executor background,
            Executor fx) {
        this(opening, events, Optional.empty(), texts, background, fx);
    }

    /** Creates the model of a record that is only read, and has it read. */
    RecordModel(
            HistoryStore store,
            RecordingModel recording,
            Texts texts,
            Executor background,
            Executor fx) {
        this(
                CompletableFuture.completedFuture(store),
                CompletableFuture.completedFuture(store),
                Optional.of(recording),
                texts,
                background,
                fx);
        recording.read(background, fx);
    }

    private RecordModel(
            CompletableFuture<HistoryStore> opening,
            CompletableFuture<HistoryStore> events,
            Optional<RecordingModel> recording,
            Texts texts,
            Executor background,
            Executor fx) {
        this.opening = opening;
        this.events = events;
        this.recording = recording;
        this.texts = texts;
        this.background = background;
        this.fx = fx;
        look();
    }

    /** Returns what is to be said of it; empty before anything is known. */
    public ReadOnlyObjectProperty<Optional<RecordLine>> line() {
        return line.getReadOnlyProperty();
    }

    /** Returns what is read, if it is a recording. */
    Optional<RecordingModel> recording() {
        return recording;
    }

    /** Returns why nothing is recorded here, as a sentence; empty if something is. */
    String whyNot() {
        return whyNot;
    }

    /** Returns a reader of a controller's events. */
    EventReader events(String controller, Consumer<? super Throwable> failed) {
        return new EventReader(events, controller, background, fx, absence, failed);
    }

    /**
     * Has the newest sessions of a controller's former runs read.
     *
     * @param after only those that come after this one; empty for all
     */
    void past(
            String controller,
            Optional<PastSession> after,
            Consumer<? super List<PastSession>> then,
            Consumer<? super Throwable> failed) {
        FormerRuns former = former(controller);
        this.<List<PastSession>>recall(
                reader -> new PastSessions(reader).newest(former, after, SessionsModel.PAGE),
                then,
                unlessClosed(failed));
    }

    /** Has the failures of a controller's former runs read. */
    void pastFailures(
            String controller,
            Consumer<? super PastFailures> then,
            Consumer<? super Throwable> failed) {
        FormerRuns former = former(controller);
        Stoppable work = new Stoppable();
        failures = Optional.of(work);
        this.<PastFailures>recall(
                reader -> work.run(() -> PastFailures.former(reader, former)),
                then,
                unlessClosed(failed));
    }

    /** Stops what may take long. */
    void close() {
        closed = true;
        failures.ifPresent(Stoppable::stop);
    }

    /**
     * Has the openings of a controller's former runs counted.
     *
     * @param from only those from then on
     */
    void pastOpenings(
            String controller,
            Instant from,
            Consumer<? super PastOpenings> then,
            Consumer<? super Throwable> failed) {
        FormerRuns former = former(controller);
        this.<PastOpenings>recall(
                reader -> PastOpenings.former(reader, former, from), then, unlessClosed(failed));
    }

    /** Returns the runs that are not shown as they come. */
    private FormerRuns former(String controller) {
        FormerRuns ended = FormerRuns.of(controller);
        return recording.map(RecordingModel::run).map(ended::before).orElse(ended);
    }

    /** That a record cannot be opened is said once, elsewhere. */
    private Consumer<Throwable> unlessClosed(Consumer<? super Throwable> failed) {
        return thrown -> {
            if (!closed && !opening.isCompletedExceptionally()) {
                failed.accept(thrown);
            }
        };
    }

    /**
     * What was seen of a record.
     *
     * @param there whether its file is there, and that of the events
     */
    private record Seen(HistoryStatus status, boolean there) {}

    /** What is asked of a record. */
    @FunctionalInterface
    interface Asked<T> {
        T of(HistoryReader reader) throws IOException, InterruptedException;
    }

    /** Asks what is worth waiting for while the file is gone. */
    private <T> void recall(
            Asked<? extends T> question,
            Consumer<? super T> then,
            Consumer<? super Throwable> failed) {
        ask(
                question,
                then,
                thrown -> {
                    var _ = absence.awaits(thrown, () -> recall(question, then, failed), failed);
                });
    }

    /**
     * Asks the record something, in which stands all that has happened so far.
     *
     * @param question is asked where it may wait for the disk
     * @param then takes the answer on the thread of the beat
     * @param failed takes why there is none, there as well
     */
    <T> void ask(
            Asked<? extends T> question,
            Consumer<? super T> then,
            Consumer<? super Throwable> failed) {
        Stages.take(
                opening.<T>thenApplyAsync(store -> answer(store, question), background),
                fx,
                (answer, thrown) -> {
                    if (thrown == null) {
                        then.accept(answer);
                    } else {
                        failed.accept(thrown);
                    }
                });
    }

    private static <T> T answer(HistoryStore store, Asked<? extends T> question) {
        try {
            store.flush();
            try (HistoryReader reader = store.reader()) {
                return question.of(reader);
            }
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    /**
     * Asks once a second how the record is doing. A disk that does not answer gives no answer to
     * that either: what waits for it is seen without it.
     */
    void tick(Instant now) {
        boolean open = opening.isDone() && !opening.isCompletedExceptionally();
        if (open && now.getEpochSecond() != askedAt) {
            askedAt = now.getEpochSecond();
            waiting = opening.resultNow().waiting();
            status.ifPresent(this::say);
            if (!asking) {
                asking = true;
                look();
            }
        }
    }

    /** Tells whether something waits: what is shown for a file that is gone, or events for it. */
    boolean ticking() {
        return absence.lasts() || waiting.events() > 0;
    }

    private void look() {
        Stages.take(opening.thenApplyAsync(this::seen, background), fx, this::take);
    }

    /** The events may stand in another file than the record. */
    private Seen seen(HistoryStore store) {
        boolean elsewhere = events.state() == Future.State.SUCCESS;
        HistoryStore other = elsewhere ? events.resultNow() : store;
        return new Seen(store.status(), store.gone().or(other::gone).isEmpty());
    }

    private void take(@Nullable Seen seen, @Nullable Throwable thrown) {
        asking = false;
        if (seen == null) {
            whyNot = why(thrown);
            line.set(Optional.of(RecordLine.none(whyNot, texts)));
            return;
        }
        status = Optional.of(seen.status());
        whyNot = whyNot(seen.status());
        say(seen.status());
        if (seen.there()) {
            absence.over();
        }
    }

    private String whyNot(HistoryStatus status) {
        return recording.isPresent() ? "" : status.readOnly().orElse("");
    }

    private void say(HistoryStatus seen) {
        line.set(
                Optional.of(
                        recording.isPresent()
                                ? RecordLine.read(seen, texts)
                                : RecordLine.of(seen, waiting, texts)));
    }

    /** Returns why something could not be done, as a sentence. */
    static String why(@Nullable Throwable thrown) {
        Throwable cause = thrown == null ? null : thrown.getCause();
        return String.valueOf(cause == null ? thrown : cause.getMessage());
    }
}
