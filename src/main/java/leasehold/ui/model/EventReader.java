package leasehold.ui.model;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import leasehold.history.EntryPages;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.session.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one controller from where they are stored, one question after another: where
 * it may wait for the disk, and what comes of it is told on the thread of the beat.
 */
final class EventReader implements AutoCloseable {

    private final CompletableFuture<HistoryStore> opening;
    private final String controller;
    private final Executor background;
    private final Executor fx;
    private final Absence absence;
    private final Consumer<? super Throwable> failed;
    private final ReentrantLock lock = new ReentrantLock();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private CompletableFuture<Subscription> watching =
            CompletableFuture.completedFuture(Subscription.NONE);
    private Optional<Source> source = Optional.empty();
    private volatile boolean closed;

    /** What is asked. */
    @FunctionalInterface
    interface Asked<T> {
        T of(EntryPages pages) throws IOException;
    }

    /**
     * Where is read.
     *
     * @param place tells the file from one that took its place
     */
    private record Source(HistoryReader reader, EntryPages pages, Object place) {}

    /**
     * Creates a reader.
     *
     * @param opening completes with the store when it is open
     * @param background runs what may wait for the disk
     * @param absence knows of what is asked while the file is gone
     * @param failed takes what went wrong, on the thread of the beat
     */
    EventReader(
            CompletableFuture<HistoryStore> opening,
            String controller,
            Executor background,
            Executor fx,
            Absence absence,
            Consumer<? super Throwable> failed) {
        this.opening = opening;
        this.controller = controller;
        this.background = background;
        this.fx = fx;
        this.absence = absence;
        this.failed = failed;
    }

    /**
     * Asks, and has the answer taken on the thread of the beat; there is none if that failed, and
     * nothing is taken if it was closed before. While the file is gone, the answer is waited for.
     */
    <T> void ask(Asked<? extends T> question, Consumer<? super Optional<T>> then) {
        ask(question, then, thrown -> absence.awaits(thrown, () -> ask(question, then), failed));
    }

    /** Asks as well, but takes no answer rather than wait for a file that is gone. */
    <T> void askNow(Asked<? extends T> question, Consumer<? super Optional<T>> then) {
        ask(
                question,
                then,
                thrown -> {
                    absence.tell(thrown, failed);
                    return false;
                });
    }

    private <T> void ask(
            Asked<? extends T> question,
            Consumer<? super Optional<T>> then,
            Predicate<Throwable> awaited) {
        if (closed) {
            return;
        }
        CompletableFuture<T> answer =
                last.thenCombineAsync(opening, (_, store) -> answer(store, question), background);
        last = answer.handle((_, _) -> null);
        Stages.take(
                answer,
                fx,
                (found, thrown) -> {
                    if (thrown == null || isOver(thrown) || !awaited.test(thrown)) {
                        then.accept(Optional.ofNullable(found));
                    }
                });
    }

    /** Has something done on the thread of the beat when there may be other events. */
    void onStored(Runnable changed) {
        AtomicBoolean told = new AtomicBoolean();
        Runnable tell =
                () -> {
                    if (told.compareAndSet(false, true)) {
                        fx.execute(
                                () -> {
                                    told.set(false);
                                    changed.run();
                                });
                    }
                };
        watching = opening.thenApply(store -> store.onStored(tell));
        watching.thenRun(tell);
    }

    /** No more is read: whoever asks from now on gets no answer. Does not wait. */
    @Override
    public void close() {
        closed = true;
        watching.thenAccept(Subscription::close);
        last.thenRunAsync(this::leave, background).whenComplete(this::leaveHere);
    }

    /** Where nothing is run any more, the thread of the last answer leaves. */
    private void leaveHere(@Nullable Void nothing, @Nullable Throwable thrown) {
        if (thrown != null) {
            leave();
        }
    }

    /** Nothing can be asked where nothing was opened, or everything is being closed. */
    private boolean isOver(Throwable thrown) {
        return closed
                || opening.isCompletedExceptionally()
                || thrown.getCause() instanceof RejectedExecutionException;
    }

    private <T> T answer(HistoryStore store, Asked<? extends T> question) {
        try {
            return question.of(pages(store));
        } catch (IOException e) {
            leave();
            throw new CompletionException(e);
        }
    }

    private EntryPages pages(HistoryStore store) throws IOException {
        lock.lock();
        try {
            Object place = store.place();
            if (source.filter(one -> place.equals(one.place())).isEmpty()) {
                leave();
                HistoryReader reader = store.reader();
                source = Optional.of(new Source(reader, new EntryPages(reader, controller), place));
            }
            return source.orElseThrow().pages();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            if (source.isPresent()) {
                source.get().reader().close();
            }
        } catch (IOException e) {
            fx.execute(() -> failed.accept(e));
        } finally {
            source = Optional.empty();
            lock.unlock();
        }
    }
}
